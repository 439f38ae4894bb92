import type { FigureRow, FigureSource, Reading } from '../../domain/figures/index.ts';
import type { Translate } from '../translate.ts';

const periodsOf = (readings: readonly Reading[]): string[] =>
  readings.flatMap((reading) => (reading.state === 'no-data' ? [] : [reading.period]));

/** "Cijfers van 2024.": of the buurt, or of what there is beside it. Empty when there is nothing. */
export function sayPeriod({ buurt, borough, city }: FigureRow, t: Translate): string {
  const period = periodsOf([buurt, borough, city])[0];
  return period === undefined ? '' : t('figures.sourcePeriod', { period });
}

/** A source with the periods that some rows take from it. */
export interface UsedSource {
  readonly source: FigureSource;
  readonly period: string;
}

/** The sources of some rows, each once, with the years they are about. */
export function sourcesOf(rows: readonly FigureRow[], t: Translate): UsedSource[] {
  const used = new Map<string, { source: FigureSource; periods: string[] }>();
  for (const { source, buurt, borough, city, series } of rows) {
    if (source === null) continue;
    const one = used.get(source.id) ?? { source, periods: [] };
    one.periods.push(...periodsOf([buurt, borough, city, ...series]));
    used.set(source.id, one);
  }
  return [...used.values()].map(({ source, periods }) => {
    const [from = '', to = from] = [periods.toSorted()[0], periods.toSorted().at(-1)];
    return {
      source,
      period: t(from === to ? 'figures.sourcePeriod' : 'figures.sourcePeriods', { period: to, from, to }),
    };
  });
}
