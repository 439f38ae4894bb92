import type { APIRoute } from 'astro';
import { feedAnswer } from '../web/calendar/answer.ts';
import { CALENDAR_TYPE, calendarFeed } from '../web/calendar/index.ts';
import { lastChange, recentMeetings } from '../web/calendar/recent-meetings.ts';
import { routes } from '../web/routes.ts';

/** Every meeting, for a calendar program that subscribes. */
export const GET: APIRoute = async ({ locals: { app, t } }) => {
  const { baseUrl: origin, name: portal } = app.site;
  const meetings = await recentMeetings(app);
  const head = { name: t('meetings.feed.title', { portal }), page: origin + routes.meetings() };
  return feedAnswer(calendarFeed(meetings, head, { origin, t }), {
    type: CALENDAR_TYPE,
    changedAt: lastChange(meetings),
  });
};
