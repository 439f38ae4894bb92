import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../kernel/index.ts';
import { cellOf, gridCells, lettersOf } from './grid.ts';
import { fromRd, toRd } from './rd.ts';

/** A shape from corners in RD metres. */
const shapeOf = (...rings: (readonly (readonly [number, number])[])[]): MultiPolygon => [
  rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y]) => fromRd(x, y))),
];
const rectangle = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;

/** A star around a place in Amsterdam: any number of corners, at any distance. */
const stars = fc
  .record({
    x: fc.integer({ min: 110_000, max: 130_000 }),
    y: fc.integer({ min: 478_000, max: 492_000 }),
    reach: fc.array(fc.integer({ min: 20, max: 700 }), { minLength: 3, maxLength: 24 }),
  })
  .map(({ x, y, reach }) => ({
    centre: [x, y] as const,
    corners: reach.map((far, index) => {
      const angle = (index / reach.length) * 2 * Math.PI;
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)] as const;
    }),
  }));

describe('the grid of a buurt', () => {
  it('has the squares in which some of the buurt lies, lettered from the west and numbered from the north', () => {
    const cells = gridCells(shapeOf(rectangle(121_710, 486_110, 121_890, 486_390)));
    expect(cells.map(({ id, label }) => `${label} ${id}`)).toEqual([
      'A1 r1217-4863',
      'A2 r1217-4862',
      'A3 r1217-4861',
      'B1 r1218-4863',
      'B2 r1218-4862',
      'B3 r1218-4861',
    ]);
  });

  it('leaves out the squares in the middle of a hole', () => {
    const cells = gridCells(
      shapeOf(rectangle(121_010, 486_010, 121_490, 486_490), rectangle(121_110, 486_110, 121_390, 486_390)),
    );
    expect(cells).toHaveLength(24);
    expect(cells.map(({ label }) => label)).not.toContain('C3');
  });

  it('takes both parts of a buurt that lies in two', () => {
    const [west = [], east = []] = [
      shapeOf(rectangle(121_010, 486_010, 121_050, 486_050)),
      shapeOf(rectangle(121_910, 486_010, 121_950, 486_050)),
    ];
    expect(gridCells([...west, ...east]).map(({ label }) => label)).toEqual(['A1', 'J1']);
  });

  it('is empty as long as no area was imported', () => {
    expect(gridCells([])).toEqual([]);
  });

  it('goes on after Z as a street atlas does', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('covers every place in the buurt and on its border', () => {
    fc.assert(
      fc.property(stars, fc.nat(1000), fc.nat(100), ({ centre, corners }, where, share) => {
        const shape = shapeOf(corners);
        const from = corners[where % corners.length] ?? centre;
        const part = share / 100;
        const place = [centre[0] + (from[0] - centre[0]) * part, centre[1] + (from[1] - centre[1]) * part] as const;
        const [lon, lat] =
          share === 100 ? (shape[0]?.[0]?.[where % corners.length] ?? fromRd(...place)) : fromRd(...place);
        expect(gridCells(shape).map(({ id }) => id)).toContain(cellOf(lon, lat));
      }),
    );
  });

  it('is the same each time, wherever the ring begins and whichever way it turns', () => {
    fc.assert(
      fc.property(stars, fc.nat(23), ({ corners }, turn) => {
        const turned = [...corners.slice(turn % corners.length), ...corners.slice(0, turn % corners.length)];
        const ids = (ring: typeof corners) => gridCells(shapeOf(ring)).map(({ id, label }) => `${id} ${label}`);
        expect(ids(turned)).toEqual(ids(corners));
        expect(ids(turned.toReversed())).toEqual(ids(corners));
      }),
    );
  });

  it('has no square smaller than 100 metres, and none twice', () => {
    fc.assert(
      fc.property(stars, ({ corners }) => {
        const cells = gridCells(shapeOf(corners));
        expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
        expect(new Set(cells.map(({ label }) => label)).size).toBe(cells.length);
        for (const { ring } of cells) {
          const [[west, south], , [east, north]] = ring.map(([lon, lat]) => toRd(lon, lat)) as [
            readonly [number, number],
            unknown,
            readonly [number, number],
          ];
          expect(east - west).toBeCloseTo(100, 0);
          expect(north - south).toBeCloseTo(100, 0);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the cell of a place', () => {
  it('is the same for any two places in one square', () => {
    const square = fc.record({ x: fc.integer({ min: 100, max: 2700 }), y: fc.integer({ min: 3100, max: 6100 }) });
    const spot = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(square, spot, spot, ({ x, y }, ...spots) => {
        const ids = spots.map(([east, north]) => cellOf(...fromRd(x * 100 + east, y * 100 + north)));
        expect(ids).toEqual([`r${x}-${y}`, `r${x}-${y}`]);
      }),
    );
  });

  it.each([
    ['null island', 0, 0],
    ['swapped coordinates', 52.3, 4.9],
    ['no number', NaN, 52],
    ['beyond the border', 8, 52],
    ['beyond the world', 4.9, 1e308],
  ])('is not there for %s', (_, lon, lat) => {
    expect(cellOf(lon, lat)).toBeNull();
  });
});
