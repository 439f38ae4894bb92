import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../../../domain/kernel/index.ts';
import { fitLabels, spread } from './labels.ts';
import { mapView, type Placed } from './page.ts';

const SHAPE: MultiPolygon = [
  [
    [
      [4.95, 52.3],
      [4.97, 52.3],
      [4.97, 52.31],
      [4.95, 52.31],
      [4.95, 52.3],
    ],
  ],
];
const at = (lon: number, lat: number, happening: Partial<Placed> = {}): Placed => ({
  kind: 'promise',
  href: '/x',
  title: 'Deuren',
  words: 'Mee bezig.',
  placeName: 'Hakfort',
  place: { lon, lat },
  ...happening,
});
const view = (placed: readonly Placed[], shape = SHAPE) =>
  mapView({ buurt: { places: [] }, outline: { shape, source: 'proef' } }, placed);

describe('the map of a buurt', () => {
  it('numbers places from north to south', () => {
    const { places } = view([at(4.955, 52.302), at(4.965, 52.308)]);
    expect(places.map(({ number, lat }) => [number, lat])).toEqual([
      [1, 52.308],
      [2, 52.302],
    ]);
  });

  it('makes one place of what happens within forty metres, in a shape of its own', () => {
    const { places } = view([at(4.955, 52.302), at(4.9552, 52.3021, { kind: 'meeting', title: 'Avond' })]);
    expect(places).toMatchObject([{ kind: 'both', title: 'Deuren; Avond' }]);
    expect(places[0]?.happenings).toHaveLength(2);
  });

  it('lists what has no place, and what is far away, beside the map', () => {
    const { places, elsewhere } = view([at(0, 0, { place: null }), at(4.89, 52.37), at(4.96, 52.305)]);
    expect(places).toHaveLength(1);
    expect(elsewhere).toHaveLength(2);
  });

  it('draws a place just outside the border too, and everything on the sheet', () => {
    const { drawing, live } = view([at(4.94, 52.305)]);
    expect(live?.bounds[0]).toBe(4.94);
    for (const { x, y } of drawing?.places ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(100);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(100);
    }
    expect(drawing?.form).toBe('wide');
  });

  it('is only a list as long as no area was imported', () => {
    const { drawing, live, elsewhere } = view([at(4.96, 52.305)], []);
    expect([drawing, live]).toEqual([null, null]);
    expect(elsewhere).toHaveLength(1);
  });
});

describe('marks that would hide each other', () => {
  it('are moved apart, also when they are at the same spot', () => {
    const moved = spread([
      { x: 50, y: 50 },
      { x: 50, y: 50 },
      { x: 52, y: 50 },
    ]);
    for (const [index, one] of moved.entries())
      for (const other of moved.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(8);
  });

  it('push a name away that cannot be read', () => {
    const names = [
      { name: 'Hakfort', x: 50, y: 52 },
      { name: 'Station', x: 3, y: 20 },
    ];
    expect(fitLabels(names, [{ x: 50, y: 50 }])).toEqual([{ name: 'Station', x: 3, y: 20, anchor: 'start' }]);
  });
});
