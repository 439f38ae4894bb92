import type { APIContext } from 'astro';
import type { Actor } from '../domain/kernel/index.ts';
import type { ListRefusal } from '../domain/sign-ups/index.ts';
import { notFound } from './not-found.ts';
import { routes } from './routes.ts';
import { meetingAt, type MeetingPlace } from './views/meetings/page.ts';

export type AccountActor = Extract<Actor, { kind: 'account' }>;

/** What these helpers need of a page: give them `Astro`. */
type Page = Pick<APIContext, 'locals' | 'request' | 'url' | 'redirect' | 'rewrite'>;

/**
 * Who is at work, or the answer to give instead. Use it at the top of every page under `/beheer`:
 * `const actor = await requireAccount(Astro); if (actor instanceof Response) return actor;`
 *
 * It only asks who it is. What somebody may do is asked in the use case.
 */
export async function requireAccount(page: Page): Promise<AccountActor | Response> {
  const { actor } = page.locals;
  if (actor.kind === 'account') return actor;
  // A redirect would lose what was typed. This page says how to send it once more.
  if (page.request.method === 'POST') return show(page, routes.sessionOver());
  return page.redirect(routes.login(page.url.pathname + page.url.search), 303);
}

/** The page for somebody whom a use case refused: `return notAllowed(Astro)`; answers 403. */
export const notAllowed = (page: Page): Promise<Response> => show(page, routes.notAllowed());

/** Who is at work and with which meeting (`bijeenkomst` in the address), or the answer to give instead. Allows nothing either. */
export async function requireMeeting(
  page: Page & Pick<APIContext, 'params'>,
): Promise<(MeetingPlace & { readonly actor: AccountActor }) | Response> {
  const actor = await requireAccount(page);
  if (actor instanceof Response) return actor;
  const found = await meetingAt(page.locals.app, page.params['bijeenkomst']);
  return found ? { ...found, actor } : notFound();
}

/** The answer to somebody who may not see the list of a meeting, or whose meeting went meanwhile. */
export const noList = async (page: Page, reason: ListRefusal): Promise<Response> =>
  reason === 'forbidden' ? notAllowed(page) : notFound();

// A new request: the body of this one may have been read by an action.
const show = (page: Page, path: string): Promise<Response> =>
  page.rewrite(new Request(new URL(path, page.url), { headers: page.request.headers }));

/**
 * Where to go after logging in. Only an address of `/beheer`, or the page of interviewers: with anything else a mail could send
 * somebody through our login page to a look-alike.
 */
export function safeReturn(path: string | null): string {
  const home = routes.manage();
  if (path === null || !path.startsWith('/') || /[\\\p{Cc}]/u.test(path)) return home;
  const here = 'http://portal.invalid';
  if (!URL.canParse(path, here)) return home;
  const { origin, pathname, search } = new URL(path, here);
  // The page of interviewers stands outside /beheer: it has to work for who is not logged in.
  const inside = pathname === home || pathname === routes.interview() || pathname.startsWith(`${home}/`);
  return origin === here && inside && !pathname.includes('//') ? pathname + search : home;
}

/** After a form did its work: on to another page, so that a reload does not send it again. `cookie` is a `Set-Cookie` value. */
export function seeOther(path: string, cookie?: string): Response {
  const headers = new Headers({ location: path, 'cache-control': 'private, no-store' });
  if (cookie !== undefined) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
