import type { Figure } from './figure.ts';

/** What the sources say of one indicator of one area: a number, null (the source has none), or nothing at all. */
export type Entry = number | null | undefined;

/** Imported figures, looked up by area, indicator and period. */
export interface Ledger {
  readonly entry: (code: string, indicator: string, period: string) => Entry;
  /** As `entry`; or, when that period holds no number, that of the year before or after: people are not counted each year. */
  readonly nearEntry: (code: string, indicator: string, period: string) => Entry;
  /** The source of the latest period. */
  readonly sourceId: (code: string, indicator: string) => string | undefined;
  /** The periods of these indicators in these areas, oldest first. */
  readonly periods: (codes: readonly string[], indicators: readonly string[]) => string[];
}

/** The year in which a period ends: 2024 for `2023-2024`. */
const yearOf = (period: string): number => Number(/(\d{4})\D*$/.exec(period)?.[1] ?? 0);

const comparePeriods = (a: string, b: string): number => yearOf(a) - yearOf(b) || (a < b ? -1 : a > b ? 1 : 0);

type ByPeriod = Map<string, Figure>;

function byArea(figures: readonly Figure[]): Map<string, Map<string, ByPeriod>> {
  const areas = new Map<string, Map<string, ByPeriod>>();
  for (const figure of figures) {
    const indicators = areas.get(figure.areaCode) ?? new Map<string, ByPeriod>();
    const periods = indicators.get(figure.indicator) ?? new Map<string, Figure>();
    areas.set(figure.areaCode, indicators.set(figure.indicator, periods.set(figure.period, figure)));
  }
  return areas;
}

/** The newest number within a year of the period. */
function nearest(periods: ByPeriod, period: string): number | null {
  const near = [...periods.values()].filter(
    (figure) => figure.value !== null && Math.abs(yearOf(figure.period) - yearOf(period)) <= 1,
  );
  return near.toSorted((a, b) => comparePeriods(b.period, a.period))[0]?.value ?? null;
}

export function makeLedger(figures: readonly Figure[]): Ledger {
  const areas = byArea(figures);
  const periodsOf = (code: string, indicator: string) => areas.get(code)?.get(indicator);

  return {
    entry: (code, indicator, period) => periodsOf(code, indicator)?.get(period)?.value,
    nearEntry: (code, indicator, period) => {
      const periods = periodsOf(code, indicator);
      const exact = periods?.get(period)?.value;
      if (typeof exact === 'number' || periods === undefined) return exact;
      return nearest(periods, period) ?? exact;
    },
    sourceId: (code, indicator) => {
      const periods = periodsOf(code, indicator);
      return periods && [...periods.values()].toSorted((a, b) => comparePeriods(b.period, a.period))[0]?.sourceId;
    },
    periods: (codes, indicators) => {
      const found = new Set<string>();
      for (const code of codes)
        for (const indicator of indicators)
          for (const period of periodsOf(code, indicator)?.keys() ?? []) found.add(period);
      return [...found].sort(comparePeriods);
    },
  };
}
