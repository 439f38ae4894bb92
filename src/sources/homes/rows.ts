import { z } from 'astro/zod';
import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';
import { parseCsv } from '../csv.ts';

/** One row of a table or one feature of a map, before it is understood; `get` gives a column by its name, '' for none. */
export interface RawRow {
  /** `row 3`, `feature 3`: how an error calls it. */
  readonly where: string;
  readonly get: (column: string) => string;
}

export interface RawRows {
  /** Names of columns, in lower case. */
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly RawRow[];
}

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });
const feature = z.object({ type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadFile(`it is not JSON: ${error instanceof Error ? error.message : ''}. Download or export it again`);
  }
}

const worded = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** GeoJSON of CBS: the square is named in the properties, so the drawn shape is not read. */
function fromGeoJson(text: string): RawRows {
  const parsed = collection.safeParse(parseJson(text));
  if (!parsed.success)
    throw new BadFile('it is not a GeoJSON FeatureCollection with features; export it again, or as CSV');
  const rows = parsed.data.features.map((given, index) => {
    const where = `feature ${String(index + 1)}`;
    const one = feature.safeParse(given);
    if (!one.success) throw new BadFile(`${where} is not a GeoJSON Feature with properties; export it again`);
    const values = new Map(
      Object.entries(one.data.properties).map(([key, value]) => [key.toLowerCase(), worded(value)]),
    );
    return { where, values };
  });
  return {
    columns: new Set(rows.flatMap(({ values }) => [...values.keys()])),
    rows: rows.map(({ where, values }) => ({ where, get: (column) => values.get(column) ?? '' })),
  };
}

function fromCsv(text: string): RawRows {
  const [heading, ...lines] = parseCsv(text);
  const columns = (heading?.record ?? []).map((name) => name.trim().toLowerCase());
  const double = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (double !== undefined) throw new BadFile(`it has the column "${nameFew([double], 1)}" twice; leave one out`);
  const rows = lines.map(({ record, info }) => {
    const where = `row ${String(info.lines)}`;
    if (record.length !== columns.length)
      throw new BadFile(
        `${where} has ${String(record.length)} columns, the headings ${String(columns.length)}; export the table again`,
      );
    return { where, get: (column: string) => (record[columns.indexOf(column)] ?? '').trim() };
  });
  return { columns: new Set(columns), rows };
}

/** Reads rows from CSV, or from the properties of GeoJSON. */
export const rawRows = (text: string): RawRows => (/^\s*[{[]/.test(text) ? fromGeoJson(text) : fromCsv(text));
