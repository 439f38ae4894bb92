import type { APIRoute } from 'astro';
import { sayDay } from '../../web/dates.ts';
import type { MessageKey } from '../../web/translate.ts';
import { kitView } from '../../web/views/interviews/kit.ts';

const headers = { 'cache-control': 'private, no-store' };

/** What an interviewer's phone takes along. */
export const GET: APIRoute = async ({ locals: { app, actor, t } }) => {
  const refuse = (status: number, message: MessageKey) => Response.json({ message: t(message) }, { status, headers });
  if (actor.kind !== 'account') return refuse(401, 'interviews.app.noKit');
  const kit = await app.signals.interviews.kit(actor);
  if (!kit.ok)
    return kit.reason === 'forbidden' ? refuse(403, 'interviews.app.forbidden') : refuse(409, 'interviews.app.noKey');
  return Response.json(kitView(kit.value, sayDay(app.now(), t)), { headers });
};
