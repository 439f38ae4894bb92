import { SQUARE_SIDE, squareKey, type CellOfSquare } from '../plain/index.ts';
import { QUARTERS, type Block, type Part, type Quarter } from './divide.ts';
import type { Square } from './shares.ts';

/**
 * The only place a signal can have: one or more squares of the fixed 100 m grid in RD, with enough homes in the buurt. It is
 * drawn with whole squares, also where they stick out of the buurt.
 */
export interface Cell {
  /**
   * `r{x}-{y}` for a square of 100 m, by its south-west corner in units of 100 m; `r{x}-{y}x4` for one of 400 m;
   * `r{x}-{y}x4-nw-ne` for two or three quarters of that. Means the same piece of ground whatever happens to the buurt.
   */
  readonly id: string;
  /** As in a street atlas: `C4`, `C4–D5`, or `C4–F5 + C6–D7` for a corner. Counts within one buurt. */
  readonly label: string;
  /** Where it begins in the atlas: 0 for the most western column and the most northern row of the buurt. */
  readonly column: number;
  readonly row: number;
  /** Those of its squares in which some of the buurt lies. */
  readonly squares: readonly Square[];
  /** In metres; `whole`: its squares fill that rectangle, else one or more are missing. */
  readonly size: { readonly width: number; readonly height: number; readonly whole: boolean };
  /** Homes in the part of it that lies in the buurt, at least about so many. */
  readonly homes: number;
}

/** How a buurt is divided. Plain data but for its size: a browser needs `squares` only. */
export interface CellGrid {
  /** The most western column and the most northern row, in units of 100 m; how many of each. 0 columns: no outline is known. */
  readonly west: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
  /** From west to east, and from north to south. Empty where too little is known of homes: then the buurt is the place. */
  readonly cells: readonly Cell[];
  /** The cell of each square in which some of the buurt lies. */
  readonly squares: CellOfSquare;
}

export const EMPTY_GRID: CellGrid = { west: 0, north: 0, columns: 0, rows: 0, cells: [], squares: {} };

/** `A` … `Z`, `AA` …: the letters of a column. */
export function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : `${lettersOf(Math.floor(column / 26) - 1)}${last}`;
}

type Frame = Pick<CellGrid, 'west' | 'north'>;

/** `C4`, or `C4–D5`: from the north-western square to the south-eastern one. */
function rangeOf(squares: readonly Square[], { west, north }: Frame): string {
  const columns = squares.map(({ x }) => x - west).toSorted((a, b) => a - b);
  const rows = squares.map(({ y }) => north - y).toSorted((a, b) => a - b);
  const name = (at: number) => `${lettersOf(columns.at(at) ?? 0)}${String((rows.at(at) ?? 0) + 1)}`;
  return name(0) === name(-1) ? name(0) : `${name(0)}–${name(-1)}`;
}

const isLShaped = ({ quarters }: Block) => quarters?.length === 3;

function labelOfBlock(block: Block, squares: readonly Square[], frame: Frame): string {
  if (!isLShaped(block)) return rangeOf(squares, frame);
  const middle = block.y + block.side / 2;
  const halves = [squares.filter(({ y }) => y >= middle), squares.filter(({ y }) => y < middle)];
  return halves
    .filter((half) => half.length > 0)
    .map((half) => rangeOf(half, frame))
    .join(' + ');
}

const idOf = ({ x, y, side, quarters }: Block): string =>
  `r${squareKey(x, y)}${side === 1 ? '' : `x${String(side)}`}${(quarters ?? []).map((name) => `-${name}`).join('')}`;

/** Of what is drawn and counted: on the edge of a buurt less than the block. */
function sizeOf(squares: readonly Square[]): Cell['size'] {
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values) + 1;
  const [columns, rows] = [span(squares.map(({ x }) => x)), span(squares.map(({ y }) => y))];
  return { width: columns * SQUARE_SIDE, height: rows * SQUARE_SIDE, whole: squares.length === columns * rows };
}

function cellOfPart(part: Part, frame: Frame): Cell {
  const squares = part.squares.map(({ x, y }) => ({ x, y }));
  return {
    id: idOf(part),
    label: labelOfBlock(part, squares, frame),
    column: Math.min(...squares.map(({ x }) => x)) - frame.west,
    row: frame.north - Math.max(...squares.map(({ y }) => y)),
    squares,
    size: sizeOf(squares),
    homes: part.homes,
  };
}

/** The atlas of a buurt: every square in which some of it lies, and the cells that these are divided in. */
export function makeGrid(squares: readonly Square[], parts: readonly Part[]): CellGrid {
  const [xs, ys] = [squares.map(({ x }) => x), squares.map(({ y }) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const frame = { west: least(xs), north: most(ys) };
  const cells = parts.map((part) => cellOfPart(part, frame)).toSorted((a, b) => a.column - b.column || a.row - b.row);
  const none = squares.map(({ x, y }) => [squareKey(x, y), null] as const);
  const taken = cells.flatMap(({ id, squares: own }) => own.map(({ x, y }) => [squareKey(x, y), id] as const));
  return {
    ...frame,
    columns: most(xs) - frame.west + 1,
    rows: frame.north - least(ys) + 1,
    cells,
    squares: Object.fromEntries([...none, ...taken]),
  };
}

const ID = /^r(\d{1,4})-(\d{1,4})(?:x([248])((?:-(?:nw|ne|sw|se)){2,3})?)?$/;

/** The piece of ground that an id of a cell names, of this or an earlier division; null when it is no such id. */
function blockOf(id: string): Block | null {
  const [, x, y, side = '1', names] = ID.exec(id) ?? [];
  if (x === undefined || y === undefined) return null;
  const quarters = names === undefined ? null : QUARTERS.filter((name) => names.includes(name));
  return { x: Number(x), y: Number(y), side: Number(side), quarters };
}

const within = (block: Block, { x, y }: Square): boolean => {
  const half = block.side / 2;
  const name: Quarter = y - block.y >= half ? (x - block.x >= half ? 'ne' : 'nw') : x - block.x >= half ? 'se' : 'sw';
  return block.quarters === null || block.quarters.includes(name);
};

/** All squares of a cell by its id alone, also where they stick out of the buurt; empty when it is no id of a cell. */
export function squaresOf(id: string): Square[] {
  const block = blockOf(id);
  if (!block) return [];
  const steps = Array.from({ length: block.side }, (_, step) => step);
  return steps
    .flatMap((east) => steps.map((north) => ({ x: block.x + east, y: block.y + north })))
    .filter((square) => within(block, square));
}

/** How the atlas of a buurt calls a cell, also one of an earlier division; null where it has nothing of it (any more). */
export function labelOf(grid: CellGrid, id: string): string | null {
  const block = blockOf(id);
  const squares = squaresOf(id).filter(({ x, y }) => squareKey(x, y) in grid.squares);
  return block && squares.length > 0 ? labelOfBlock(block, squares, grid) : null;
}
