import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { addressOf } from './addresses.ts';
import { REFUSAL_STATUS, type Answer, type Refusal } from './answer.ts';
import type { Render } from './astro.ts';
import { discardBody, readBody, TEXT_LIMIT, UPLOAD_LIMIT, type Body } from './body.ts';
import { emergencyPage } from './emergency-page.ts';
import { bareError, type Logger } from './log.ts';
import { isOneClick, isOurs } from './origin.ts';
import type { Crowds } from './crowds.ts';
import type { PageCache } from './page-cache.ts';
import { Prepared } from './prepared.ts';
import { hasSession, isSignal, pageHeaders } from './privacy.ts';
import type { Proxies } from './proxies.ts';
import { publicPage } from './public-pages.ts';
import { sendAnswer } from './send.ts';
import { makeSignalUploads } from './signal-upload.ts';
import type { Traffic } from './traffic.ts';
import { trimPolicy } from './trim-policy.ts';

export interface PortalNeeds {
  readonly render: Render;
  readonly files: ReadonlyMap<string, Prepared>;
  readonly pages: PageCache;
  readonly proxies: Proxies;
  /** Of where a signal comes from, its page hears no more than whether many come from there. */
  readonly crowds: Crowds;
  readonly baseUrl: string;
  readonly log: Logger;
  readonly traffic: Traffic;
  /** What every page gets in `Astro.locals`. */
  readonly locals: object;
  /** Whether a Cookie header belongs to somebody who is logged in: only they may send pictures. */
  readonly isLoggedIn: (cookieHeader: string) => Promise<boolean>;
}

/** A request on its way through. What the pages put in `locals` comes back for the log. */
interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly secure: boolean;
  readonly path: string;
  readonly query: string;
  readonly locals: { routePattern?: string; refusal?: Refusal; failure?: unknown; crowded?: boolean };
}

const ALLOW = 'GET, HEAD, POST';
const TEXT_PATIENCE = 30_000;
const UPLOAD_PATIENCE = 280_000;
const EMPTY = Buffer.alloc(0);
const SIGNAL_FORM = '/signaal';
/** One room for the whole process: that is what bounds the memory. */
const takeSignal = makeSignalUploads();
/** Astro's addresses for the pages that say that something is wrong; a visitor cannot ask for these. */
const OWN_PAGES = new Set(['/404', '/500']);

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD';

/** What `npm start` serves: files and public pages from memory, the rest from Astro, and a page for each way to be refused. */
export function makePortal(needs: PortalNeeds): RequestListener {
  const { files, pages, proxies, traffic } = needs;

  function note({ request, response, path }: Visit, pattern: string, since: number): void {
    const { statusCode: status } = response;
    if (isSignal(path)) traffic.signal();
    // The files of a signal page come at the moment of a visit: a line for them would be a line for that.
    else if (!files.has(path))
      traffic.answered({ method: request.method ?? '', pattern, status, ms: performance.now() - since });
  }

  /** By the address as it came: only addresses that are right ever get into these. */
  const findReady = (request: IncomingMessage): Prepared | undefined => {
    const { url = '' } = request;
    if (!isReading(request)) return undefined;
    return files.get(url) ?? (isPublic(request, url) ? pages.find(url) : undefined);
  };

  return (request, response) => {
    const since = performance.now();
    const secure = proxies.isSecure(request);
    const ready = findReady(request);
    if (ready) {
      ready.send(request, response, secure);
      note({ request, response, secure, path: request.url ?? '', query: '', locals: {} }, ready.name, since);
      return;
    }
    const address = addressOf(request.url);
    const { path, query } = address.kind === 'good' ? address : { path: '', query: '' };
    const visit: Visit = { request, response, secure, path, query, locals: {} };
    const work = address.kind === 'moved' ? move(visit, address.to) : answer(needs, visit, address.kind === 'bad');
    void work
      .catch((error: unknown) => fail(needs, visit, error))
      .then(() => note(visit, visit.locals.routePattern ?? '(unknown)', since));
  };
}

/** The same page for everybody: nobody is logged in, or the page may not know. */
const isPublic = ({ headers }: IncomingMessage, path: string) => isSignal(path) || !hasSession(headers);

const move = (visit: Visit, to: string) =>
  sendAnswer(visit, { status: 308, headers: { location: to, 'cache-control': 'public, max-age=3600' }, body: EMPTY });

async function answer(needs: PortalNeeds, visit: Visit, isBadAddress: boolean): Promise<void> {
  const { request, path, query } = visit;
  if (isBadAddress) return refuse(needs, visit, 'bad-address');
  if (request.method === 'POST') return post(needs, visit);
  if (!isReading(request)) return refuse(needs, visit, 'method');
  const page = isPublic(request, path) ? publicPage(path, query) : undefined;
  if (!page) return sendAnswer(visit, await render(needs, visit));
  const made =
    needs.pages.find(page.key) ?? (await needs.pages.make(page, () => render(needs, visit, { url: page.key })));
  visit.locals.routePattern ??= page.pattern;
  if (made instanceof Prepared) made.send(request, visit.response, visit.secure);
  else await sendAnswer(visit, made);
}

async function post(needs: PortalNeeds, visit: Visit): Promise<void> {
  const { request, path, query } = visit;
  if (needs.files.has(path)) return refuse(needs, visit, 'method');
  if (!isOneClick(path, query) && !isOurs(request.headers, needs.baseUrl)) return refuse(needs, visit, 'foreign');
  if (isSignal(path)) visit.locals.crowded = needs.crowds.isCrowded(needs.proxies.addressOf(request));
  if (path === SIGNAL_FORM) return postSignal(needs, visit);
  const { cookie } = request.headers;
  const uploads = path.startsWith('/beheer/') && cookie !== undefined && (await needs.isLoggedIn(cookie));
  const body = await readBody(request, uploads ? UPLOAD_LIMIT : TEXT_LIMIT, uploads ? UPLOAD_PATIENCE : TEXT_PATIENCE);
  return answerPost(needs, visit, body);
}

/** The one form to which anybody may send a photo. */
async function postSignal(needs: PortalNeeds, visit: Visit): Promise<void> {
  const { body, done } = await takeSignal(visit.request);
  try {
    await answerPost(needs, visit, body);
  } finally {
    done();
  }
}

async function answerPost(needs: PortalNeeds, visit: Visit, body: Body): Promise<void> {
  if (body.kind === 'gone') return;
  if (body.kind !== 'whole') return refuse(needs, visit, body.kind);
  const answered = await render(needs, visit, { body: body.bytes });
  // Who reads on after this answer sees what it changed.
  needs.pages.lookAgain();
  await sendAnswer(visit, answered);
}

async function render(
  { render: make, proxies, locals, log }: PortalNeeds,
  { request, path, query, locals: own }: Visit,
  { url = OWN_PAGES.has(path) ? '/404' : path + query, body }: { url?: string; body?: Buffer } = {},
): Promise<Answer> {
  const answered = await make({
    method: body === undefined ? 'GET' : 'POST',
    url,
    headers: {
      ...pageHeaders(request.headers, path),
      // What passed may be less than what was sent, see signal-upload.ts.
      ...(body !== undefined && { 'content-length': String(body.length) }),
    },
    body: body ?? EMPTY,
    address: isSignal(path) ? undefined : proxies.addressOf(request),
    locals: Object.assign(own, locals),
  });
  if (own.failure !== undefined) log.error({ pattern: own.routePattern, ...bareError(own.failure) }, 'a page failed');
  const page = trimPolicy(answered);
  if (!path.startsWith('/beheer')) return page;
  return { ...page, headers: { ...page.headers, 'cache-control': 'private, no-store' } };
}

/** Of what was asked only the language, for a page that says what is wrong. */
const languageOf = ({ query }: Visit): string => (/[?&]taal=en(?:&|$)/.test(query) ? '?taal=en' : '');

/** The page that says what is wrong and what to do; what is still being sent is thrown away. */
async function refuse(needs: PortalNeeds, visit: Visit, refusal: Refusal): Promise<void> {
  discardBody(visit.request);
  visit.locals.refusal = refusal;
  const page = await render(needs, { ...visit, path: '', query: '' }, { url: `/404${languageOf(visit)}` });
  const headers = {
    ...page.headers,
    ...(refusal === 'method' && { allow: needs.files.has(visit.path) ? 'GET, HEAD' : ALLOW }),
    ...(refusal === 'too-slow' && { connection: 'close' }),
  };
  await sendAnswer(visit, { ...page, status: REFUSAL_STATUS[refusal], headers });
}

async function fail({ log, render: make, locals }: PortalNeeds, visit: Visit, error: unknown): Promise<void> {
  log.error({ pattern: visit.locals.routePattern, ...bareError(error) }, 'a page failed');
  if (visit.response.headersSent) return;
  const request = {
    method: 'GET',
    url: `/500${languageOf(visit)}`,
    headers: {},
    body: EMPTY,
    address: undefined,
    locals: { ...locals },
  } as const;
  const page = await make(request).catch(emergencyPage);
  await sendAnswer(visit, { ...page, status: 500 });
}
