import type { APIRoute } from 'astro';

/** Asks what everybody reads and what a sign-up writes; the rest of the portal shares their machine. */
const isHealthy = ({ buurten, outbox }: App.Locals['app']): Promise<boolean> =>
  Promise.all([buurten.list(), outbox.state()]).then(
    () => true,
    () => false,
  );

/** For a load balancer or a monitor: whether we can answer. Nothing about why not, that is in the log. */
export const GET: APIRoute = async ({ locals }) => {
  const healthy = await isHealthy(locals.app);
  const status = healthy ? 200 : 503;
  return Response.json(
    { status: healthy ? 'ok' : 'unavailable' },
    { status, headers: { 'cache-control': 'no-store' } },
  );
};
