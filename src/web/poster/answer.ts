import { stateOf } from '../../domain/meetings/index.ts';
import { notFound } from '../not-found.ts';
import { routes } from '../routes.ts';
import { meetingAt } from '../views/meetings/page.ts';
import { sheetOf } from './sheet-of.ts';
import { drawSheet } from './sheet.ts';
import { chosenLanguages, type SheetSize } from './words.ts';

interface Asked {
  readonly locals: Pick<App.Locals, 'app'>;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
}

const moved = (location: string): Response => new Response(null, { status: 302, headers: { location } });

/**
 * The drawing of a poster or flyer. Each choice of languages has one address, so that the memory for pages holds each sheet
 * once; what is asked for in another way is sent there. After the meeting there is none: its page says so.
 */
export async function drawingAnswer(size: SheetSize, { locals: { app }, params, url }: Asked): Promise<Response> {
  const found = await meetingAt(app, params['bijeenkomst']);
  if (!found) return notFound();
  const { meeting, buurt } = found;
  const now = app.now();
  const languages = chosenLanguages(url.searchParams.getAll('taal'), size);
  const others = languages.filter((language) => language !== 'nl');
  if (stateOf(meeting, now) === 'past') return moved(routes.poster(meeting.slug, size, others));
  const address = routes.posterDrawing(meeting.slug, size, others);
  if (url.searchParams.toString() !== new URL(address, url).searchParams.toString()) return moved(address);
  const { shape } = await app.buurten.outline(buurt);
  const sheet = sheetOf({ meeting, buurt, shape }, { size, languages, origin: app.site.baseUrl, now });
  return new Response(drawSheet(sheet, meeting.title), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
