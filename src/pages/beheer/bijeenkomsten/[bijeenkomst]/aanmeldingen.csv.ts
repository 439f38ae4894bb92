import type { APIRoute } from 'astro';
import { noList, requireMeeting } from '../../../../web/manage.ts';
import { exportName, exportWords } from '../../../../web/views/participants/export.ts';

/** The sign-up list as a file, for the organiser of the meeting. */
export const GET: APIRoute = async (context) => {
  const opened = await requireMeeting(context);
  if (opened instanceof Response) return opened;
  const { actor, meeting } = opened;
  const { app, t } = context.locals;
  const exported = await app.signUps.exportCsv(actor, meeting.id, exportWords(t));
  if (!exported.ok) return noList(context, exported.reason);
  return new Response(exported.value, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${exportName(meeting, app.now(), t)}"`,
    },
  });
};
