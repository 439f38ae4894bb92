import { scaleLinear } from 'd3-scale';
import type { FigureRow, Reading } from '../../domain/figures/index.ts';
import type { Translate } from '../translate.ts';
import { sayReading, sayShort } from './say.ts';

/** One year of the chart: its column, and how high its point stands (0 at the bottom, 100 at the top; null without a value). */
export interface YearColumn {
  readonly period: string;
  readonly said: string;
  readonly height: number | null;
}

export interface YearChart {
  readonly columns: readonly YearColumn[];
  /** Stretches of the line, broken where a year has no value; x in columns from the left edge, y as `height`. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** "Van 612 in 2021 naar 576 in 2025." */
  readonly sentence: string;
}

/** More years than this do not fit on a phone; the table has the newest, older ones tell less. */
const MOST_YEARS = 6;
/** Fewer values than this make no line. */
const FEWEST_VALUES = 3;
/** Up or down by less than this share is called "about the same". */
const ABOUT_THE_SAME = 0.03;

type Dated = Exclude<Reading, { state: 'no-data' }>;

function stretches(columns: readonly YearColumn[]): YearChart['lines'] {
  const lines: { x: number; y: number }[][] = [[]];
  columns.forEach(({ height }, index) => {
    if (height === null) lines.push([]);
    else lines.at(-1)?.push({ x: index + 0.5, y: height });
  });
  return lines.filter((line) => line.length > 1);
}

function say({ indicator }: FigureRow, values: readonly Extract<Reading, { state: 'value' }>[], t: Translate): string {
  const [first, last] = [values[0], values.at(-1)];
  if (!first || !last) return '';
  const words = { first: first.period, last: last.period, to: sayShort(last.value, indicator, t) };
  if (Math.abs(last.value - first.value) <= Math.abs(first.value) * ABOUT_THE_SAME)
    return t('figures.series.say.flat', words);
  return t('figures.series.say.up', { ...words, from: sayShort(first.value, indicator, t) });
}

/** The buurt through the years; null when there are too few years to speak of. The line begins at zero: a small change looks small. */
export function yearChart(row: FigureRow, t: Translate): YearChart | null {
  const years = row.series.filter((reading): reading is Dated => reading.state !== 'no-data').slice(-MOST_YEARS);
  const values = years.filter((reading) => reading.state === 'value');
  if (values.length < FEWEST_VALUES) return null;
  const top = Math.max(...values.map(({ value }) => value));
  const scale = scaleLinear([Math.min(0, ...values.map(({ value }) => value)), top === 0 ? 1 : top], [0, 100]);
  const columns = years.map((reading) => ({
    period: reading.period,
    said: reading.state === 'value' ? sayShort(reading.value, row.indicator, t) : sayReading(reading, row.indicator, t),
    height: reading.state === 'value' ? scale(reading.value) : null,
  }));
  return { columns, lines: stretches(columns), sentence: say(row, values, t) };
}
