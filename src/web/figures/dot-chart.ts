import { scaleLinear } from 'd3-scale';
import type { FigureRow, Indicator } from '../../domain/figures/index.ts';
import type { Translate } from '../translate.ts';
import { isCount, placesOf, sayReading, sayValue } from './say.ts';

export type Who = 'buurt' | 'borough' | 'city';

/** Where a mark stands: `at` in percent of the width of the line. */
export interface Mark {
  readonly who: Who;
  readonly at: number;
}

/** One line of the legend: also when there is no value. */
export interface LegendItem {
  readonly who: Who;
  readonly place: string;
  /** The value, or in words why there is none. */
  readonly said: string;
  readonly hasValue: boolean;
}

export interface DotChart {
  /** Empty when there is nothing to compare. */
  readonly marks: readonly Mark[];
  readonly from: string;
  readonly to: string;
  /** Where zero, the Dutch average of a score, lies; null when it is not on the line or means nothing. */
  readonly zero: number | null;
  readonly legend: readonly LegendItem[];
}

/** The ends of the line: round numbers around the values. Shares and distances begin at nothing, so that a small gap stays small. */
function scaleFor(values: readonly number[], { unit }: Indicator) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  if (unit === 'grade') return scaleLinear([Math.min(5, Math.floor(low)), Math.max(8, Math.ceil(high))], [0, 100]);
  if (unit === 'score') return scaleLinear([Math.min(low - room, -0.1), Math.max(high + room, 0.1)], [0, 100]).nice(4);
  const scale = scaleLinear([0, high + room], [0, 100]).nice(4);
  return unit === 'percent' ? scale.domain([0, Math.min(100, scale.domain()[1] ?? 100)]) : scale;
}

/** The dot of the buurt on a line, beside those of borough and city, in the order in which they are drawn. */
export function dotChart(row: FigureRow, t: Translate): DotChart {
  const { indicator } = row;
  const places = placesOf(row, t);
  const all = (['buurt', 'borough', 'city'] as const).map((who) => ({ who, reading: row[who] }));
  const shown = isCount(indicator) ? [] : all;
  const values = shown.flatMap(({ who, reading }) =>
    reading.state === 'value' ? [{ who, value: reading.value }] : [],
  );
  const scale = scaleFor(values.length === 0 ? [0, 1] : values.map(({ value }) => value), indicator);
  const [low = 0, high = 1] = scale.domain();
  return {
    marks: values.map(({ who, value }) => ({ who, at: scale(value) })).reverse(),
    from: sayValue(low, indicator, t),
    to: sayValue(high, indicator, t),
    zero: indicator.unit === 'score' ? scale(0) : null,
    legend: all.map(({ who, reading }) => ({
      who,
      place: places[who],
      said: sayReading(reading, indicator, t),
      hasValue: reading.state === 'value',
    })),
  };
}
