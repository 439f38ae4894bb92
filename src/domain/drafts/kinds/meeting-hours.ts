import { dayOf } from '../../kernel/index.ts';
import type { MeetingContent } from '../../meetings/index.ts';
import { furthestDay, type FieldReader } from '../field-reader.ts';
import type { Surroundings } from './kind.ts';

/** When it is, and when one can sign up. */
export type Hours = Pick<MeetingContent, 'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt'>;

const HOUR = 60 * 60 * 1000;
const SOON = 14 * 24 * HOUR;

/** From the first minute of a day, and to its last. */
const DAY_BEGINS = '00:00';
const DAY_ENDS = '23:59';

/** Whether the hours of the meeting itself were typed and exist; else what is read of them is a stand-in. */
const isTyped = (reader: FieldReader): boolean =>
  !reader.problems.some(({ field }) => field === 'day' || field === 'begin');

function readMeeting(reader: FieldReader, { now, meeting }: Surroundings): Pick<Hours, 'startsAt' | 'endsAt'> {
  const begin = reader.instant('day', 'begin');
  const end = reader.instant('day', 'end');
  // A preview of a meeting without a right hour must not say that it is going on, or over.
  const startsAt = begin ?? meeting?.startsAt ?? new Date(now.getTime() + SOON);
  const endsAt = (begin && end) ?? new Date(startsAt.getTime() + 2 * HOUR);
  if (begin !== null && end !== null && endsAt <= startsAt) reader.report('end', 'end-before-begin');
  // A meeting that has been can still get a better text; only its hour cannot be moved into the past.
  const moved = startsAt.getTime() !== meeting?.startsAt.getTime();
  if (begin !== null && moved && startsAt <= now) reader.report('day', 'starts-in-past');
  // Its list is closed, or forgotten; and who was there would hear that it still has to come.
  if (meeting !== undefined && meeting.endsAt <= now && endsAt > now) reader.report('day', 'meeting-over');
  if (begin !== null && dayOf(startsAt) > furthestDay(dayOf(now))) reader.report('day', 'too-far-away');
  return { startsAt, endsAt };
}

/**
 * When sign-up closes. A day without a time is that whole day, or until the meeting starts: that is what "on the day itself"
 * means.
 */
function readClosing(reader: FieldReader, startsAt: Date): Date | null {
  const closes = reader.optionalInstant('signUpClosesDay', 'signUpClosesTime', DAY_ENDS);
  const ownDay = reader.raw('signUpClosesTime') === '' && closes !== null && dayOf(closes) === dayOf(startsAt);
  return ownDay && closes > startsAt ? startsAt : closes;
}

/**
 * Reads the hours of a meeting and of signing up for it. Sign-up opens before it closes, and closes when the meeting starts
 * at the latest. Sign-up of something new cannot be closed already; of a meeting that residents know it can be closed now.
 */
export function readHours(reader: FieldReader, surroundings: Surroundings): Hours {
  const { startsAt, endsAt } = readMeeting(reader, surroundings);
  const opens = reader.optionalInstant('signUpOpensDay', 'signUpOpensTime', DAY_BEGINS);
  const closes = readClosing(reader, startsAt);
  if (isTyped(reader)) {
    if (opens !== null && opens >= startsAt) reader.report('signUpOpensDay', 'after-start');
    if (closes !== null && closes > startsAt) reader.report('signUpClosesDay', 'after-start');
  }
  if (opens !== null && closes !== null && closes <= opens) reader.report('signUpClosesDay', 'before-opening');
  const isNew = surroundings.meeting === undefined;
  if (isNew && closes !== null && closes <= surroundings.now) reader.report('signUpClosesDay', 'starts-in-past');
  return { startsAt, endsAt, signUpOpensAt: opens, signUpClosesAt: closes };
}
