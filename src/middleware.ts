import { defineMiddleware } from 'astro:middleware';
import type { App as Portal } from './app.ts';
import { VISITOR } from './domain/kernel/index.ts';
import { translate } from './web/translate.ts';

/** Where Astro shows that something went wrong: these must come out also when the databases do not answer. */
const BROKEN = '/500';

interface Development {
  readonly openApp: typeof import('./app.ts').openApp;
  readonly app: Promise<Portal>;
}
declare global {
  // One portal, also when Vite loads this file again.
  var development: Development | undefined;
}

/** Under `npm run dev` nobody gives us the portal: opens it, and again when its code changed. */
async function developmentApp(): Promise<Portal> {
  const { openApp } = await import('./app.ts');
  if (globalThis.development?.openApp !== openApp) {
    await globalThis.development?.app.then((app) => app.close());
    globalThis.development = { openApp, app: start(openApp) };
  }
  return globalThis.development.app;
}

async function start(openApp: Development['openApp']): Promise<Portal> {
  const { readConfig } = await import('./config.ts');
  const { loadSample } = await import('./tasks/load-sample.ts');
  const config = readConfig();
  const app = openApp(config);
  await app.migrate();
  const sample = config.sample ? await loadSample(config) : null;
  if (sample !== null)
    process.stdout.write(`The signals of the sample open with this passphrase: ${sample.passphrase}\n`);
  return app;
}

/** Who has the session of this cookie; gives the cookie to set when the session was made longer, or is over. */
async function recognise(locals: App.Locals, { headers }: Request): Promise<string | null> {
  const sessionId = locals.app.accounts.readSession(headers.get('cookie'));
  if (sessionId === null) return null;
  const { actor, cookie } = await locals.app.accounts.actorOf(sessionId);
  locals.actor = actor;
  locals.sessionId = actor.kind === 'account' ? sessionId : null;
  return cookie;
}

/**
 * Puts on `Astro.locals` what every page needs. It says who asks and allows nothing: what somebody may do is asked in the use
 * case (a rule by path would miss the actions, which are addresses of their own).
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, request, url, routePattern } = context;
  locals.t = translate;
  locals.path = url.pathname;
  // The first one: the page that says that something went wrong comes by here as well.
  locals.routePattern ??= routePattern;
  // The server says it with a post about a signal; under `npm run dev` nobody counts.
  locals.crowded ??= false;
  locals.actor = VISITOR;
  locals.sessionId = null;
  try {
    if (import.meta.env.DEV) locals.app = await developmentApp();
    const cookie = routePattern === BROKEN ? null : await recognise(locals, request);
    const response = await next();
    // Not after a page that set one itself: logging in with the cookie of an old session would log out again at once.
    if (cookie !== null && !response.headers.has('set-cookie')) response.headers.append('set-cookie', cookie);
    if (url.pathname.startsWith('/beheer')) response.headers.set('cache-control', 'private, no-store');
    return response;
  } catch (error) {
    if (import.meta.env.DEV) throw error;
    // The server writes it in its log, without what the visitor typed; Astro would print the whole message.
    locals.failure = error;
    return new Response(null, { status: 500 });
  }
});
