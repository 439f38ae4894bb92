import { Temporal } from 'temporal-polyfill';
import { ok, refused, type Result } from './result.ts';

/** Tells the time. Passed in as `now`, so that a test can move the clock. */
export type Now = () => Date;

/** A day and a night, in milliseconds; for terms, not for finding the same hour of another day (summer time). */
export const DAY_MS = 86_400_000;

/** A day without a time, as `2027-03-18`. */
export type Day = string;

/** All days and hours on screens are those of the Netherlands, summer time included. */
export const ZONE = 'Europe/Amsterdam';

const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);

/** Swedes write a day as `2027-03-18`. Much quicker than a calendar, and a page asks for days a hundred times. */
const dutchDay = new Intl.DateTimeFormat('sv', { timeZone: ZONE });

/** The day in the Netherlands at this instant. */
export const dayOf = (instant: Date): Day => dutchDay.format(instant);

/** A day as a number of days; the instant at which it begins in UTC, where every day has 24 hours. */
function numberOf(day: Day): number {
  const begin = Date.parse(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(begin)) throw new RangeError(`"${day}" is not a day`);
  return begin / DAY_MS;
}

/** Whole days from `from` to `to`; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** `days` later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** Whether the text is a day that exists, written as `2027-03-18`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/**
 * The instant of a Dutch wall-clock time.
 * Refuses the hour that does not exist (last Sunday of March, 02.00–03.00) and the hour that exists twice
 * (last Sunday of October, 02.00–03.00): a guess would send people at the wrong hour.
 */
export function instantOf(day: Day, time: string): Result<Date, 'no-such-day' | 'no-such-time' | 'skipped' | 'twice'> {
  if (!isDay(day)) return refused('no-such-day');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return refused('no-such-time');
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  const earlier = local.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(ZONE, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return ok(new Date(earlier.epochMilliseconds));
  return refused(earlier.toPlainDateTime().equals(local) ? 'twice' : 'skipped');
}

/** The wall-clock time in the Netherlands, as `19:30`. */
export const timeOf = (instant: Date): string => zoned(instant).toPlainTime().toString({ smallestUnit: 'minute' });

/** The ISO 8601 week, as `2027-W11`: the finest grain in which the arrival of a signal is known. */
export function weekOf(instant: Date): string {
  const day = zoned(instant).toPlainDate();
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
}
