import { describe, expect, it } from 'vitest';
import type { Signal } from '../signal.ts';
import { countGroups } from './count-groups.ts';
import { groupOf, keyOf } from './group-key.ts';

let made = 0;
const some = (amount: number, changes: Partial<Signal> = {}): Signal[] =>
  Array.from({ length: amount }, () => ({
    ...{ id: String((made += 1)), buurtId: 'linde', kind: 'story', themeId: null, cell: null },
    ...{ week: '2027-W10', state: 'accepted' },
    ...changes,
  }));
const ON_MAP = new Set(['r1-1', 'r2-2', 'r3-3']);
const shown = (signals: readonly Signal[], cells: ReadonlySet<string> = ON_MAP) =>
  Object.fromEntries(
    countGroups(signals, { threshold: 5, themeIds: ['doors', 'green'], cells }).map(({ group, count }) => [
      keyOf(group),
      count,
    ]),
  );

describe('what may be shown', () => {
  it('shows a kind of a theme and a cell from the threshold on, in whole groups of it', () => {
    expect(shown(some(4, { themeId: 'doors', cell: 'r1-1' }))).toEqual({});
    expect(shown(some(9, { themeId: 'doors', cell: 'r1-1' }))).toEqual({ 'kind:doors:story': 5, 'cell:r1-1': 5 });
    expect(shown(some(10, { themeId: 'doors', cell: 'r1-1' }))).toEqual({ 'kind:doors:story': 10, 'cell:r1-1': 10 });
  });

  it('P8: takes kinds that are too small together, and then themes', () => {
    const [good, wish] = [some(3, { themeId: 'doors', kind: 'good' }), some(3, { themeId: 'doors', kind: 'wish' })];
    expect(shown([...good, ...wish])).toEqual({ 'other-kinds:doors': 5, elsewhere: 5 });
    const [few, rest] = [some(3, { themeId: 'doors' }), some(3, { themeId: 'green' })];
    expect(shown([...few, ...rest])).toEqual({ 'other-themes': 5, elsewhere: 5 });
  });

  it('P8: never lets a remainder tell that somebody must be in each part of it', () => {
    const large = (['story', 'feeling'] as const).flatMap((kind) => some(5, { themeId: 'doors', kind }));
    // Of two kinds with at most 4 each, 8 together would mean 4 and 4.
    const small = (['good', 'wish'] as const).flatMap((kind) => some(4, { themeId: 'doors', kind }));
    expect(shown([...large, ...small])).toEqual({
      'kind:doors:feeling': 5,
      'kind:doors:story': 5,
      'other-themes': 5,
      elsewhere: 15,
    });
  });

  it('P8: counts as many in both tables, so that the difference between them tells nothing', () => {
    const spread = ['r1-1', 'r2-2', 'r3-3'].flatMap((cell) => some(5, { themeId: 'doors', cell }));
    const others = some(4, { themeId: 'green', cell: 'r1-1' });
    expect(shown([...spread, ...others])).toEqual({
      ...{ 'kind:doors:story': 15 },
      ...{ 'cell:r1-1': 5, 'cell:r2-2': 5, 'cell:r3-3': 5 },
    });
  });

  it('P3: gives a cell that is not on the map any more no name, so that no two cells overlap', () => {
    const moved = [...some(5, { cell: 'r1-1' }), ...some(5, { cell: 'r1-1x2' })];
    expect(shown(moved, new Set(['r1-1x2']))).toEqual({ 'kind::story': 10, 'cell:r1-1x2': 5, elsewhere: 5 });
    expect(shown(moved, new Set(['r1-1']))).toEqual({ 'kind::story': 10, 'cell:r1-1': 5, elsewhere: 5 });
  });

  it('P8: does not tell by such a move how many wait without a place', () => {
    const signals = [...some(9, { cell: 'r1-1' }), ...some(4)];
    expect(shown(signals)).toEqual({ 'kind::story': 5, 'cell:r1-1': 5 });
    expect(shown(signals, new Set())).toEqual({ 'kind::story': 5, elsewhere: 5 });
  });

  it('counts a theme that is gone with those without one', () => {
    expect(shown([...some(3, { themeId: 'gone' }), ...some(2)])).toEqual({ 'kind::story': 5, elsewhere: 5 });
  });
});

describe('the name of a group in the ledger', () => {
  it('leads back to the group', () => {
    const groups = [
      { table: 'subject', by: 'kind', themeId: 'doors', kind: 'wish' },
      { table: 'subject', by: 'kind', themeId: null, kind: 'wish' },
      { table: 'subject', by: 'other-kinds', themeId: null },
      { table: 'subject', by: 'other-themes' },
      { table: 'place', by: 'cell', cell: 'r1250-4800' },
      { table: 'place', by: 'elsewhere' },
    ] as const;
    for (const group of groups) expect(groupOf(keyOf(group))).toEqual(group);
    expect(() => groupOf('street:12')).toThrow('No group');
  });
});
