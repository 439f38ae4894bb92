import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, rectangle, shapeOf, spreads, stars } from '../../../../tests/signals/grids.ts';
import { cellAt, isTooThin, placeUnder, squareKey } from '../plain/index.ts';
import { cellOf } from './cells.ts';
import { labelOf } from './grid.ts';
import { fromRd, toRd } from './rd.ts';

describe('the cell of a place', () => {
  const grid = gridOf(shapeOf(rectangle(121_600, 486_400, 122_400, 487_200)), (x, y) => (x % 3) * (y % 4) * 3);

  it('P3: is the same in the browser and on the server, wherever one clicks', async () => {
    const frame = { side: 40, left: 30, top: 30 };
    await fc.assert(
      fc.asyncProperty(stars, spreads, fc.nat(100), fc.nat(100), async ({ corners }, countIn, right, down) => {
        const drawn = await gridOf(shapeOf(corners), countIn);
        const { squares, west, north, columns, rows } = drawn;
        const spot = [30 + (columns * 40 * right) / 100, 30 + (rows * 40 * down) / 100] as const;
        const place = placeUnder({ ...frame, west, north }, ...spot);
        const clicked = cellAt(squares, ...place);
        // Degrees know a centimetre: a spot within two of a line may be on either side of it there.
        fc.pre(place.every((metres) => Math.abs(metres / 100 - Math.round(metres / 100)) > 0.0005));
        const [lon, lat] = fromRd(...place);
        expect(cellOf(drawn, { lon, lat })).toBe(clicked);
      }),
      { numRuns: 100 },
    );
  });

  it('P3: belongs on a line to the square north or east of it', async () => {
    const { squares } = await grid;
    const on = (x: number, y: number) => cellAt(squares, x, y);
    for (const [x, y] of [
      [121_700, 486_550],
      [121_750, 486_600],
      [121_700, 486_600],
    ] as const)
      expect(on(x, y)).toBe(squares[squareKey(Math.floor(x / 100), Math.floor(y / 100))] ?? null);
    expect(isTooThin(squares, 121_599.99, 486_500)).toBe(false);
  });

  it('P3: is the same for any two places in one square', async () => {
    const { squares } = await grid;
    const spot = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(fc.nat(7), fc.nat(7), spot, spot, (x, y, ...spots) => {
        const ids = spots.map(([east, north]) => {
          const [lon, lat] = fromRd(121_600 + x * 100 + east, 486_400 + y * 100 + north);
          return cellAt(squares, ...toRd(lon, lat));
        });
        expect(ids[0]).toBe(ids[1]);
      }),
    );
  });

  it.each([
    ['null island', 0, 0],
    ['swapped coordinates', 52.37, 4.9],
    ['no number', NaN, 52],
    ['another country', 8, 52],
    ['beyond the world', 4.9, 1e308],
    ['infinity', Infinity, -Infinity],
  ])('P3: is not there for %s', async (_, lon, lat) => {
    expect(cellOf(await grid, { lon, lat })).toBeNull();
  });
});

it.each(['', 'r1-2', 'r1216-4864x3', 'r1216-4864x4-nw', 'r1216-4864x2-nw-xx', '4.95,52.31', '__proto__', 'r1e3-4864'])(
  'P3: nothing lies in "%s", which is no id of a cell on the map',
  async (id) => {
    const grid = await gridOf(shapeOf(rectangle(121_600, 486_400, 122_400, 487_200)), () => 30);
    expect(labelOf(grid, id)).toBeNull();
  },
);
