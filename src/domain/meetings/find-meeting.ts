import type { Meeting, MeetingStore } from './meeting.ts';

/** No slug is longer; what is longer is not looked for. */
const LONGEST_SLUG = 200;

/** The meeting at `/bijeenkomsten/{slug}`; undefined for an address that never existed. */
export const makeFindMeeting =
  ({ meetings }: { readonly meetings: Pick<MeetingStore, 'find'> }) =>
  async (slug: string): Promise<Meeting | undefined> =>
    slug.length > LONGEST_SLUG || slug.includes('\0') ? undefined : await meetings.find(slug);
