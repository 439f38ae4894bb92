import type { DraftKind, Problem } from '../../../domain/drafts/index.ts';
import { isDay } from '../../../domain/kernel/index.ts';
import { sayLongDay } from '../../dates.ts';
import { isMessageKey, messageKey, type Translate } from '../../translate.ts';
import { isTable, namesOf } from './shape.ts';
import { shapes } from './shapes.ts';

/** A sentence of which the key is put together. */
export const say = (t: Translate, key: string): string => t(messageKey(key));

/** What stands above a field. A few fields are the same in every kind of text. */
export const labelOf = (kind: DraftKind, name: string, t: Translate): string =>
  say(t, isMessageKey(`drafts.${kind}.${name}`) ? `drafts.${kind}.${name}` : `drafts.any.${name}`);

/** The help below the label; undefined where none is needed. */
export function hintOf(kind: DraftKind, name: string, t: Translate): string | undefined {
  const key = [`drafts.${kind}.${name}.hint`, `drafts.any.${name}.hint`].find(isMessageKey);
  return key === undefined ? undefined : say(t, key);
}

/** What a row of a small table is called: "Afspraak 2". */
export const sayRow = (kind: DraftKind, { table, index }: { table: string; index: number }, t: Translate): string =>
  t(messageKey(`drafts.${kind}.${table}.row`), { n: index + 1 });

/** The same for a column of it; undefined for a field that is no column. */
function rowOf(
  kind: DraftKind,
  { column, index }: { column: string; index: number },
  t: Translate,
): string | undefined {
  const tables = shapes[kind].flatMap(({ fields }) => fields).filter(isTable);
  const table = tables.find((field) => namesOf(field).includes(column));
  return table && sayRow(kind, { table: table.name, index }, t);
}

/** Days stand in a problem as in a field: 2027-03-28. */
const inWords = (values: Problem['values']): Problem['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? sayLongDay(value) : value,
    ]),
  );

/** What is wrong with a field and how to mend it. In a table the row is named too: its labels are the same in each. */
export function sayProblem(kind: DraftKind, { field, index, reason, values }: Problem, t: Translate): string {
  const label = labelOf(kind, field, t).replace(/\?$/, '');
  const row = rowOf(kind, { column: field, index }, t);
  const where = row === undefined ? label : `${row}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return t(`drafts.problem.${reason}`, { ...inWords(values), label: where, n: index + 1 });
}
