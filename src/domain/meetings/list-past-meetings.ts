import type { Now } from '../kernel/index.ts';
import type { Meeting, MeetingStore } from './meeting.ts';

/** The last `limit` meetings that ended, latest first; of one buurt when given. */
export const makeListPastMeetings =
  ({ meetings, now }: { readonly meetings: Pick<MeetingStore, 'listPast'>; readonly now: Now }) =>
  (limit: number, buurtId?: string): Promise<Meeting[]> =>
    meetings.listPast(now(), limit, buurtId);
