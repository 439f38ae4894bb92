import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from '../kernel/index.ts';

/** How meetings that are announced in one go follow each other. */
export const REPEATS = ['weekly', 'fortnightly', 'monthly-weekday', 'monthly-last-weekday'] as const;
export type Repeat = (typeof REPEATS)[number];

/** How many meetings can be made in one go, the first included. */
export const SERIES_LENGTH = { min: 2, max: 26 } as const;

const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The last such weekday (ISO 8601: 1 is Monday) of the month. */
function lastWeekday(month: Temporal.PlainYearMonth, weekday: number): Temporal.PlainDate {
  const last = month.toPlainDate({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

/** Whether no later day of this month is the same day of the week: 27 April 2027 is the last Tuesday of its month. */
export function isLastWeekday(day: Day): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.day + 7 > date.daysInMonth;
}

/** The nth such weekday of the month, or its last; null for a fifth one that the month does not have. */
function inMonth(month: Temporal.PlainYearMonth, weekday: number, nth: number | 'last'): Day | null {
  const last = lastWeekday(month, weekday);
  if (nth === 'last') return last.toString();
  const first = ((last.day - 1) % 7) + 1;
  const day = first + 7 * (nth - 1);
  return day > month.daysInMonth ? null : month.toPlainDate({ day }).toString();
}

/**
 * The days of a series of `times` meetings of which the first is on `day`: every week, every two weeks, every month on the same
 * weekday of it (every first Tuesday), or on the last such weekday. A month without a fifth Tuesday is left out (as RFC 5545
 * does), so that the series goes on until it has all its meetings.
 */
export function datesOfSeries(day: Day, repeat: Repeat, times: number): Day[] {
  if (repeat === 'weekly' || repeat === 'fortnightly') {
    const step = repeat === 'weekly' ? 7 : 14;
    return Array.from({ length: times }, (_, index) => addDays(day, step * index));
  }
  const begin = Temporal.PlainDate.from(day);
  const nth = repeat === 'monthly-last-weekday' ? 'last' : Math.ceil(begin.day / 7);
  const days: Day[] = [];
  for (let month = begin.toPlainYearMonth(); days.length < times; month = month.add({ months: 1 })) {
    const found = inMonth(month, weekdayOf(day), nth);
    if (found !== null) days.push(found);
  }
  return days;
}
