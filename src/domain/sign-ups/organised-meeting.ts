import { mayOrganise, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import type { ListRefusal } from './sign-ups.ts';

/** The meeting, for an organiser of its buurt alone: not an administrator, not a professional, not an organiser of another buurt. */
export async function organisedMeeting(
  { meetings }: Pick<SignUpsNeeds, 'meetings'>,
  actor: Actor,
  meetingId: string,
): Promise<Result<Meeting, ListRefusal>> {
  const meeting = await meetings.get(meetingId);
  if (!meeting) return refused('unknown-meeting');
  return mayOrganise(actor, meeting.buurtId) ? ok(meeting) : refused('forbidden');
}
