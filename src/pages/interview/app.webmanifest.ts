import type { APIRoute } from 'astro';
import { routes } from '../../web/routes.ts';

/** With this a phone can put the page on its home screen (W3C, Web Application Manifest). */
export const GET: APIRoute = ({ locals: { app, t } }) =>
  new Response(
    JSON.stringify({
      id: routes.interview(),
      name: `${t('interviews.app.title')} – ${app.site.name}`,
      short_name: t('interviews.app.short'),
      description: t('interviews.app.description'),
      lang: t.language,
      dir: 'ltr',
      start_url: routes.interview(),
      scope: routes.interview(),
      display: 'standalone',
      background_color: '#f6f1e6',
      theme_color: '#f6f1e6',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/interview-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: '/interview-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'no-cache' } },
  );
