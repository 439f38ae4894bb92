import type { APIRoute } from 'astro';
import { notFound } from '../../../web/not-found.ts';
import { placesView } from '../../../web/views/meetings-sign-up.ts';

/** Places left, for the island on the sign-up page: numbers that everybody may know. */
export const GET: APIRoute = async ({ params, locals: { app, t } }) => {
  const { bijeenkomst = '' } = params;
  const meeting = await app.meetings.find(bijeenkomst);
  if (!meeting) return notFound();
  const { placesLeft, waiting } = meeting;
  return Response.json(
    { placesLeft, waiting, ...placesView(meeting, t) },
    { headers: { 'cache-control': 'no-store' } },
  );
};
