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

export interface FigureView {
  readonly row: FigureRow;
  readonly name: string;
  readonly explanation: string;
}

export interface GroupView {
  readonly id: FigureGroup;
  readonly title: string;
  readonly note: string | undefined;
  readonly figures: readonly FigureView[];
  /** Less important ones, folded away; a telephone shows one figure a screen. */
  readonly more: readonly FigureView[];
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

/** So many of a group are open at once; folding away a single one is not worth a click. */
const OPEN = 4;

/** What matters for the themes of this buurt first, then what is known of the buurt, then the rest. */
function byWeight(rows: readonly FigureRow[], key: readonly string[]): FigureRow[] {
  const weight = ({ indicator, buurt }: FigureRow) =>
    key.includes(indicator.id) ? 0 : buurt.state === 'value' ? 1 : buurt.state === 'no-data' ? 3 : 2;
  return rows.toSorted((a, b) => weight(a) - weight(b));
}

interface PageNeeds {
  /** The indicators that matter most for the themes of this buurt. */
  readonly key: readonly string[];
  readonly t: Translate;
}

function groupOf(id: FigureGroup, rows: readonly FigureRow[], { key, t }: PageNeeds): GroupView {
  const note = `figures.note.${id}`;
  const views = byWeight(rows, key).map((row) => ({
    row,
    name: nameOf(row.indicator, t),
    explanation: explain(row.indicator, t),
  }));
  const open = views.length <= OPEN + 1 ? views.length : OPEN;
  return {
    id,
    title: t(keyOf('group', id)),
    note: isMessageKey(note) ? t(note) : undefined,
    figures: views.slice(0, open),
    more: views.slice(open),
    table: rows.map((row) => lineOf(row, t)),
    sources: sourcesOf(rows, t),
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The figures page: rows under headings, with their sources, and what is missing. */
export function figuresPage(rows: readonly FigureRow[], all: readonly Indicator[], needs: PageNeeds): FiguresView {
  const { t } = needs;
  const groups = FIGURE_GROUPS.map((id) =>
    groupOf(
      id,
      rows.filter(({ indicator }) => indicator.group === id),
      needs,
    ),
  ).filter(({ figures }) => figures.length > 0);
  const known = new Set(rows.map(({ indicator }) => indicator.id));
  const missing = all.filter(({ id }) => !known.has(id)).map((indicator) => lower(nameOf(indicator, t)));
  return { groups, missing: missing.join(', ') };
}
