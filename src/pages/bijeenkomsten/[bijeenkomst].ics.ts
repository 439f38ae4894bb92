import type { APIRoute } from 'astro';
import { feedAnswer } from '../../web/calendar/answer.ts';
import { CALENDAR_TYPE, calendarOf } from '../../web/calendar/index.ts';
import { notFound } from '../../web/not-found.ts';

/** The meeting for in a calendar. */
export const GET: APIRoute = async ({ params, locals: { app, t } }) => {
  const meeting = await app.meetings.find(params['bijeenkomst'] ?? '');
  if (!meeting) return notFound();
  const body = calendarOf(meeting, { origin: app.site.baseUrl, t });
  return feedAnswer(body, { type: CALENDAR_TYPE, changedAt: meeting.changedAt, file: meeting.slug });
};
