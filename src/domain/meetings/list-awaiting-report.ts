import type { Now } from '../kernel/index.ts';
import type { Meeting, MeetingStore } from './meeting.ts';

/** Meetings that were held and of which residents wait for the report, latest first; of one buurt when given. */
export const makeListAwaitingReport =
  ({ meetings, now }: { readonly meetings: Pick<MeetingStore, 'listAwaitingReport'>; readonly now: Now }) =>
  (buurtId?: string): Promise<Meeting[]> =>
    meetings.listAwaitingReport(now(), buurtId);
