import type { APIRoute } from 'astro';
import { seriesView } from '../../web/views/drafts/series.ts';

/** More than any of its fields needs. */
const LONGEST = 100;

/** The days that come out of a meeting that repeats, for below the fields while they are typed. Only for who has an account. */
export const POST: APIRoute = async ({ locals, request }) => {
  if (locals.actor.kind !== 'account') return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  if (form === null) return new Response(null, { status: 400 });
  const fields = ['day', 'begin', 'end', 'repeat', 'repeatTimes'].map((name) => {
    const value = form.get(name);
    return [name, typeof value === 'string' ? value.slice(0, LONGEST) : ''] as const;
  });
  return Response.json(seriesView(Object.fromEntries(fields), locals.t));
};
