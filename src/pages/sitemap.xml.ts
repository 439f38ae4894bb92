import type { APIRoute } from 'astro';
import { escapeHtml } from '../domain/kernel/index.ts';
import { publicAddresses } from '../web/views/public-addresses.ts';

/** Every page a search engine may show: sitemaps.org 0.9. */
export const GET: APIRoute = async ({ locals: { app } }) => {
  const addresses = await publicAddresses(app);
  const urls = addresses.map(({ path, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
    return `<url><loc>${escapeHtml(app.site.baseUrl + path)}</loc>${changed}</url>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  return new Response(body, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'no-cache' },
  });
};
