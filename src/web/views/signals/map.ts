import {
  lettersOf,
  SQUARE_SIDE,
  squareKey,
  squaresOf,
  toRd,
  type CellGrid,
  type CellOfSquare,
  type MapFrame,
  type SignalOffer,
} from '../../../domain/signals/index.ts';
import { outlinePath } from '../../geo/outline.ts';
import { cellShape, type CellShape } from './cell-shape.ts';

/** Drawing units per square of 100 m; along the edges stand letters and numbers. */
const SIDE = 40;
const EDGE = 30;
/** CSS pixels for a square: with fewer the letters cannot be read, and a wide buurt scrolls instead. Who cannot hit it has the list. */
const SMALLEST = 21;
/** A small buurt must not be blown up until one square fills the screen. */
const FEWEST = 7;

interface Mark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What is known of a cell, to be shown on the map: a short text in its middle, and how it looks. */
export interface CellMark {
  readonly cell: string;
  readonly text: string;
  /** `value`: a number stands for it · `few`: too few to tell. */
  readonly look: 'value' | 'few';
}

/**
 * A buurt in cells, as a street atlas shows it: along the edges letters and numbers of squares of 100 m, thick lines round each
 * cell. Plain data: an island gets it as it is.
 */
export interface GridDrawing extends MapFrame {
  readonly width: number;
  readonly height: number;
  /** In CSS pixels: narrower than this it scrolls. */
  readonly leastWidth: number;
  /** Path data of the outline of the buurt, and of the squares that belong to no cell: too few homes. */
  readonly outline: string;
  readonly empty: string;
  /** Each cell, by its id; and those that were asked for and are not cells any more. */
  readonly cells: Readonly<Record<string, CellShape>>;
  /** What is where, for who points at it. */
  readonly squares: CellOfSquare;
  readonly letters: readonly Mark[];
  readonly numbers: readonly Mark[];
  /** Numbered dots; the list beside the map has their names, see `placesOnMap`. */
  readonly places: readonly Mark[];
  readonly marks: readonly (Mark & { readonly cell: string; readonly look: CellMark['look'] })[];
}

/** What is drawn: the atlas of a buurt and its outline; `known`, places with a name; `marks`, what is known of cells. */
export interface Drawable {
  readonly grid: CellGrid;
  readonly outline: SignalOffer['outline'];
  readonly known?: readonly { readonly lon: number; readonly lat: number; readonly number: number }[];
  readonly marks?: readonly CellMark[];
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

function frameOf({ west, north, columns, rows }: CellGrid) {
  const broad = Math.max(columns, FEWEST, Math.ceil(rows * 0.8));
  const left = EDGE + ((broad - columns) * SIDE) / 2;
  const [width, height] = [broad * SIDE + 2 * EDGE, rows * SIDE + 2 * EDGE];
  return { width, height, leastWidth: Math.round((width / SIDE) * SMALLEST), side: SIDE, left, top: EDGE, west, north };
}

/** Letters above and below, numbers on both sides. */
function edgesOf({ columns, rows }: CellGrid, { left, height }: ReturnType<typeof frameOf>) {
  const [above, below] = [EDGE - 9, height - 10];
  const [west, east] = [left - EDGE / 2, left + columns * SIDE + EDGE / 2];
  return {
    letters: range(columns).flatMap((column) =>
      [above, below].map((y) => ({ text: lettersOf(column), x: left + (column + 0.5) * SIDE, y })),
    ),
    numbers: range(rows).flatMap((row) =>
      [west, east].map((x) => ({ text: String(row + 1), x, y: EDGE + (row + 0.5) * SIDE + 6 })),
    ),
  };
}

/**
 * Draws the cells of a buurt; null as long as there are none, because no area or no homes were imported. A marked cell of an
 * earlier division is drawn where it was.
 */
export function cellDrawing({ grid, outline, known = [], marks = [] }: Drawable): GridDrawing | null {
  if (grid.columns === 0 || (grid.cells.length === 0 && marks.length === 0)) return null;
  const frame = frameOf(grid);
  const place = ({ lon, lat }: { readonly lon: number; readonly lat: number }) => {
    const [x, y] = toRd(lon, lat);
    const east = x / SQUARE_SIDE - grid.west;
    const south = grid.north + 1 - y / SQUARE_SIDE;
    return [frame.left + east * SIDE, frame.top + south * SIDE] as const;
  };
  const inside = (id: string) => squaresOf(id).filter(({ x, y }) => squareKey(x, y) in grid.squares);
  const shapes = new Map(
    [...grid.cells, ...marks.map(({ cell }) => ({ id: cell }))].map(({ id }) => [id, cellShape(inside(id), frame)]),
  );
  const none = Object.keys(grid.squares).filter((key) => grid.squares[key] === null);
  const empty = none.map((key) => key.split('-').map(Number)).map(([x = 0, y = 0]) => ({ x, y }));
  return {
    ...frame,
    ...edgesOf(grid, frame),
    outline: outlinePath(outline.shape, { width: frame.width, height: frame.height, place }, 400),
    // With no cell at all, stripes everywhere would only hide the marks.
    empty: grid.cells.length === 0 ? '' : cellShape(empty, frame).area,
    cells: Object.fromEntries(shapes),
    squares: grid.squares,
    places: known.map(({ lon, lat, number }) => {
      const [x, y] = place({ lon, lat });
      return { text: String(number), x: Math.round(x), y: Math.round(y) };
    }),
    marks: marks.flatMap((mark) => {
      const { x, y, area } = shapes.get(mark.cell) ?? { x: 0, y: 0, area: '' };
      return area === '' ? [] : [{ ...mark, x, y }];
    }),
  };
}

/** The map of the form: with the known places on it. */
export const gridDrawing = (offer: Pick<SignalOffer, 'buurt' | 'grid' | 'outline' | 'places'>): GridDrawing | null =>
  cellDrawing({ ...offer, known: placesOnMap(offer) });

/** The known places that lie in a cell, numbered, with the label of that cell. */
export function placesOnMap({ buurt, places, grid }: Pick<SignalOffer, 'buurt' | 'places' | 'grid'>) {
  const found = buurt.places.flatMap(({ name, lon, lat }) => {
    const id = places.find((known) => known.name === name)?.cell ?? null;
    const label = grid.cells.find((cell) => cell.id === id)?.label;
    return label === undefined ? [] : [{ name, lon, lat, label }];
  });
  return found.map((place, index) => ({ ...place, number: index + 1 }));
}
