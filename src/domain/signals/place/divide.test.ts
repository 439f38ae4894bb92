import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf, LEAST, rectangle, shapeOf, spreads, stars } from '../../../../tests/signals/grids.ts';
import { squareKey } from '../plain/index.ts';
import { cellOf, makeCellsOf } from './cells.ts';
import { labelOf, lettersOf, squaresOf, type CellGrid } from './grid.ts';
import { sharesOf, squareId } from './shares.ts';

const labelsOf = ({ cells }: CellGrid) => cells.map(({ label, id }) => `${label} ${id}`);

describe('the cells of a buurt', () => {
  it('are squares of 100 metres where enough homes are, lettered from the west and numbered from the north', async () => {
    const grid = await gridOf(shapeOf(rectangle(121_700, 486_100, 121_900, 486_400)), () => 20);
    expect(labelsOf(grid)).toEqual([
      'A1 r1217-4863',
      'A2 r1217-4862',
      'A3 r1217-4861',
      'B1 r1218-4863',
      'B2 r1218-4862',
      'B3 r1218-4861',
    ]);
    expect(grid.cells[0]?.size).toEqual({ width: 100, height: 100, whole: true });
  });

  it('P3: go together with their neighbours on the fixed grid until they hold enough homes', async () => {
    const block = shapeOf(rectangle(121_600, 486_400, 122_000, 486_800));
    const of = async (countIn: (x: number, y: number) => number) => labelsOf(await gridOf(block, countIn));
    expect(await of(() => 1)).toEqual(['A1–D4 r1216-4864x4']);
    expect(await of(() => 2)).toEqual([
      'A1–B2 r1216-4866x2',
      'A3–B4 r1216-4864x2',
      'C1–D2 r1218-4866x2',
      'C3–D4 r1218-4864x2',
    ]);
    // The park in the north-west takes the poorest of its three neighbours with it, and no more.
    const park = await of((x, y) => (x < 1218 && y >= 4866 ? 0 : x >= 1218 && y >= 4866 ? 2 : 20));
    expect(park[0]).toBe('A1–D2 r1216-4864x4-nw-ne');
    expect(park).toHaveLength(9);
  });

  it('P3: have a corner less where that corner can be by itself', async () => {
    const block = shapeOf(rectangle(121_600, 486_600, 121_800, 486_800));
    const grid = await gridOf(block, (x, y) => (x === 1217 && y === 4866 ? 40 : 3));
    expect(labelsOf(grid)).toEqual(['A1–B1 + A2 r1216-4866x2-nw-ne-sw', 'B2 r1217-4866']);
    expect(grid.cells[0]?.size).toEqual({ width: 200, height: 200, whole: false });
  });

  it('P3: are no larger in words than they are drawn: where the buurt ends, the cell ends', async () => {
    const strip = shapeOf(rectangle(121_600, 486_700, 121_900, 486_800));
    const grid = await gridOf(strip, () => 4);
    expect(labelsOf(grid)).toEqual(['A1–C1 r1216-4864x4']);
    expect(grid.cells[0]?.size).toEqual({ width: 300, height: 100, whole: true });
  });

  it('P3: are not there where even 800 metres hold too few homes, nor where nothing is known of homes', async () => {
    const block = shapeOf(rectangle(121_600, 486_400, 122_400, 487_200));
    for (const countIn of [() => undefined, () => 0, (x: number, y: number) => (x === 1220 && y === 4866 ? 7 : 0)]) {
      const grid = await gridOf(block, countIn);
      expect(grid.cells).toEqual([]);
      expect(new Set(Object.values(grid.squares))).toEqual(new Set([null]));
      expect(cellOf(grid, { lon: 4.9, lat: 52.37 })).toBeNull();
    }
  });

  it('P3: count of a square on the border only the part that lies in the buurt', async () => {
    // Half of the only square: 14 homes become 7.
    const half = shapeOf(rectangle(121_700, 486_100, 121_751, 486_200));
    expect((await gridOf(half, () => 14)).cells).toEqual([]);
    expect((await gridOf(half, () => 16)).cells).toMatchObject([{ label: 'A1', homes: 8 }]);
  });

  it('P3: hold enough homes, and every place of the buurt is in one of them or in none', async () => {
    await fc.assert(
      fc.asyncProperty(stars, spreads, async ({ corners }, countIn) => {
        const shape = shapeOf(corners);
        const shares = sharesOf(shape);
        const grid = await gridOf(shape, countIn);
        const homes = new Map(
          shares.map(({ x, y, share }) => [squareKey(x, y), Math.floor((countIn(x, y) ?? 0) * share)]),
        );
        for (const cell of grid.cells) {
          const inside = cell.squares.reduce((sum, { x, y }) => sum + (homes.get(squareKey(x, y)) ?? 0), 0);
          expect(inside).toBeGreaterThanOrEqual(LEAST);
          expect(inside).toBe(cell.homes);
        }
        const inCells = grid.cells.flatMap(({ squares }) => squares.map(squareId));
        expect(new Set(inCells).size).toBe(inCells.length);
        const inNone = shares.filter(({ x, y }) => grid.squares[squareKey(x, y)] === null).map(squareId);
        expect([...inCells, ...inNone].toSorted()).toEqual(shares.map(squareId).toSorted());
        expect(new Set(grid.cells.map(({ label }) => label)).size).toBe(grid.cells.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are named so that the name alone tells the same ground', async () => {
    await fc.assert(
      fc.asyncProperty(stars, spreads, async ({ corners }, countIn) => {
        const grid = await gridOf(shapeOf(corners), countIn);
        for (const { id, label, squares } of grid.cells) {
          const ground = new Set(squaresOf(id).map(squareId));
          expect(squares.filter((square) => !ground.has(squareId(square)))).toEqual([]);
          expect(labelOf(grid, id)).toBe(label);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are the same each time, wherever the ring begins and whichever way it turns', async () => {
    await fc.assert(
      fc.asyncProperty(stars, spreads, fc.nat(23), async ({ corners }, countIn, turn) => {
        const turned = [...corners.slice(turn % corners.length), ...corners.slice(0, turn % corners.length)];
        const expected = labelsOf(await gridOf(shapeOf(corners), countIn));
        expect(labelsOf(await gridOf(shapeOf(turned), countIn))).toEqual(expected);
        expect(labelsOf(await gridOf(shapeOf(turned.toReversed()), countIn))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('leave out the middle of a hole, and take both parts of a buurt that lies in two', async () => {
    const ring = shapeOf(rectangle(121_010, 486_010, 121_490, 486_490), rectangle(121_110, 486_110, 121_390, 486_390));
    const grid = await gridOf(ring, () => 30);
    expect(Object.keys(grid.squares)).toHaveLength(24);
    expect(grid.squares).not.toHaveProperty('1212-4862');
    const two = [
      ...shapeOf(rectangle(121_000, 486_000, 121_100, 486_100)),
      ...shapeOf(rectangle(121_900, 486_000, 122_000, 486_100)),
    ];
    expect((await gridOf(two, () => 30)).cells.map(({ label }) => label)).toEqual(['A1', 'J1']);
  });

  it('are none as long as no area was imported', async () => {
    expect(await gridOf([], () => 30)).toMatchObject({ columns: 0, cells: [] });
  });

  it('are drawn again when other homes are imported, and only then', async () => {
    const shape = shapeOf(rectangle(121_700, 486_100, 121_800, 486_200));
    const homes = { now: 20, revision: '1', asked: 0 };
    const cellsOf = makeCellsOf({
      minAddresses: LEAST,
      homes: {
        revision: () => Promise.resolve(homes.revision),
        ofAreas: () => Promise.resolve(null),
        find: (places) => {
          homes.asked += 1;
          return Promise.resolve(new Map(places.map((place) => [place, homes.now])));
        },
      },
    });
    const [first, second] = [await cellsOf({ shape }), await cellsOf({ shape })];
    expect(second).toBe(first);
    expect(homes.asked).toBe(1);
    [homes.now, homes.revision] = [2, '2'];
    expect((await cellsOf({ shape })).cells).toEqual([]);
  });

  it('go on after Z as a street atlas does', () => {
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
