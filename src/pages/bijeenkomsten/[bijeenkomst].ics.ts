import type { APIRoute } from 'astro';
import { CALENDAR_TYPE, calendarOf } from '../../web/calendar/index.ts';
import { notFound } from '../../web/not-found.ts';

/** The meeting for in a calendar. */
export const GET: APIRoute = async ({ params, locals: { app, t } }) => {
  const { bijeenkomst = '' } = params;
  const meeting = await app.meetings.find(bijeenkomst);
  if (!meeting) return notFound();
  return new Response(calendarOf(meeting, { origin: app.site.baseUrl, t }), {
    headers: {
      'content-type': CALENDAR_TYPE,
      'content-disposition': `attachment; filename="${meeting.slug.replace(/[^\w-]/g, '')}.ics"`,
      'cache-control': 'no-cache',
    },
  });
};
