import type { FieldReader } from '../field-reader.ts';

const MAX_ROWS = 40;

/** The numbers of the rows of a table that was typed: as many as its longest column has. What is too much is told. */
export function rowsOf(reader: FieldReader, columns: readonly [string, ...string[]], max = MAX_ROWS): number[] {
  const typed = Math.max(...columns.map((column) => reader.all(column).findLastIndex((value) => value !== '') + 1));
  if (typed > max) reader.report(columns[0], 'too-many', { index: max, values: { max } });
  return [...Array(Math.min(max, typed)).keys()];
}
