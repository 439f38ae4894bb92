import type { Now } from '../kernel/index.ts';
import type { Meeting, MeetingStore } from './meeting.ts';

/** Meetings that are still to end, soonest first; of one buurt when given. With those called off: people must see that. */
export const makeListUpcomingMeetings =
  ({ meetings, now }: { readonly meetings: Pick<MeetingStore, 'listUpcoming'>; readonly now: Now }) =>
  (buurtId?: string): Promise<Meeting[]> =>
    meetings.listUpcoming(now(), buurtId);
