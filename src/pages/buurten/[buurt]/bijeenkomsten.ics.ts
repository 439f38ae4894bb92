import type { APIRoute } from 'astro';
import { feedAnswer } from '../../../web/calendar/answer.ts';
import { CALENDAR_TYPE, calendarFeed } from '../../../web/calendar/index.ts';
import { lastChange, recentMeetings } from '../../../web/calendar/recent-meetings.ts';
import { notFound } from '../../../web/not-found.ts';
import { routes } from '../../../web/routes.ts';

/** The meetings of one buurt, for a calendar program that subscribes. */
export const GET: APIRoute = async ({ params, locals: { app, t } }) => {
  const buurt = await app.buurten.find(params['buurt'] ?? '');
  if (!buurt) return notFound();
  const origin = app.site.baseUrl;
  const meetings = await recentMeetings(app, buurt.id);
  const head = {
    name: t('meetings.feed.titleBuurt', { buurt: buurt.name }),
    page: origin + routes.meetings(buurt.slug),
  };
  return feedAnswer(calendarFeed(meetings, head, { origin, t }), {
    type: CALENDAR_TYPE,
    changedAt: lastChange(meetings),
  });
};
