import type { FigureRow, Indicator, Reading } from '../../domain/figures/index.ts';
import { messageKey, type MessageKey, type Translate } from '../translate.ts';

/** The message of an indicator, or of one of the few things that messages are kept per; throws when it is missing. */
export const keyOf = (part: string, id: string): MessageKey => messageKey(`figures.${part}.${id}`);

/** A number with the decimals of its indicator, as the Dutch write it: `12.887`, `1,6`, `−0,36`. A score always has its sign. */
function sayNumber(value: number, { decimals, unit }: Pick<Indicator, 'decimals' | 'unit'>): string {
  const [number, digits] = unit === 'thousand-euro' ? [Math.round(value * 10) * 100, 0] : [value, decimals];
  const sign = unit === 'score' ? 'exceptZero' : 'auto';
  return formatFor(digits, sign).format(number).replace('-', '−');
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs more than using it a thousand times, and there are only a few. */
function formatFor(digits: number, signDisplay: 'exceptZero' | 'auto'): Intl.NumberFormat {
  const key = `${String(digits)} ${signDisplay}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat('nl', { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay });
  formats.set(key, made);
  return made;
}

/** `19%`, `€ 24.000`, `0,8 kilometer`. */
export const sayValue = (value: number, indicator: Indicator, t: Translate): string =>
  t(keyOf('value', indicator.unit), { n: sayNumber(value, indicator) });

/** What stands in a table: the value, or in words why there is none. */
export const sayReading = (reading: Reading, indicator: Indicator, t: Translate): string =>
  reading.state === 'value' ? sayValue(reading.value, indicator, t) : t(keyOf('state', reading.state));

const SHARES: readonly (readonly [part: number, whole: number])[] = [
  ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 75, 100].map((whole) => [1, whole] as const),
  ...([
    [2, 3],
    [3, 4],
    [2, 5],
    [3, 5],
    [4, 5],
    [3, 10],
    [7, 10],
    [9, 10],
  ] as const),
];

/** A percentage as people say it: `1 op de 5`. The nearest of those that one can picture; the chart beside it is exact. */
export function sayShare(percent: number, t: Translate): string {
  if (percent < 1) return t('figures.share.few');
  if (percent > 95) return t('figures.share.most');
  const far = ([part, whole]: readonly [number, number]) => Math.abs((100 * part) / whole - percent);
  const [part, whole] = SHARES.reduce((best, share) => (far(share) < far(best) ? share : best));
  return t('figures.share.oneIn', { part, whole });
}

/** Up to how far from the Dutch average a score of the Leefbaarometer has which words. */
const SCORE_WORDS = [
  [-0.3, 'much-lower'],
  [-0.1, 'lower'],
  [-0.02, 'bit-lower'],
  [0.02, 'average'],
  [0.1, 'bit-higher'],
  [0.3, 'higher'],
] as const;

const sayScore = (score: number, t: Translate): string =>
  t(keyOf('score', SCORE_WORDS.find(([upTo]) => score <= upTo)?.[1] ?? 'much-higher'));

/** Units that the sentence or the heading around a number names already. */
const NAMED_AROUND: readonly Indicator['unit'][] = ['per-1000', 'per-km2'];

/** As `sayValue`, without a unit that is named around it. */
export const sayShort = (value: number, indicator: Indicator, t: Translate): string =>
  NAMED_AROUND.includes(indicator.unit) ? sayNumber(value, indicator) : sayValue(value, indicator, t);

/** As a sentence says it: shares and scores in words, the rest as a number. */
function sayAs(value: number, indicator: Indicator, t: Translate): string {
  if (indicator.unit === 'percent') return sayShare(value, t);
  return indicator.unit === 'score' ? sayScore(value, t) : sayShort(value, indicator, t);
}

/** The name of an indicator, as a heading. */
export const nameOf = (indicator: Indicator, t: Translate): string => t(keyOf('name', indicator.id));
/** What exactly was counted or asked. */
export const explain = (indicator: Indicator, t: Translate): string => t(keyOf('explain', indicator.id));

/** Whether a number of people or homes, that is always larger in a larger area: nothing to compare. */
export const isCount = ({ combine }: Indicator): boolean => combine.by === 'sum';

/** The places as a sentence calls them. */
export const placesOf = ({ names }: FigureRow, t: Translate) => ({
  buurt: names.buurt,
  borough: names.borough ?? t('figures.place.borough'),
  city: names.city ?? t('figures.place.city'),
});

function compare(row: FigureRow, value: number, t: Translate): string {
  const { indicator, city, borough } = row;
  const places = placesOf(row, t);
  const [other, place] = city.state === 'value' ? [city, places.city] : [borough, places.borough];
  if (isCount(indicator) || other.state !== 'value') return '';
  const said = sayAs(other.value, indicator, t);
  if (said === sayAs(value, indicator, t)) return ` ${t('figures.say.same', { place })}`;
  return ` ${t('figures.say.compare', { place, value: said })}`;
}

/** Nothing of the buurt itself; then of the borough or the city, when they say something. */
function sayWithout(row: FigureRow, t: Translate): string {
  const { indicator, buurt, borough, city } = row;
  const name = nameOf(indicator, t);
  if (buurt.state === 'too-few') return t('figures.say.tooFew', { name });
  if (buurt.state === 'unknown') return t('figures.say.unknown', { name });
  const places = placesOf(row, t);
  if (borough.state === 'value')
    return `${t('figures.say.only', { name, place: places.borough, value: sayAs(borough.value, indicator, t) })}${compare(row, borough.value, t)}`;
  if (city.state === 'value')
    return t('figures.say.only', { name, place: places.city, value: sayAs(city.value, indicator, t) });
  return t('figures.say.noData', { name });
}

/** "1 op de 5 mensen is 65 of ouder. In Amsterdam is dat 1 op de 7." */
export function sayRow(row: FigureRow, t: Translate): string {
  const { indicator, buurt } = row;
  if (buurt.state !== 'value') return sayWithout(row, t);
  const said = sayAs(buurt.value, indicator, t);
  const key = keyOf('say', indicator.id);
  const sentence = t(key, { share: said, value: said });
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${compare(row, buurt.value, t)}`;
}
