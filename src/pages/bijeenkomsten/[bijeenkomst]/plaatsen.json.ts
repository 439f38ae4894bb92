import type { APIRoute } from 'astro';
import { signUpWindow } from '../../../domain/meetings/index.ts';
import { askedLanguage } from '../../../web/page-language.ts';
import { translateIn } from '../../../web/translate.ts';
import { notFound } from '../../../web/not-found.ts';
import { placesView } from '../../../web/views/sign-ups/form.ts';

/** Places left, for the island on the sign-up page: numbers that everybody may know. A place that is held is not left. */
export const GET: APIRoute = async ({ params, url, locals: { app } }) => {
  const t = translateIn[askedLanguage(url) ?? 'nl'];
  const { bijeenkomst = '' } = params;
  const meeting = await app.meetings.find(bijeenkomst);
  if (!meeting) return notFound();
  const { placesLeft, waiting } = meeting;
  const now = app.now();
  return Response.json(
    { placesLeft, waiting, signUp: signUpWindow(meeting, now), ...placesView(meeting, { t, now }) },
    { headers: { 'cache-control': 'no-store' } },
  );
};
