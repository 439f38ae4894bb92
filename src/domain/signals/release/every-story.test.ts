import { describe, expect, it } from 'vitest';
import type { Signal, SignalKind } from '../signal.ts';
import { decideRelease } from './decide-release.ts';
import { keyOf } from './group-key.ts';
import type { LedgerBatch } from './ledger.ts';

/** There in both releases, withdrawn between them, or only come after the first. */
type Life = 'stays' | 'goes' | 'comes';
interface Atom {
  readonly kind: SignalKind;
  readonly cell: string | null;
  readonly life: Life;
}
/** A small buurt: everything that may be in it, at most so many of each, and the map at each release. */
interface Small {
  readonly kinds: readonly SignalKind[];
  readonly cells: readonly (string | null)[];
  readonly lives: readonly Life[];
  readonly most: number;
  readonly maps: readonly [readonly string[], readonly string[]];
}

const THRESHOLD = 2;
const product = (small: Small): Atom[] =>
  small.kinds.flatMap((kind) => small.cells.flatMap((cell) => small.lives.map((life) => ({ kind, cell, life }))));
const subsets = <Value>(values: readonly Value[]): Value[][] =>
  values.reduce<Value[][]>((all, value) => [...all, ...all.map((some) => [...some, value])], [[]]).slice(1);

/** Both releases of one world, in the words of the attacker: every count exactly. */
function releasesOf({ maps }: Small, atoms: readonly Atom[], world: readonly number[]): string {
  const facts = { bursts: [], last: [] as LedgerBatch[], shown: [] as number[] };
  const said = maps.map((map, round) => {
    const signals = atoms.flatMap(({ life, ...rest }, index) =>
      life === (round === 0 ? 'comes' : 'goes')
        ? []
        : Array.from({ length: world[index] ?? 0 }, (_, one): Signal => {
            const id = `${String(index)}-${String(one)}`;
            return { ...rest, id, buurtId: 'linde', themeId: null, week: 'W', state: 'accepted' };
          }),
    );
    const buurten = [{ id: 'linde', themeIds: [], cells: new Set(map) }];
    const { batches } = decideRelease({ ...facts, signals }, { buurten, threshold: THRESHOLD, burst: 1000 });
    if (batches.length > 0) facts.last = [...batches];
    const counts = facts.last.flatMap((batch) => batch.counts);
    facts.shown.push(...counts.map(({ count }) => count));
    return counts.map(({ group, count }) => `${keyOf(group)}=${String(count)}`).join();
  });
  return said.join(' | ');
}

function* worldsOf(atoms: number, most: number): Generator<number[]> {
  for (let code = 0; code < (most + 1) ** atoms; code += 1)
    yield Array.from({ length: atoms }, (_, at) => Math.floor(code / (most + 1) ** at) % (most + 1));
}

/** What is known of a filter after two releases, over all worlds that say the same; `open`: more than we look at may be in it. */
interface Known {
  readonly least: number[];
  readonly most: number[];
  open: boolean;
}

function attack(small: Small) {
  const atoms = product(small);
  const filters = subsets(small.kinds).flatMap((kinds) =>
    subsets(small.cells).flatMap((cells) => subsets(small.lives).map((lives) => ({ kinds, cells, lives }))),
  );
  const members = filters.map(({ kinds, cells, lives }) =>
    atoms.flatMap(({ kind, cell, life }, at) =>
      kinds.includes(kind) && cells.includes(cell) && lives.includes(life) ? [at] : [],
    ),
  );
  const seen = new Map<string, Known>();
  for (const world of worldsOf(atoms.length, small.most)) {
    const says = releasesOf(small, atoms, world);
    const known = seen.get(says) ?? { least: filters.map(() => Infinity), most: filters.map(() => 0), open: false };
    seen.set(says, known);
    known.open ||= world.includes(small.most);
    members.forEach((own, filter) => {
      const amount = own.reduce((sum, at) => sum + (world[at] ?? 0), 0);
      known.least[filter] = Math.min(known.least[filter] ?? 0, amount);
      known.most[filter] = Math.max(known.most[filter] ?? 0, amount);
    });
  }
  const closed = [...seen].filter(([, { open }]) => !open);
  const found = closed.flatMap(([says, { least, most }]) =>
    filters
      .filter((_, at) => (least[at] ?? 0) >= 1 && (most[at] ?? 0) < THRESHOLD)
      .map((filter) => JSON.stringify({ says, filter })),
  );
  return { closed: closed.length, found };
}

describe('an attacker who plays every story of two releases', () => {
  const CELL = 'r1-1';
  it.each<[string, Small]>([
    [
      'some come, some are withdrawn',
      {
        ...{ kinds: ['story'], cells: [null, CELL], lives: ['stays', 'goes', 'comes'], most: 4 },
        maps: [[CELL], [CELL]],
      },
    ],
    [
      'nobody comes or goes, and other homes take a cell off the map',
      { kinds: ['story'], cells: [null, CELL, 'r2-2'], lives: ['stays'], most: 5, maps: [[CELL, 'r2-2'], ['r2-2']] },
    ],
    [
      'nobody comes or goes, and a cell comes back on the map',
      { kinds: ['story'], cells: [null, CELL, 'r2-2'], lives: ['stays'], most: 5, maps: [['r2-2'], [CELL, 'r2-2']] },
    ],
  ])(
    'P8: finds nobody where %s',
    (_, small) => {
      const { closed, found } = attack(small);
      expect(closed).toBeGreaterThan(5);
      expect(found).toEqual([]);
    },
    60_000,
  );
});
