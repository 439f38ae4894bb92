import type { FigureRow, FigureSource, Indicator, Reading } from './figure.ts';
import { readingOf, type Whole } from './combine.ts';
import type { Ledger } from './ledger.ts';

/** What is known of one indicator of a whole: what can be said of each period, oldest first. */
interface Line {
  readonly readings: readonly Reading[];
  readonly sourceId: string | undefined;
}

/** All that is known of one whole, worked out when it is first asked for. */
export type Sheet = (indicator: Indicator) => Line;

const ingredientsOf = ({ id, combine }: Indicator): string[] => (combine.by === 'ratio' ? [id, combine.part] : [id]);

/** The codes of a whole and of all its parts. */
export const codesOf = ({ codes, divisionsOf }: Whole): string[] => [
  ...new Set([...codes, ...codes.flatMap((code) => divisionsOf(code).flat())]),
];

/** Makes the sheet of a whole from a ledger that holds all its codes. A city has hundreds of parts: each line is kept. */
export function sheetOf(whole: Whole, ledger: Ledger): Sheet {
  const codes = codesOf(whole);
  const lines = new Map<string, Line>();
  const read = (indicator: Indicator): Line => {
    const ingredients = ingredientsOf(indicator);
    const readings = ledger
      .periods(codes, ingredients)
      .map((period) => readingOf(whole, { ledger, indicator, period }))
      .filter(({ state }) => state !== 'no-data');
    const sources = codes.flatMap((code) => ingredients.map((id) => ledger.sourceId(code, id)));
    return { readings, sourceId: sources.find((id) => id !== undefined) };
  };
  return (indicator) => {
    const line = lines.get(indicator.id) ?? read(indicator);
    lines.set(indicator.id, line);
    return line;
  };
}

const NO_DATA: Reading = { state: 'no-data' };
const periodOf = (reading: Reading | undefined) =>
  reading === undefined || reading.state === 'no-data' ? null : reading.period;

/** The reading to show: of the period asked for when that says something, else the latest that does, else the latest. */
function pick(readings: readonly Reading[], period: string | null): Reading {
  const says = ({ state }: Reading) => state === 'value' || state === 'too-few';
  const asked = readings.find((reading) => says(reading) && periodOf(reading) === period);
  return asked ?? readings.findLast(says) ?? readings.at(-1) ?? NO_DATA;
}

interface Sheets {
  readonly buurt: Sheet;
  readonly borough: Sheet | null;
  readonly city: Sheet | null;
}

/** One row: the buurt beside borough and city, in the same period where there is one. */
export function rowOf(
  indicator: Indicator,
  sheets: Sheets,
  sources: ReadonlyMap<string, FigureSource>,
): Omit<FigureRow, 'names'> {
  const of = (sheet: Sheet | null) => sheet?.(indicator);
  const series = of(sheets.buurt)?.readings ?? [];
  const buurt = pick(series, null);
  const borough = pick(of(sheets.borough)?.readings ?? [], periodOf(buurt));
  const city = pick(of(sheets.city)?.readings ?? [], periodOf(buurt) ?? periodOf(borough));
  const sourceId = of(sheets.buurt)?.sourceId ?? of(sheets.borough)?.sourceId ?? of(sheets.city)?.sourceId ?? '';
  return { indicator, source: sources.get(sourceId) ?? null, buurt, borough, city, series };
}
