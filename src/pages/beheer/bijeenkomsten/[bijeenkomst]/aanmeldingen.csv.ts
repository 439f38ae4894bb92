import type { APIRoute } from 'astro';
import { notAllowed, requireAccount } from '../../../../web/manage.ts';
import { notFound } from '../../../../web/not-found.ts';
import { exportName, exportWords } from '../../../../web/views/participants-export.ts';

/** The sign-up list as a file, for the organiser of the meeting. */
export const GET: APIRoute = async (context) => {
  const actor = await requireAccount(context);
  if (actor instanceof Response) return actor;
  const { app, t } = context.locals;
  const meeting = await app.meetings.find(context.params['bijeenkomst'] ?? '');
  if (!meeting) return notFound();
  const exported = await app.signUps.exportCsv(actor, meeting.id, exportWords(t));
  if (!exported.ok) return exported.reason === 'forbidden' ? notAllowed(context) : notFound();
  return new Response(exported.value, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${exportName(meeting, app.now(), t)}"`,
    },
  });
};
