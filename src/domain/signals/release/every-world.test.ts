import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIGNAL_KINDS, type Signal } from '../signal.ts';
import { countGroups } from './count-groups.ts';
import { keyOf } from './group-key.ts';

/** One buurt, one theme, one cell or none: how many of each kind there and elsewhere. */
type World = readonly (readonly [number, number])[];

const signalsOf = (world: World): Signal[] =>
  world.flatMap((both, kind) =>
    both.flatMap((amount, place) =>
      Array.from({ length: amount }, (_, index) => ({
        ...{ id: `${String(kind)}-${String(place)}-${String(index)}`, buurtId: 'linde', themeId: null, week: 'W' },
        ...{ kind: SIGNAL_KINDS[kind] ?? 'story', cell: place === 0 ? null : 'r1-1', state: 'accepted' as const },
      })),
    ),
  );

describe('an attacker who plays all worlds', () => {
  it('P8: finds for no release a filter of which every possible world says: from 1 up to the threshold', () => {
    const threshold = 3;
    // Up to 5 of each kind, any number of them in the cell: every world in which no kind counts twice the threshold.
    const amounts = Array.from({ length: 6 }, (_, all) =>
      Array.from({ length: all + 1 }, (_part, inCell) => [all - inCell, inCell] as const),
    ).flat();
    const filters = Array.from({ length: 15 }, (_, kinds) =>
      [1, 2, 3].map((places) => [kinds + 1, places] as const),
    ).flat();
    const made = SIGNAL_KINDS.map((_, kind) =>
      amounts.map((amount) => signalsOf(SIGNAL_KINDS.map((_other, index) => (index === kind ? amount : [0, 0])))),
    );
    const seen = new Map<string, { readonly least: number[]; readonly most: number[] }>();
    for (const first of amounts)
      for (const second of amounts)
        for (const third of amounts)
          for (const fourth of amounts) {
            const world = [first, second, third, fourth];
            const signals = world.flatMap((amount, kind) => made[kind]?.[amounts.indexOf(amount)] ?? []);
            const counts = countGroups(signals, { threshold, themeIds: [], cells: new Set(['r1-1']) });
            const says = counts.map(({ group, count }) => `${keyOf(group)}=${String(count)}`).join();
            const known = seen.get(says) ?? { least: filters.map(() => Infinity), most: filters.map(() => 0) };
            seen.set(says, known);
            for (const [index, [kinds, places]] of filters.entries()) {
              let amount = 0;
              for (const [kind, [outside, inside]] of world.entries())
                if ((kinds >> kind) & 1) amount += (places & 1 ? outside : 0) + (places & 2 ? inside : 0);
              known.least[index] = Math.min(known.least[index] ?? 0, amount);
              known.most[index] = Math.max(known.most[index] ?? 0, amount);
            }
          }
    const found = [...seen.values()].flatMap(({ least, most }) =>
      filters.filter((_, index) => (least[index] ?? 0) >= 1 && (most[index] ?? 0) < threshold),
    );
    expect(seen.size).toBeGreaterThan(20);
    expect(found).toEqual([]);
  }, 60_000);
});

describe('what is released is of use', () => {
  it('shows every kind of a theme that reaches the threshold, to the class in which its number lies', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.nat(60), (threshold, amount) => {
        const signals = signalsOf([
          [amount, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ]);
        const counts = countGroups(signals, { threshold, themeIds: [], cells: new Set(['r1-1']) });
        const whole = amount - (amount % threshold);
        expect(counts.map(({ count }) => count)).toEqual(whole === 0 ? [] : [whole, whole]);
      }),
    );
  });
});
