import type { APIRoute } from 'astro';
import worker from '../../web/interviews/service-worker.js?raw';
import { routes } from '../../web/routes.ts';

/** The service worker of the interview page. It stands under one address for good: a browser asks there for a newer one. */
export const GET: APIRoute = () =>
  new Response(worker, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      // Wider than its folder: the page itself is /interview. Nothing else of the portal passes by this worker.
      'service-worker-allowed': routes.interview(),
      'content-security-policy': "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
