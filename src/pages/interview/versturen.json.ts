import type { APIRoute } from 'astro';
import type { MessageKey } from '../../web/translate.ts';
import { sentInterviews } from '../../web/views/interviews/sent.ts';

const headers = { 'cache-control': 'private, no-store' };

/** Where an interviewer's phone sends what it kept; an answer for each interview, once it is stored for good. */
export const POST: APIRoute = async ({ request, locals: { app, actor, t } }) => {
  const refuse = (status: number, message: MessageKey) => Response.json({ message: t(message) }, { status, headers });
  // No page to log in: the phone must hear it, and keep what it has.
  if (actor.kind !== 'account') return refuse(401, 'interviews.error.loggedOut');
  const sent = sentInterviews.safeParse(await request.json().catch(() => null));
  if (!sent.success) return refuse(400, 'interviews.error.notRight');
  const answers = await app.signals.interviews.receive(actor, sent.data);
  if (!answers.ok) return refuse(403, 'interviews.app.forbidden');
  return Response.json({ answers: answers.value }, { headers });
};
