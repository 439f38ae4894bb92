/**
 * Attackers on what is released, who know the rules, every count exactly (the site shows classes) and every release. They
 * share no arithmetic with the code: they only use what comes out.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNAL_KINDS, type Signal, type SignalKind } from '../signal.ts';
import { countGroups } from './count-groups.ts';
import { decideRelease, type ReleaseSetting } from './decide-release.ts';
import type { LedgerBatch, ReleaseFacts } from './ledger.ts';
import { solve, type Row } from '../../../../tests/signals/solve.ts';

const THEMES: readonly (string | null)[] = ['doors', 'green', null];
const CELLS: readonly (string | null)[] = ['r1-1', 'r2-2', 'r3-3', null];

const ROUNDS = 4;
const life = fc.record({
  kind: fc.constantFrom(...SIGNAL_KINDS),
  themeId: fc.constantFrom(...THEMES),
  cell: fc.constantFrom(...CELLS),
  week: fc.constantFrom('2027-W10', '2027-W11', '2027-W12', '2027-W13'),
  comes: fc.nat(ROUNDS - 1),
  /** Withdrawn before that round; mostly never. */
  goes: fc.oneof({ weight: 4, arbitrary: fc.constant(ROUNDS) }, { weight: 1, arbitrary: fc.nat(ROUNDS) }),
});
const story = fc.record({
  lives: fc.array(life, { minLength: 5, maxLength: 120 }),
  threshold: fc.integer({ min: 3, max: 7 }),
  burst: fc.constantFrom<number>(3, 5, 50),
  confirmed: fc.nat(6),
  /** The cells on the map at each round: other homes are imported, or an outline changes. */
  maps: fc.oneof(
    fc.constant(Array.from({ length: ROUNDS }, () => ['r1-1', 'r2-2', 'r3-3'])),
    fc.array(fc.subarray(['r1-1', 'r2-2', 'r3-3']), { minLength: ROUNDS, maxLength: ROUNDS }),
  ),
});
type Story = typeof story extends fc.Arbitrary<infer Value> ? Value : never;

const setting = ({ threshold, burst, maps }: Story, round: number): ReleaseSetting => ({
  buurten: [{ id: 'linde', themeIds: ['doors', 'green'], cells: new Set(maps[round]) }],
  threshold,
  burst,
});

/** Plays the rounds; gives the counts after each, and what stood in the state of the signals. */
function play(told: Story): LedgerBatch[] {
  const released = new Set<string>();
  let last: LedgerBatch[] = [];
  const shown: number[] = [];
  const after: LedgerBatch[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const facts: ReleaseFacts = { signals: alive(told, round, released), bursts: confirmed(told), last, shown };
    const { batches, released: more } = decideRelease(facts, setting(told, round));
    for (const id of more) released.add(id);
    last = batches.length > 0 ? [...batches] : last;
    shown.push(...last.flatMap(({ counts }) => counts.map(({ count }) => count)));
    after.push(...last);
  }
  return after;
}

const alive = ({ lives }: Story, round: number, released: ReadonlySet<string>): Signal[] =>
  lives.flatMap(({ kind, themeId, cell, week, comes, goes }, index) => {
    const id = String(index);
    const state = released.has(id) ? 'released' : 'accepted';
    return comes <= round && round < goes ? [{ id, buurtId: 'linde', kind, themeId, cell, week, state }] : [];
  });

const confirmed = (told: Story) =>
  told.confirmed === 0 ? [] : [{ buurtId: 'linde', cell: 'r1-1', week: '2027-W10', confirmed: told.confirmed }];

const nameOf = (group: LedgerBatch['counts'][number]['group']) => JSON.stringify(group);

interface Atom {
  readonly round: number;
  readonly theme: string | null;
  readonly kind: SignalKind;
  readonly cell: string | null;
}
const ATOMS: readonly Atom[] = Array.from({ length: ROUNDS }, (_, round) =>
  THEMES.flatMap((theme) => SIGNAL_KINDS.flatMap((kind) => CELLS.map((cell) => ({ round, theme, kind, cell })))),
).flat();
const atomsWhere = (test: (atom: Atom) => boolean) => new Set(ATOMS.filter(test).map((atom) => JSON.stringify(atom)));

/** Every published number as a row over theme, kind, cell and release. */
function rowsOf(after: readonly LedgerBatch[]): Row[] {
  return after.flatMap(({ counts }, round) => {
    const groups = counts.map(({ group }) => group);
    const ownKind = ({ theme, kind }: Atom) =>
      groups.some((group) => group.by === 'kind' && group.themeId === theme && group.kind === kind);
    const gathered = ({ theme }: Atom) => groups.some((group) => group.by === 'other-kinds' && group.themeId === theme);
    const ownCell = ({ cell }: Atom) => groups.some((group) => group.by === 'cell' && group.cell === cell);
    const isIn = (group: (typeof groups)[number], atom: Atom): boolean => {
      switch (group.by) {
        case 'kind':
          return group.themeId === atom.theme && group.kind === atom.kind;
        case 'other-kinds':
          return group.themeId === atom.theme && !ownKind(atom);
        case 'other-themes':
          return !gathered(atom) && !ownKind(atom);
        case 'cell':
          return group.cell === atom.cell;
        case 'elsewhere':
          return !ownCell(atom);
      }
    };
    return counts.map(({ group, count }) => ({
      atoms: atomsWhere((atom) => atom.round === round && isIn(group, atom)),
      count,
    }));
  });
}

describe('an attacker with every release', () => {
  it('P8: never sees a count or a difference between any two releases from 1 up to the threshold', () => {
    fc.assert(
      fc.property(story, (told) => {
        const after = play(told);
        const known = after.map(({ counts }) => new Map(counts.map(({ group, count }) => [nameOf(group), count])));
        const names = new Set(known.flatMap((of) => [...of.keys()]));
        const numbers = [...names].flatMap((name) => {
          const through = known.map((of) => of.get(name) ?? 0);
          return through.flatMap((one) => [one, ...through.map((other) => Math.abs(one - other))]);
        });
        for (const number of numbers) expect(number === 0 || number >= told.threshold).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('P8: cannot solve for a smaller group, with any union of groups, any difference and both tables', () => {
    const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
    const filter = fc.record({
      rounds: some(0, 1, 2, 3),
      themes: some(...THEMES),
      kinds: some(...SIGNAL_KINDS),
      cells: fc.oneof(some(...CELLS), fc.constant([...CELLS])),
    });
    let solved = 0;
    fc.assert(
      fc.property(story, fc.array(filter, { minLength: 1, maxLength: 20 }), (told, filters) => {
        const rows = rowsOf(play(told));
        const answer = solve(
          rows,
          ATOMS.map((atom) => JSON.stringify(atom)),
        );
        const asked = filters.map(({ rounds, themes, kinds, cells }) =>
          atomsWhere(
            (a) =>
              rounds.includes(a.round) && themes.includes(a.theme) && kinds.includes(a.kind) && cells.includes(a.cell),
          ),
        );
        // Also what can surely be solved: one number, and all of one that are not in another.
        const made = rows.flatMap((one) => [one.atoms, ...rows.map((other) => one.atoms.difference(other.atoms))]);
        for (const each of [...asked, ...made.filter(({ size }) => size > 0)]) {
          const found = answer(each);
          if (found === null) continue;
          solved += 1;
          expect(Math.abs(found) < 1e-6 || Math.abs(found) > told.threshold - 1e-6).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
    expect(solved).toBeGreaterThan(100);
  });

  it('P8: cannot tell the difference between the totals of the two tables', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const { counts } of play(told)) {
          const total = (table: string) =>
            counts.filter(({ group }) => group.table === table).reduce((all, { count }) => all + count, 0);
          expect(total('subject')).toBe(total('place'));
        }
      }),
    );
  });
});

describe('what waits', () => {
  it('holds nothing back for good: a group that waits is shown as soon as it is large enough', () => {
    fc.assert(
      fc.property(story, (told) => {
        const signals = alive({ ...told, burst: 1000 }, 0, new Set());
        const more = SIGNAL_KINDS.flatMap((kind) =>
          THEMES.flatMap((themeId) =>
            Array.from({ length: told.threshold }, (_, index) => ({
              ...{ id: `more ${kind} ${String(themeId)} ${String(index)}`, buurtId: 'linde', cell: null },
              ...{ kind, themeId, week: 'W', state: 'accepted' as const },
            })),
          ),
        );
        const counts = countGroups([...signals, ...more], {
          threshold: told.threshold,
          themeIds: ['doors', 'green'],
          cells: new Set(),
        });
        expect(counts.filter(({ group }) => group.by === 'kind')).toHaveLength(12);
      }),
    );
  });
});
