import { lettersOf, SQUARE_SIDE, toRd, type Cell, type SignalOffer } from '../../../domain/signals/index.ts';
import { outlinePath } from '../../geo/outline.ts';

/** Drawing units per cell; along the edges stand letters and numbers. */
const SIDE = 40;
const EDGE = 30;
/** CSS pixels for a cell: with fewer the letters cannot be read, and a wide buurt scrolls instead. Who cannot hit it has the list. */
const SMALLEST = 21;
/** A small buurt must not be blown up until one cell fills the screen. */
const FEWEST = 7;

interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The outline of a buurt under its grid, as a street atlas shows it. Plain data: an island gets it as it is. */
export interface GridDrawing {
  readonly width: number;
  readonly height: number;
  /** In CSS pixels: narrower than this it scrolls. */
  readonly leastWidth: number;
  readonly side: number;
  /** Where the most north-western cell begins in the drawing. */
  readonly left: number;
  readonly top: number;
  /** The same corner in the grid: a cell `r{x}-{y}` is drawn at column x − west, row north − y. */
  readonly west: number;
  readonly north: number;
  /** Path data. */
  readonly outline: string;
  readonly squares: string;
  readonly letters: readonly Mark[];
  readonly numbers: readonly Mark[];
  /** Numbered dots; the list beside the map has their names, see `placesOnMap`. */
  readonly places: readonly Mark[];
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Null as long as no area was imported: then there is nothing to draw. */
export function gridDrawing(offer: SignalOffer): GridDrawing | null {
  const { cells, outline } = offer;
  const corner = cells.find(({ column }) => column === 0);
  if (!corner) return null;
  const west = corner.x;
  const north = corner.y + corner.row;
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const broad = Math.max(columns, FEWEST, Math.ceil(rows * 0.8));
  const left = EDGE + ((broad - columns) * SIDE) / 2;
  const place = ({ lon, lat }: { readonly lon: number; readonly lat: number }) => {
    const [x, y] = toRd(lon, lat);
    return [left + (x / SQUARE_SIDE - west) * SIDE, EDGE + (north + 1 - y / SQUARE_SIDE) * SIDE] as const;
  };
  const width = broad * SIDE + 2 * EDGE;
  const height = rows * SIDE + 2 * EDGE;
  return {
    width,
    height,
    leastWidth: Math.round((width / SIDE) * SMALLEST),
    side: SIDE,
    left,
    top: EDGE,
    west,
    north,
    outline: outlinePath(outline.shape, { width, height, place }, 400),
    squares: cells.map((cell) => squarePath(cell, left)).join(''),
    letters: range(columns).flatMap((column) =>
      [EDGE - 9, height - 10].map((y) => ({ text: lettersOf(column), x: left + (column + 0.5) * SIDE, y })),
    ),
    numbers: range(rows).flatMap((row) =>
      [left - EDGE / 2, left + columns * SIDE + EDGE / 2].map((x) => ({
        text: String(row + 1),
        x,
        y: EDGE + (row + 0.5) * SIDE + 6,
      })),
    ),
    places: placesOnMap(offer).map(({ lon, lat, number }) => {
      const [x, y] = place({ lon, lat });
      return { text: String(number), x: Math.round(x), y: Math.round(y) };
    }),
  };
}

const squarePath = ({ column, row }: Cell, left: number) =>
  `M${left + column * SIDE} ${EDGE + row * SIDE}h${SIDE}v${SIDE}h-${SIDE}z`;

/** The known places that fall on the map, numbered, with the cell each one lies in. */
export function placesOnMap({ buurt, places, cells }: Pick<SignalOffer, 'buurt' | 'places' | 'cells'>) {
  const found = buurt.places.flatMap(({ name, lon, lat }) => {
    const id = places.find((known) => known.name === name)?.cell;
    const label = cells.find((cell) => cell.id === id)?.label;
    return label === undefined ? [] : [{ name, lon, lat, label }];
  });
  return found.map((place, index) => ({ ...place, number: index + 1 }));
}
