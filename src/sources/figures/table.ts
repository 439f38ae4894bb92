import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';
import { parseCsv } from '../csv.ts';
import { FORMATS, type Format } from './formats.ts';

/** A table with its heading found: `row` numbers are those of the file, as an editor shows them. */
export interface Table {
  readonly format: Format;
  /** As they stand in the file. */
  readonly headings: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** How columns are compared: lower case, single spaces, without the topic number of CBS open data. */
export const columnKey = (heading: string): string =>
  heading.trim().toLowerCase().replace(/\s+/g, ' ').replace(/_\d+$/, '');

const fits = (format: Format, keys: ReadonlySet<string>): boolean =>
  [format.code, ...format.needs].every((key) => keys.has(key));

/** StatLine puts a title above the headings; further down they cannot be. */
const HEADING_WITHIN = 10;

/** Reads the table and finds its layout. Refuses layouts that are not known, with what was found and what could be. */
export function readTable(text: string): Table {
  const lines = parseCsv(text);
  if (lines.length === 0) throw new BadFile('it holds no rows; export it again');
  for (const [index, { record }] of lines.slice(0, HEADING_WITHIN).entries()) {
    const keys = new Set(record.map(columnKey));
    const format = FORMATS.find((one) => fits(one, keys));
    if (!format) continue;
    const rows = lines.slice(index + 1).map((line) => ({ line: line.info.lines, cells: line.record }));
    return { format, headings: record.map((heading) => heading.trim()), rows };
  }
  const known = FORMATS.map(({ what }) => `– ${what}`).join('\n');
  throw new BadFile(
    `no known table; its columns are ${nameFew(
      (lines[0]?.record ?? []).map((heading) => heading.trim()),
      30,
    )}. Known are:\n${known}\nExport one of these, with the codes of the areas`,
  );
}
