import type { APIRoute } from 'astro';

/** For a load balancer or a monitor: whether we can answer. Nothing about why not, that is in the log. */
export const GET: APIRoute = async ({ locals }) => {
  const healthy = await locals.app.isHealthy();
  const status = healthy ? 200 : 503;
  return Response.json(
    { status: healthy ? 'ok' : 'unavailable' },
    { status, headers: { 'cache-control': 'no-store' } },
  );
};
