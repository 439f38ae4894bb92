import { mayBeId } from '../kernel/index.ts';
import type { Meeting, MeetingStore } from './meeting.ts';

/** The meeting at `/bijeenkomsten/{slug}`; undefined for an address that never existed. */
export const makeFindMeeting =
  ({ meetings }: { readonly meetings: Pick<MeetingStore, 'find'> }) =>
  async (slug: string): Promise<Meeting | undefined> =>
    mayBeId(slug) ? await meetings.find(slug) : undefined;
