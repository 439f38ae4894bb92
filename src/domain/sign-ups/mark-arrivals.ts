import { DAY_MS, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { isDoorOpen } from './door-open.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { Attendance, DoorMark, TimedMark } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

/** How many can come on one sign-up: more than signed up, as people bring others along. */
export const MOST_ARRIVED = 20;
/** A phone that was offline all evening sends no more than this at once. */
export const MOST_MARKS = 500;

const isRight = ({ signUpId, arrived, ageMs = 0 }: DoorMark): boolean =>
  /^[\w-]{1,64}$/.test(signUpId) &&
  !Number.isNaN(ageMs) &&
  (arrived === null || (Number.isInteger(arrived) && arrived >= 0 && arrived <= MOST_ARRIVED));

/** Nothing was marked longer ago: the door opens a day before the meeting, and closes a day after. */
const LONGEST_AGO = 3 * DAY_MS;

const madeAt = ({ signUpId, arrived, ageMs = 0 }: DoorMark, now: Date): TimedMark => ({
  signUpId,
  arrived,
  at: new Date(now.getTime() - Math.min(Math.max(ageMs, 0), LONGEST_AGO)),
});

/**
 * Puts down who came. Marks of sign-ups that are not of this meeting, or were forgotten meanwhile, change nothing. The mark
 * that was made last counts, in whatever order they arrive: a phone that was offline all evening undoes nothing that was
 * mended since. Of two within a minute the one that arrives last counts. A phone tells how long ago it marked, not when, as
 * its clock may be wrong; the difference of one clock is right unless that clock was set in between.
 */
export const makeMarkArrivals =
  (needs: Pick<SignUpsNeeds, 'signUps' | 'meetings' | 'now'>) =>
  async (
    actor: Actor,
    meetingId: string,
    marks: readonly DoorMark[],
  ): Promise<Result<Attendance, ListRefusal | 'not-right' | 'not-today'>> => {
    const meeting = await organisedMeeting(needs, actor, meetingId);
    if (!meeting.ok) return meeting;
    if (!isDoorOpen(meeting.value, needs.now())) return refused('not-today');
    if (marks.length > MOST_MARKS || !marks.every(isRight)) return refused('not-right');
    const now = needs.now();
    await needs.signUps.markArrivals(
      meetingId,
      marks.map((mark) => madeAt(mark, now)),
    );
    return ok(await needs.signUps.attendance(meetingId));
  };
