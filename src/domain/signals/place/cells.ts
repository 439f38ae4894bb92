import type { Homes } from '../../homes/index.ts';
import type { Outline } from '../../buurten/index.ts';
import { cellAt } from '../plain/index.ts';
import { divide } from './divide.ts';
import { EMPTY_GRID, makeGrid, type CellGrid } from './grid.ts';
import { toRd } from './rd.ts';
import { squareId, sharesOf } from './shares.ts';

/** What making a place coarse needs: how many homes there are, and how many a cell must hold. */
export interface PlaceNeeds {
  readonly homes: Homes;
  /** A cell holds at least so many addresses. */
  readonly minAddresses: number;
}

/** The cells of an outline, see `CellGrid`. */
export type CellsOf = (outline: Pick<Outline, 'shape'>) => Promise<CellGrid>;

/**
 * Makes the verb that divides a buurt into cells. Worked out once: the domain of buurten gives the same outline until its
 * areas change, and the homes have a revision.
 */
export function makeCellsOf({ homes, minAddresses }: PlaceNeeds): CellsOf {
  const kept = new WeakMap<Outline['shape'], { readonly revision: string; readonly grid: Promise<CellGrid> }>();

  const draw = async (shape: Outline['shape']): Promise<CellGrid> => {
    const shares = sharesOf(shape);
    if (shares.length === 0) return EMPTY_GRID;
    const known = await homes.find(shares.map(squareId));
    // What lies outside the buurt does not hide anybody: of a square on the border only its share counts.
    const counted = shares.map((square) => ({
      ...square,
      homes: Math.floor((known.get(squareId(square)) ?? 0) * square.share),
    }));
    return makeGrid(shares, divide(counted, minAddresses));
  };

  return async ({ shape }) => {
    const revision = await homes.revision();
    const before = kept.get(shape);
    if (before?.revision === revision) return before.grid;
    const grid = draw(shape);
    kept.set(shape, { revision, grid });
    grid.catch(() => kept.delete(shape));
    return grid;
  };
}

/** Id of the cell of a place in degrees; null where there is none, and there the buurt is the place. */
export function cellOf(grid: CellGrid, { lon, lat }: { readonly lon: number; readonly lat: number }): string | null {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  const [x, y] = toRd(lon, lat);
  return cellAt(grid.squares, x, y);
}
