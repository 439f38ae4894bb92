import type { HomesCount, HomesFile } from '../../domain/homes/index.ts';
import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';
import { readCode, readNumber } from '../figures/values.ts';
import { rawRows, type RawRow } from './rows.ts';

/** What whoever imports may tell, when the file does not. */
export interface HomesOptions {
  /** Who counted, and when; else by the form of the file. */
  readonly source?: string | undefined;
}

/** One way in which a row says where it is: its columns, and the place they name. */
interface Layout {
  readonly columns: readonly string[];
  readonly publisher: string;
  /** What it counts per. */
  readonly finest: 'square' | 'area';
  readonly placeOf: (row: RawRow) => string;
}

/** In the order in which they are looked for: `aantal_woningen` is that of CBS. */
const COUNTS = ['aantal_woningen', 'woningen', 'homes', 'adressen', 'addresses'] as const;
/** More than the fullest hectare and the largest city of the country have: a wrong column. */
const MOST = { square: 10_000, area: 1_000_000 };
/** The square field that RD is meant for, in units of 100 m. */
const FIELD = { west: 0, south: 2_890, east: 3_000, north: 6_290 };
const SIDE = 100;

function squareAt(x: number, y: number, { where }: RawRow): string {
  if (x >= FIELD.west && x < FIELD.east && y >= FIELD.south && y < FIELD.north) return `r${String(x)}-${String(y)}`;
  throw new BadFile(
    `${where}: the square at x ${String(x * SIDE)}, y ${String(y * SIDE)} lies outside the Netherlands. Use metres in RD (EPSG:28992), first x (0 to 300000), then y (289000 to 629000)`,
  );
}

/** CBS calls a square after its south-west corner: `E1217N4863`. */
function namedSquare(name: string, row: RawRow): string {
  const [, east, north, x = east, y = north] = /^(?:E(\d{4})N(\d{4})|r(\d{1,4})-(\d{4}))$/i.exec(name) ?? [];
  if (x === undefined || y === undefined)
    throw new BadFile(`${row.where}: "${name.slice(0, 40)}" is not a square of 100 m. Write it as E1217N4863`);
  return squareAt(Number(x), Number(y), row);
}

function cornerSquare(row: RawRow): string {
  const [x, y] = ['x', 'y'].map((axis) => {
    const value = readNumber(row.get(axis));
    if (value !== null && value !== undefined && value % SIDE === 0) return value / SIDE;
    throw new BadFile(
      `${row.where}, column "${axis}": "${row.get(axis).slice(0, 40)}" is not a corner of a square of 100 m. Write metres in RD that end in 00, like 121700`,
    );
  });
  return squareAt(x ?? NaN, y ?? NaN, row);
}

function areaCode(column: string) {
  return (row: RawRow): string => {
    const code = readCode(row.get(column));
    if (code !== 'country' && code !== 'unknown') return code;
    throw new BadFile(
      `${row.where}, column "${column}": "${row.get(column).slice(0, 40)}" is not the code of an area. Write it as BU0363TD01`,
    );
  };
}

const square = (column: string, publisher: string): Layout => ({
  columns: [column],
  publisher,
  finest: 'square',
  placeOf: (row) => namedSquare(row.get(column), row),
});
const area = (column: string): Layout => ({
  columns: [column],
  publisher: 'Woningen per gebied',
  finest: 'area',
  placeOf: areaCode(column),
});
const LAYOUTS: readonly Layout[] = [
  square('crs28992res100m', 'CBS, Vierkantstatistieken 100 m'),
  square('vierkant', 'Woningen per vierkant'),
  square('square', 'Woningen per vierkant'),
  { columns: ['x', 'y'], publisher: 'Woningen per vierkant', finest: 'square', placeOf: cornerSquare },
  area('buurtcode'),
  area('gwb_code'),
  area('code'),
];

const KNOWN = `Known are a column "crs28992res100m", "vierkant" or "square" (E1217N4863), "x" and "y" (metres in RD, the south-west corner), or "buurtcode"; with the number of homes in one of ${COUNTS.map((name) => `"${name}"`).join(', ')}`;

function layoutOf(columns: ReadonlySet<string>): { layout: Layout; count: string } {
  const layout = LAYOUTS.find((one) => one.columns.every((column) => columns.has(column)));
  const count = COUNTS.find((column) => columns.has(column));
  if (layout && count !== undefined) return { layout, count };
  const what = layout ? 'no column with the number of homes' : 'no column that tells the square';
  throw new BadFile(`${what}; its columns are ${nameFew([...columns], 30)}. ${KNOWN}`);
}

/** Null: the source gives no number. */
function countIn(row: RawRow, column: string, place: string): number | null {
  const text = row.get(column);
  const value = readNumber(text);
  if (value === null) return null;
  const most = place.startsWith('r') ? MOST.square : MOST.area;
  if (value !== undefined && Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new BadFile(
    `${row.where}, column "${column}": "${text.slice(0, 40)}" is not a number of homes. Write a whole number from 0 to ${String(most)}, or leave the cell empty`,
  );
}

function withoutDoubles(found: readonly (HomesCount & { readonly where: string })[]): HomesCount[] {
  const seen = new Map<string, HomesCount & { readonly where: string }>();
  for (const one of found) {
    const before = seen.get(one.place);
    if (before && before.count !== one.count)
      throw new BadFile(
        `${one.where}: ${one.place} has another number (${String(one.count)}) than in ${before.where} (${String(before.count)}). Leave one out`,
      );
    seen.set(one.place, one);
  }
  return [...seen.values()].map(({ place, count }) => ({ place, count }));
}

/**
 * Reads how many homes there are, per square of 100 m or per area, from CSV or the properties of GeoJSON; throws BadFile at the
 * first row that is not right. Where the source gives no number (CBS: −99997), it is 0: a cell may only be shown for homes of
 * which somebody is sure.
 */
export function readHomes(text: string, { source }: HomesOptions, year: string | null): HomesFile {
  const { columns, rows } = rawRows(text);
  const { layout, count: column } = layoutOf(columns);
  if (rows.length === 0) throw new BadFile('it holds no rows; export it again');
  const found = rows.map((row) => {
    const place = layout.placeOf(row);
    const count = countIn(row, column, place);
    return { where: row.where, place, count: count ?? 0, secret: count === null };
  });
  const secret = found.filter((one) => one.secret).length;
  return {
    source: source ?? (year === null ? layout.publisher : `${layout.publisher}, ${year}`),
    read: rows.length,
    counts: withoutDoubles(found),
    skipped: [],
    remarks: [
      ...(secret === 0 ? [] : [`${String(secret)} without a number (secret or unknown) stored as 0`]),
      ...(layout.finest === 'square'
        ? []
        : ['numbers of areas only: without numbers of squares a signal has no finer place than the buurt']),
    ],
  };
}
