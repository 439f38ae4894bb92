import type { Now, Version } from '../kernel/index.ts';
import { makeFindMeeting } from './find-meeting.ts';
import { makeListAwaitingReport } from './list-awaiting-report.ts';
import { makeListPastMeetings } from './list-past-meetings.ts';
import { makeListUpcomingMeetings } from './list-upcoming-meetings.ts';
import type { Meeting, MeetingContent, MeetingStore } from './meeting.ts';
import type { Report, ReportContent, ReportStore } from './report.ts';

export * from './meeting-state.ts';
export * from './report-standing.ts';
export type * from './meeting.ts';
export type * from './report.ts';
export * from './series.ts';

export interface MeetingsNeeds {
  readonly meetings: MeetingStore;
  readonly reports: ReportStore;
  readonly now: Now;
}

/** What everybody may know of residents' meetings. Announcing and changing one goes through the drafts. */
export interface Meetings {
  listUpcoming(buurtId?: string): Promise<Meeting[]>;
  listPast(limit: number, buurtId?: string): Promise<Meeting[]>;
  find(slug: string): Promise<Meeting | undefined>;
  get(id: string): Promise<Meeting | undefined>;
  history(id: string): Promise<Version<MeetingContent>[]>;
  /** All meetings that were announced in one go, soonest first. */
  listSeries(series: string): Promise<Meeting[]>;
  /** Those that were held and have no report yet, latest first; of one buurt when given. */
  listAwaitingReport(buurtId?: string): Promise<Meeting[]>;
  /** What became of the meeting; undefined while there is no report. */
  report(meetingId: string): Promise<Report | undefined>;
  /** Reports of one buurt, the meeting that was last first. */
  listReports(buurtId: string): Promise<Report[]>;
  reportHistory(meetingId: string): Promise<Version<ReportContent>[]>;
}

export const makeMeetings = (needs: MeetingsNeeds): Meetings => ({
  listUpcoming: makeListUpcomingMeetings(needs),
  listPast: makeListPastMeetings(needs),
  find: makeFindMeeting(needs),
  get: (id) => needs.meetings.get(id),
  history: (id) => needs.meetings.history(id),
  listSeries: (series) => needs.meetings.listSeries(series),
  listAwaitingReport: makeListAwaitingReport(needs),
  report: (meetingId) => needs.reports.get(meetingId),
  listReports: (buurtId) => needs.reports.list(buurtId),
  reportHistory: (meetingId) => needs.reports.history(meetingId),
});
