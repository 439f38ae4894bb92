import { addDays, dayOf, daysBetween, instantOf, timeOf, type Day } from '../../kernel/index.ts';
import {
  datesOfSeries,
  isLastWeekday,
  REPEATS,
  SERIES_LENGTH,
  type MeetingContent,
  type Repeat,
} from '../../meetings/index.ts';
import { furthestDay, type FieldReader } from '../field-reader.ts';
import type { Surroundings } from './kind.ts';
import type { Hours } from './meeting-hours.ts';

/** One meeting of a series that is to be made. */
export interface Occasion {
  readonly day: Day;
  /** Null on a day on which one of the hours does not exist, or exists twice: then nothing can be published. */
  readonly hours: Hours | null;
}

/** How the meeting is repeated; null for a meeting of its own. Only something new can become a series. */
export function readRepeat(reader: FieldReader, { meeting }: Surroundings): Repeat | null {
  if (meeting !== undefined) return null;
  return REPEATS.find((repeat) => repeat === reader.raw('repeat')) ?? null;
}

/** The same wall-clock time on another day, as many days away as the first was from its meeting. */
function moved(instant: Date, days: number): ReturnType<typeof instantOf> {
  return instantOf(addDays(dayOf(instant), days), timeOf(instant));
}

/** The hours of the first meeting on the day of another: the same on the clock, also over the change to summer time. */
function hoursOn(day: Day, first: Hours): Hours | 'skipped' | 'twice' {
  const days = daysBetween(dayOf(first.startsAt), day);
  const at = (instant: Date | null) => (instant === null ? null : moved(instant, days));
  const all = {
    startsAt: moved(first.startsAt, days),
    endsAt: moved(first.endsAt, days),
    signUpOpensAt: at(first.signUpOpensAt),
    signUpClosesAt: at(first.signUpClosesAt),
  };
  for (const one of Object.values(all)) {
    if (one !== null && !one.ok) return one.reason === 'twice' ? 'twice' : 'skipped';
  }
  const { startsAt, endsAt, signUpOpensAt, signUpClosesAt } = all;
  if (!startsAt.ok || !endsAt.ok) return 'skipped';
  return {
    startsAt: startsAt.value,
    endsAt: endsAt.value,
    signUpOpensAt: signUpOpensAt?.ok === true ? signUpOpensAt.value : null,
    signUpClosesAt: signUpClosesAt?.ok === true ? signUpClosesAt.value : null,
  };
}

function readTimes(reader: FieldReader): number | null {
  const { min, max } = SERIES_LENGTH;
  const times = reader.whole('repeatTimes', min, max);
  if (reader.raw('repeatTimes') === '') reader.report('repeatTimes', 'required');
  return times === null || times < min || times > max ? null : times;
}

function occasionOn(reader: FieldReader, day: Day, first: Hours): Occasion {
  const hours = hoursOn(day, first);
  if (typeof hours !== 'string') return { day, hours };
  reader.report('repeatTimes', `series-time-${hours}`, { values: { day } });
  return { day, hours: null };
}

/**
 * The meetings that publishing makes, the first included; none for a meeting of its own, and none while the hours of the first
 * are not right. Problems stand at `repeat` and `repeatTimes`; one about an hour has the `day` on which it goes wrong.
 */
export function readOccasions(reader: FieldReader, content: MeetingContent, surroundings: Surroundings): Occasion[] {
  if (surroundings.meeting !== undefined || reader.raw('repeat') === '') return [];
  const repeat = readRepeat(reader, surroundings);
  if (repeat === null) reader.report('repeat', 'unknown-choice');
  const times = readTimes(reader);
  const wrongHour = reader.problems.some(({ field }) => /^(day|begin|end|signUp(Opens|Closes)(Day|Time))$/.test(field));
  if (repeat === null || times === null || wrongHour) return [];
  const day = dayOf(content.startsAt);
  if (repeat === 'monthly-last-weekday' && !isLastWeekday(day)) {
    reader.report('repeat', 'not-last-weekday');
    return [];
  }
  const days = datesOfSeries(day, repeat, times);
  if ((days.at(-1) ?? day) > furthestDay(dayOf(surroundings.now))) reader.report('repeatTimes', 'too-far-away');
  return days.map((one) => occasionOn(reader, one, content));
}
