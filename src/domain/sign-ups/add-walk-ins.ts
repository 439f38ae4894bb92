import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { isDoorOpen } from './door-open.ts';
import { MOST_ARRIVED } from './mark-arrivals.ts';
import { termsOf, type SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { Attendance } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

/**
 * Counts people at the door who had not signed up: a number, never a name. `id` is made by the phone, so that trying again
 * after a lost answer counts once. Fewer when `people` is negative.
 */
export const makeAddWalkIns =
  (needs: Pick<SignUpsNeeds, 'signUps' | 'meetings' | 'now' | 'forgetAfterDays'>) =>
  async (
    actor: Actor,
    meetingId: string,
    { id, people }: { readonly id: string; readonly people: number },
  ): Promise<Result<Attendance, ListRefusal | 'not-right' | 'not-today'>> => {
    const meeting = await organisedMeeting(needs, actor, meetingId);
    if (!meeting.ok) return meeting;
    if (!isDoorOpen(meeting.value, needs.now())) return refused('not-today');
    const right = Number.isInteger(people) && people !== 0 && Math.abs(people) <= MOST_ARRIVED;
    if (!right || !/^[\w-]{8,64}$/.test(id)) return refused('not-right');
    await needs.signUps.addWalkIns(termsOf(meeting.value, needs.forgetAfterDays), { id, people });
    return ok(await needs.signUps.attendance(meetingId));
  };
