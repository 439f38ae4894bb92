import { describe, expect, it } from 'vitest';
import { ok } from '../kernel/index.ts';
import { coarsePlace } from './coarse-place.ts';
import { gridCells } from './grid.ts';
import { fromRd } from './rd.ts';

const corners = [
  [126_010, 480_010],
  [126_190, 480_010],
  [126_190, 480_190],
  [126_010, 480_010],
] as const;
const offer = {
  cells: gridCells([[corners.map(([x, y]) => fromRd(x, y))]]),
  places: [{ name: 'De brug', cell: 'r1299-4799' }],
};
const choose = (choice: { place?: string; knownPlace?: string; cell?: string }) =>
  coarsePlace(offer, { place: '', knownPlace: '', cell: '', ...choice });
const wrong = (field: string, reason: string) => ({ ok: false, reason: 'mistake', mistake: { field, reason } });

describe('making a place coarse', () => {
  it('leaves nothing when no place was chosen', () => {
    expect(choose({})).toEqual(ok(null));
    expect(choose({ place: 'none', knownPlace: 'De brug', cell: 'r1260-4800' })).toEqual(ok(null));
  });

  it('turns a place from the list into its cell', () => {
    expect(choose({ place: 'known', knownPlace: 'De brug' })).toEqual(ok('r1299-4799'));
  });

  it('takes a cell of the buurt', () => {
    expect(choose({ place: 'cell', cell: 'r1260-4800' })).toEqual(ok('r1260-4800'));
  });

  it('understands a place that was filled in without saying how', () => {
    expect(choose({ knownPlace: 'De brug' })).toEqual(ok('r1299-4799'));
    expect(choose({ cell: 'r1261-4801' })).toEqual(ok('r1261-4801'));
    expect(choose({ knownPlace: 'De brug', cell: 'r1261-4801' })).toEqual(wrong('place', 'two'));
  });

  it('refuses what is missing or not of this buurt', () => {
    expect(choose({ place: 'known' })).toEqual(wrong('knownPlace', 'missing'));
    expect(choose({ place: 'known', knownPlace: 'Elders' })).toEqual(wrong('knownPlace', 'unknown'));
    expect(choose({ place: 'cell' })).toEqual(wrong('cell', 'missing'));
    expect(choose({ place: 'cell', cell: 'r1299-4799' })).toEqual(wrong('cell', 'unknown'));
    expect(choose({ place: 'cell', cell: '4.95,52.31' })).toEqual(wrong('cell', 'unknown'));
    expect(choose({ place: 'gps' })).toEqual(wrong('place', 'unknown'));
  });
});
