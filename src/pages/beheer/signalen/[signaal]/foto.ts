import type { APIRoute } from 'astro';
import { requireAccount } from '../../../../web/manage.ts';

/** The photo of a signal: only through the opened desk. Who may not see it, cannot tell whether it is there. */
export const GET: APIRoute = async (context) => {
  const actor = await requireAccount(context);
  if (actor instanceof Response) return actor;
  const { app, sessionId } = context.locals;
  const found = await app.signals.desk.photo(actor, sessionId, context.params['signaal'] ?? '');
  if (!found.ok) return new Response(null, { status: found.reason === 'forbidden' ? 403 : 404 });
  return new Response(Buffer.from(found.value), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, no-store' },
  });
};
