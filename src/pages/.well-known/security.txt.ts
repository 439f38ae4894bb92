import type { APIRoute } from 'astro';
import { DAY_MS } from '../../domain/kernel/index.ts';
import { routes } from '../../web/routes.ts';

const NINE_MONTHS = 270 * DAY_MS;

/** Where to report a weakness: RFC 9116. It asks for an end within a year, so the end moves with the question. */
export const GET: APIRoute = ({ locals: { app } }) => {
  const { baseUrl, contactEmail } = app.site;
  const end = new Date(app.now().getTime() + NINE_MONTHS);
  end.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: mailto:${contactEmail}`,
    `Contact: ${baseUrl}${routes.contact()}`,
    `Expires: ${end.toISOString().replace('.000', '')}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${baseUrl}${routes.security()}`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
