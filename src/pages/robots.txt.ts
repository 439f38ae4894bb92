import type { APIRoute } from 'astro';
import { routes } from '../web/routes.ts';

/** Personal and managing pages also say so themselves; this only spares a visit. */
export const GET: APIRoute = ({ locals }) => {
  const closed = [routes.manage(), routes.login(), routes.logout()].map((path) => `Disallow: ${path}`);
  const lines = ['User-agent: *', ...closed, '', `Sitemap: ${locals.app.site.baseUrl}${routes.sitemap()}`, ''];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
