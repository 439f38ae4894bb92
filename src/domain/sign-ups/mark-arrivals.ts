import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { isDoorOpen } from './door-open.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { Attendance, DoorMark } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

/** How many can come on one sign-up: more than signed up, as people bring others along. */
export const MOST_ARRIVED = 20;
/** A phone that was offline all evening sends no more than this at once. */
export const MOST_MARKS = 500;

const isRight = ({ signUpId, arrived }: DoorMark): boolean =>
  /^[\w-]{1,64}$/.test(signUpId) &&
  (arrived === null || (Number.isInteger(arrived) && arrived >= 0 && arrived <= MOST_ARRIVED));

/**
 * Puts down who came. Marks of sign-ups that are not of this meeting, or were forgotten meanwhile, change nothing. Two phones
 * may send at once: the mark that arrives last counts, so the same mark twice is one mark.
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
    await needs.signUps.markArrivals(meetingId, marks);
    return ok(await needs.signUps.attendance(meetingId));
  };
