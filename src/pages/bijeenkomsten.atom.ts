import type { APIRoute } from 'astro';
import { feedAnswer } from '../web/calendar/answer.ts';
import { ATOM_TYPE, meetingsFeed } from '../web/feeds/meetings-feed.ts';

/** What happened to meetings, for feed readers. */
export const GET: APIRoute = async ({ locals: { app, t } }) => {
  const { xml, changedAt } = await meetingsFeed({ app, t });
  return feedAnswer(xml, { type: ATOM_TYPE, changedAt });
};
