import { ok, type Actor, type Result } from '../kernel/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { Attendance } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

/** How many came: numbers, also when the names are forgotten. */
export const makeAttendance =
  (needs: Pick<SignUpsNeeds, 'signUps' | 'meetings'>) =>
  async (actor: Actor, meetingId: string): Promise<Result<Attendance, ListRefusal>> => {
    const meeting = await organisedMeeting(needs, actor, meetingId);
    return meeting.ok ? ok(await needs.signUps.attendance(meetingId)) : meeting;
  };
