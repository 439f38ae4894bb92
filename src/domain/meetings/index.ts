import type { Now, Version } from '../kernel/index.ts';
import { makeFindMeeting } from './find-meeting.ts';
import { makeListPastMeetings } from './list-past-meetings.ts';
import { makeListUpcomingMeetings } from './list-upcoming-meetings.ts';
import type { Meeting, MeetingContent, MeetingStore } from './meeting.ts';

export * from './meeting-state.ts';
export type * from './meeting.ts';

export interface MeetingsNeeds {
  readonly meetings: MeetingStore;
  readonly now: Now;
}

/** What everybody may know of residents' meetings. Announcing and changing one goes through the drafts. */
export interface Meetings {
  listUpcoming(buurtId?: string): Promise<Meeting[]>;
  listPast(limit: number, buurtId?: string): Promise<Meeting[]>;
  find(slug: string): Promise<Meeting | undefined>;
  get(id: string): Promise<Meeting | undefined>;
  history(id: string): Promise<Version<MeetingContent>[]>;
}

export const makeMeetings = (needs: MeetingsNeeds): Meetings => ({
  listUpcoming: makeListUpcomingMeetings(needs),
  listPast: makeListPastMeetings(needs),
  find: makeFindMeeting(needs),
  get: (id) => needs.meetings.get(id),
  history: (id) => needs.meetings.history(id),
});
