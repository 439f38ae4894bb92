import { FIGURE_GROUPS, type FigureGroup, type FigureRow, type Indicator } from '../../domain/figures/index.ts';
import { isMessageKey, type Translate } from '../translate.ts';
import { explain, keyOf, nameOf, sayReading } from './say.ts';
import { sourcesOf, type UsedSource } from './sources.ts';

/** A line of the table: text only, also for the states without a value. */
interface TableLine {
  readonly name: string;
  readonly buurt: string;
  readonly borough: string;
  readonly city: string;
  readonly period: string;
}

export interface GroupView {
  readonly id: FigureGroup;
  readonly title: string;
  readonly note: string | undefined;
  readonly figures: readonly { readonly row: FigureRow; readonly name: string; readonly explanation: string }[];
  readonly table: readonly TableLine[];
  readonly sources: readonly UsedSource[];
}

export interface FiguresView {
  readonly groups: readonly GroupView[];
  /** Names of what nothing is known about; empty when there is something on everything. */
  readonly missing: string;
}

const periodsOf = ({ buurt, borough, city }: FigureRow): string => {
  const periods = [buurt, borough, city].flatMap((reading) => (reading.state === 'no-data' ? [] : [reading.period]));
  return [...new Set(periods)].join(', ');
};

const lineOf = (row: FigureRow, t: Translate): TableLine => ({
  name: nameOf(row.indicator, t),
  buurt: sayReading(row.buurt, row.indicator, t),
  borough: sayReading(row.borough, row.indicator, t),
  city: sayReading(row.city, row.indicator, t),
  period: periodsOf(row),
});

function groupOf(id: FigureGroup, rows: readonly FigureRow[], t: Translate): GroupView {
  const note = `figures.note.${id}`;
  return {
    id,
    title: t(keyOf('group', id)),
    note: isMessageKey(note) ? t(note) : undefined,
    figures: rows.map((row) => ({ row, name: nameOf(row.indicator, t), explanation: explain(row.indicator, t) })),
    table: rows.map((row) => lineOf(row, t)),
    sources: sourcesOf(rows, t),
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The figures page: rows under headings, with their sources, and what is missing. */
export function figuresPage(rows: readonly FigureRow[], all: readonly Indicator[], t: Translate): FiguresView {
  const groups = FIGURE_GROUPS.map((id) =>
    groupOf(
      id,
      rows.filter(({ indicator }) => indicator.group === id),
      t,
    ),
  ).filter(({ figures }) => figures.length > 0);
  const known = new Set(rows.map(({ indicator }) => indicator.id));
  const missing = all.filter(({ id }) => !known.has(id)).map((indicator) => lower(nameOf(indicator, t)));
  return { groups, missing: missing.join(', ') };
}
