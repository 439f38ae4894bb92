/** Metres: the side of the squares of which cells are made. */
export const SQUARE_SIDE = 100;

/**
 * Which cell each square belongs to: by `{x}-{y}`, its south-west corner in units of `SQUARE_SIDE` in RD. Null: some of the
 * buurt lies there, but too few homes do; then the buurt itself is the place.
 */
export type CellOfSquare = Readonly<Record<string, string | null>>;

export const squareKey = (x: number, y: number): string => `${String(x)}-${String(y)}`;

/** In units of `SQUARE_SIDE`: the south-west corner of a square. */
export type SquareCorner = readonly [x: number, y: number];

/** The square of a point (metres in RD). A point on a grid line is in the square north or east of it. */
export const squareAt = (x: number, y: number): SquareCorner => [
  Math.floor(x / SQUARE_SIDE),
  Math.floor(y / SQUARE_SIDE),
];

/** The cell of a point (metres in RD), for the browser and the server alike; null where there is none, see `CellOfSquare`. */
export const cellAt = (squares: CellOfSquare, x: number, y: number): string | null =>
  squares[squareKey(...squareAt(x, y))] ?? null;

/** Whether the point lies in the buurt, but where too few homes are for a cell. */
export const isTooThin = (squares: CellOfSquare, x: number, y: number): boolean =>
  squares[squareKey(...squareAt(x, y))] === null;

/** How a map lies over the grid: `side` drawing units for a square; its north-western square (`west`, `north`) begins at `left`, `top`. */
export interface MapFrame {
  readonly side: number;
  readonly left: number;
  readonly top: number;
  readonly west: number;
  readonly north: number;
}

/** The place (metres in RD) under a point of the drawing. It never leaves the browser: only the id of its cell does. */
export const placeUnder = (
  { side, left, top, west, north }: MapFrame,
  x: number,
  y: number,
): readonly [number, number] => [
  (west + (x - left) / side) * SQUARE_SIDE,
  (north + 1 - (y - top) / side) * SQUARE_SIDE,
];

/** East and north, in squares; one of them 0, the other 1 or −1. */
export type Direction = readonly [east: number, north: number];

/** How many squares an arrow key looks for another cell: 40 km, more than any buurt is wide. */
const FARTHEST = 400;

/** The first square of a cell: the most north-western one. Undefined when it has none. */
export function firstSquareOf(squares: CellOfSquare, cell: string): SquareCorner | undefined {
  const own = Object.keys(squares).filter((key) => squares[key] === cell);
  const corners = own.map((key) => key.split('-').map(Number)).map(([x = 0, y = 0]) => [x, y] as const);
  return corners.toSorted(([x, y], [otherX, otherY]) => otherY - y || x - otherX)[0];
}

/**
 * One step over the map with an arrow key, from a square to the first one in that direction that is in another cell: over what
 * is left of the own cell, and over gaps. Undefined when there is none.
 */
export function stepFrom(
  squares: CellOfSquare,
  from: SquareCorner,
  [east, north]: Direction,
): SquareCorner | undefined {
  const own = squares[squareKey(...from)] ?? null;
  for (let far = 1; far <= FARTHEST; far += 1) {
    const next = [from[0] + east * far, from[1] + north * far] as const;
    const cell = squares[squareKey(...next)] ?? null;
    if (cell !== null && cell !== own) return next;
  }
  return undefined;
}
