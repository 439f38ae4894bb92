import { dayOf, daysBetween, ZONE, type Day } from '../domain/kernel/index.ts';
import type { PageLanguage, Translate } from './translate.ts';

/** English the British way: a day before its month, 24 hours, as on Dutch clocks and phones. */
const LOCALES: Readonly<Record<PageLanguage, string>> = { nl: 'nl', en: 'en-GB' };
/** In which language to say it: that of the page. */
type Spoken = Pick<Translate, 'language'>;
const DUTCH: Spoken = { language: 'nl' };

/** Says moments in the language of the page, in the time of Amsterdam. */
export function sayWith(options: Intl.DateTimeFormatOptions): (when: Date, t?: Spoken) => string {
  const make = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, hourCycle: 'h23', ...options });
  const formats = { nl: make(LOCALES.nl), en: make(LOCALES.en) };
  // British English writes a comma after the day of the week.
  return (when, { language } = DUTCH) => formats[language].format(when).replace(',', '');
}
const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const longDay = sayWith({ weekday: 'long', ...date });
const shortDay = sayWith(date);
const clock = sayWith({ hour: '2-digit', minute: '2-digit' });
/** Noon: far from both midnights, whatever the season. */
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

const instant = (when: Date | Day): Date => (typeof when === 'string' ? noon(when) : when);

/** `donderdag 18 maart 2027`, `Thursday 18 March 2027` */
export const sayLongDay = (when: Date | Day, t?: Spoken): string => longDay(instant(when), t);
/** `18 maart 2027`, `18 March 2027` */
export const sayDay = (when: Date | Day, t?: Spoken): string => shortDay(instant(when), t);
/** `19.30 uur`, `19:30` */
export const sayTime = (when: Date, t: Spoken = DUTCH): string =>
  t.language === 'nl' ? `${clock(when).replace(':', '.')} uur` : clock(when, t);
/** `donderdag 18 maart 2027, 19.30 uur`, `Thursday 18 March 2027 at 19:30` */
export const sayMoment = (when: Date, t: Spoken = DUTCH): string =>
  `${sayLongDay(when, t)}${t.language === 'nl' ? ', ' : ' at '}${sayTime(when, t)}`;

const twoDigits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
/** `2027-03-18 19:30:00 GMT+01:00` */
const stamp = new Intl.DateTimeFormat('sv', {
  timeZone: ZONE,
  year: 'numeric',
  ...twoDigits,
  timeZoneName: 'longOffset',
});

/** For `<time datetime>`: the instant with the Dutch offset, `2027-03-18T19:30:00+01:00`. */
export const machineTime = (when: Date): string =>
  stamp.format(when).replace(' ', 'T').replace(/ GMT$/, '+00:00').replace(' GMT', '');

/** `vandaag`, `gisteren`, `over 3 dagen`, `3 weken geleden`: how far a day is, in the largest unit that stays exact enough. */
export function sayDistance(when: Date | Day, now: Date, t: Translate): string {
  const days = daysBetween(dayOf(now), typeof when === 'string' ? when : dayOf(when));
  if (days === 0) return t('common.today');
  if (days === 1) return t('common.tomorrow');
  if (days === -1) return t('common.yesterday');
  const amount = sayDays(Math.abs(days), t);
  return days > 0 ? t('common.in', { amount }) : t('common.ago', { amount });
}

/** `12 dagen`, `3 weken`, `4 maanden`: days up to two weeks, weeks up to two months, months up to two years. */
export function sayDays(days: number, t: Translate): string {
  if (days < 14) return t('common.days', { n: days });
  if (days < 61) return t('common.weeks', { n: Math.floor(days / 7) });
  if (days < 731) return t('common.months', { n: Math.floor(days / 30.44) });
  return t('common.years', { n: Math.floor(days / 365.25) });
}
