import fc from 'fast-check';
import type { MultiPolygon } from '../../src/domain/kernel/index.ts';
import { makeCellsOf } from '../../src/domain/signals/place/cells.ts';
import type { CellGrid } from '../../src/domain/signals/place/grid.ts';
import { fromRd } from '../../src/domain/signals/place/rd.ts';

/** How many homes a cell must hold in these tests. */
export const LEAST = 8;

/** A shape from corners in RD metres. */
export const shapeOf = (...rings: (readonly (readonly [number, number])[])[]): MultiPolygon => [
  rings.map((ring) => [...ring, ...ring.slice(0, 1)].map(([x, y]) => fromRd(x, y))),
];
/** A metre within these lines, so that a centimetre of rounding does not reach over them. */
export const rectangle = (west: number, south: number, east: number, north: number) =>
  [
    [west + 1, south + 1],
    [east - 1, south + 1],
    [east - 1, north - 1],
    [west + 1, north - 1],
  ] as const;

/** Homes by a rule, in every square of the country. */
const homesBy = (countIn: (x: number, y: number) => number | undefined) => ({
  revision: () => Promise.resolve('1'),
  ofAreas: () => Promise.resolve(null),
  find: (places: readonly string[]) =>
    Promise.resolve(
      new Map(
        places.flatMap((place) => {
          const [x = 0, y = 0] = place.slice(1).split('-').map(Number);
          const count = countIn(x, y);
          return count === undefined ? [] : [[place, count] as const];
        }),
      ),
    ),
});
export const gridOf = (shape: MultiPolygon, countIn: (x: number, y: number) => number | undefined): Promise<CellGrid> =>
  makeCellsOf({ homes: homesBy(countIn), minAddresses: LEAST })({ shape });

/** A star around a place in Amsterdam: any number of corners, at any distance. */
export const stars = fc
  .record({
    x: fc.integer({ min: 110_000, max: 130_000 }),
    y: fc.integer({ min: 478_000, max: 492_000 }),
    reach: fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 3, maxLength: 24 }),
  })
  .map(({ x, y, reach }) => ({
    centre: [x, y] as const,
    corners: reach.map((far, index) => {
      const angle = (index / reach.length) * 2 * Math.PI;
      return [x + far * Math.cos(angle), y + far * Math.sin(angle)] as const;
    }),
  }));
/** A number of homes for each square: mostly few, sometimes secret. */
export const spreads = fc
  .record({ seed: fc.nat(10_000), most: fc.integer({ min: 1, max: 60 }) })
  .map(({ seed, most }) => (x: number, y: number): number | undefined => {
    const mixed = Math.abs(Math.sin(x * 12.9898 + y * 78.233 + seed) * 43_758.5453) % 1;
    return mixed < 0.2 ? undefined : Math.floor(mixed * most);
  });
