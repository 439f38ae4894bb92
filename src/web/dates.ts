import { dayOf, daysBetween, ZONE, type Day } from '../domain/kernel/index.ts';
import type { Translate } from './translate.ts';

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('nl', { timeZone: ZONE, ...options });
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = format({ day: 'numeric', month: 'long', year: 'numeric' });
const clock = format({ hour: '2-digit', minute: '2-digit' });
/** Noon: far from both midnights, whatever the season. */
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** `donderdag 18 maart 2027` */
export const sayLongDay = (when: Date | Day): string => longDay.format(typeof when === 'string' ? noon(when) : when);
/** `18 maart 2027` */
export const sayDay = (when: Date | Day): string => shortDay.format(typeof when === 'string' ? noon(when) : when);
/** `19.30 uur` */
export const sayTime = (when: Date): string => `${clock.format(when).replace(':', '.')} uur`;
/** `donderdag 18 maart 2027, 19.30 uur` */
export const sayMoment = (when: Date): string => `${sayLongDay(when)}, ${sayTime(when)}`;

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
