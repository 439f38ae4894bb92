import { describe, expect, it } from 'vitest';
import { ok } from '../../kernel/index.ts';
import { coarsePlace } from './coarse-place.ts';

const choices = {
  cells: [{ id: 'r1260-4800' }, { id: 'r1260-4802x2' }],
  places: [
    { name: 'De brug', cell: 'r1260-4802x2' },
    { name: 'Het bos', cell: null },
  ],
};
const choose = (choice: { place?: string; knownPlace?: string; cell?: string }) =>
  coarsePlace(choices, { place: '', knownPlace: '', cell: '', ...choice });
const wrong = (field: string, reason: string) => ({ ok: false, reason: 'mistake', mistake: { field, reason } });

describe('making a place coarse', () => {
  it('P3: leaves nothing when no place was chosen, or the whole buurt', () => {
    expect(choose({})).toEqual(ok(null));
    for (const place of ['none', 'buurt'])
      expect(choose({ place, knownPlace: 'De brug', cell: 'r1260-4800' })).toEqual(ok(null));
  });

  it('P3: turns a place from the list into its cell, or into the buurt where too few homes are', () => {
    expect(choose({ place: 'known', knownPlace: 'De brug' })).toEqual(ok('r1260-4802x2'));
    expect(choose({ place: 'known', knownPlace: 'Het bos' })).toEqual(ok(null));
  });

  it('takes a cell of the buurt', () => {
    expect(choose({ place: 'cell', cell: 'r1260-4800' })).toEqual(ok('r1260-4800'));
  });

  it('understands a place that was filled in without saying how', () => {
    expect(choose({ knownPlace: 'De brug' })).toEqual(ok('r1260-4802x2'));
    expect(choose({ cell: 'r1260-4800' })).toEqual(ok('r1260-4800'));
    expect(choose({ knownPlace: 'De brug', cell: 'r1260-4800' })).toEqual(wrong('place', 'two'));
  });

  it('refuses what is missing or not of this buurt', () => {
    expect(choose({ place: 'known' })).toEqual(wrong('knownPlace', 'missing'));
    expect(choose({ place: 'known', knownPlace: 'Elders' })).toEqual(wrong('knownPlace', 'unknown'));
    expect(choose({ place: 'cell' })).toEqual(wrong('cell', 'missing'));
    expect(choose({ place: 'gps' })).toEqual(wrong('place', 'unknown'));
  });

  it.each([
    ['a cell of another buurt', 'r1299-4799'],
    ['a finer square within a merged cell', 'r1260-4802'],
    ['a point', '4.95,52.31'],
    ['a point with a comma', '52,1'],
    ['swapped coordinates', 'r4800-1260'],
    ['no number', 'NaN'],
    ['too large a number', '1e309'],
    ['a name that every object has', 'constructor'],
  ])('P3: refuses %s as a cell', (_, cell) => {
    expect(choose({ place: 'cell', cell })).toEqual(wrong('cell', 'unknown'));
  });
});
