import type { APIRoute } from 'astro';
import { feedAnswer } from '../../../web/calendar/answer.ts';
import { ATOM_TYPE, meetingsFeed } from '../../../web/feeds/meetings-feed.ts';
import { notFound } from '../../../web/not-found.ts';

/** What happened to the meetings of one buurt, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { app, t } }) => {
  const buurt = await app.buurten.find(params['buurt'] ?? '');
  if (!buurt) return notFound();
  const { xml, changedAt } = await meetingsFeed({ app, t, buurt });
  return feedAnswer(xml, { type: ATOM_TYPE, changedAt });
};
