import type { MultiPolygon } from '../kernel/index.ts';
import { fromRd, toRd } from './rd.ts';
import { SQUARE_SIDE, touchedSquares, type Square } from './touched-squares.ts';

/**
 * The only place a signal can have: a square of the fixed 100 m grid in RD. It is the whole square, also where it sticks out
 * of the buurt, so that a corner of a buurt does not point at one front door.
 */
export interface Cell {
  /** `r{x}-{y}`: its south-west corner in units of 100 m; stays the same whatever happens to the buurt. */
  readonly id: string;
  /** As in a street atlas: a letter from west to east, a number from north to south. Counts within one buurt. */
  readonly label: string;
  /** 0 for the most western column and the most northern row of the buurt. */
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** Degrees, closed, counter-clockwise (RFC 7946). */
  readonly ring: readonly (readonly [lon: number, lat: number])[];
}

/** The square field that RD is meant for, in metres; outside it there is no cell. */
const FIELD = { west: 0, south: 289_000, east: 300_000, north: 629_000 };

const idOf = ({ x, y }: Square) => `r${x}-${y}`;

/** The cell of a place (degrees); null outside the Netherlands. A place on a grid line is in the cell north or east of it. */
export function cellOf(lon: number, lat: number): string | null {
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return null;
  const [x, y] = toRd(lon, lat);
  const inside = x >= FIELD.west && x < FIELD.east && y >= FIELD.south && y < FIELD.north;
  return inside ? idOf({ x: Math.floor(x / SQUARE_SIDE), y: Math.floor(y / SQUARE_SIDE) }) : null;
}

/** `A` … `Z`, `AA` …: the letters of a column. */
export function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`;
}

/** The corner points of a square in degrees, closed, counter-clockwise. */
function ringOf({ x, y }: Square): Cell['ring'] {
  const corners = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ] as const;
  return corners.map(([east, north]) => fromRd(east * SQUARE_SIDE, north * SQUARE_SIDE));
}

/** The cells of a buurt: every one in which some of it lies. Column by column, each from north to south. */
export function gridCells(shape: MultiPolygon): Cell[] {
  const squares = touchedSquares(shape);
  const west = squares.reduce((least, { x }) => Math.min(least, x), Infinity);
  const north = squares.reduce((most, { y }) => Math.max(most, y), -Infinity);
  return squares
    .map((square) => {
      const column = square.x - west;
      const row = north - square.y;
      return {
        ...square,
        id: idOf(square),
        label: `${lettersOf(column)}${row + 1}`,
        column,
        row,
        ring: ringOf(square),
      };
    })
    .toSorted((a, b) => a.column - b.column || a.row - b.row);
}
