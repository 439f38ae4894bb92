import type { APIRoute } from 'astro';
import { LONGEST_MARKDOWN, markdown } from '../../web/markdown.ts';

/** Markdown as residents will see it, as a piece of HTML that was made safe. Only for somebody with an account: it costs work. */
export const POST: APIRoute = async ({ locals, request }) => {
  if (locals.actor.kind !== 'account') return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const text = form?.get('text');
  if (typeof text !== 'string') return new Response(null, { status: 400 });
  if (text.length > LONGEST_MARKDOWN) return new Response(null, { status: 413 });
  return new Response(markdown(text, { below: 2, t: locals.t }), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};
