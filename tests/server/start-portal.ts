import { Agent, request as ask, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import type { Answer } from '../../src/server/answer.ts';
import type { PageRequest } from '../../src/server/astro.ts';
import { makeCrowds } from '../../src/server/crowds.ts';
import { listen } from '../../src/server/listen.ts';
import { openLog } from '../../src/server/log.ts';
import { PageCache } from '../../src/server/page-cache.ts';
import { makePortal } from '../../src/server/portal.ts';
import { Prepared } from '../../src/server/prepared.ts';
import { makeProxies } from '../../src/server/proxies.ts';
import { makeTraffic } from '../../src/server/traffic.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

export const html = (body: string, headers: OutgoingHttpHeaders = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'", ...headers },
  body: Buffer.from(body),
});

/** The real server on a real port, with a page maker that the test writes. */
export async function startPortal({
  page = ({ url }) => html(`<h1>${url}</h1>`),
  baseUrl = 'http://portal.example',
  trusted = [],
  loggedIn = false,
  trust = 0,
}: {
  page?: (request: PageRequest) => Answer | Promise<Answer>;
  baseUrl?: string;
  trusted?: readonly string[];
  loggedIn?: boolean;
  trust?: number;
} = {}) {
  const state = { revision: '1', time: 0, day: '2027-03-18' };
  const asked: PageRequest[] = [];
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const log = openLog(sink);
  const traffic = makeTraffic(log, () => state.day);
  const file = new Prepared({
    name: '/_astro/*',
    headers: { 'content-type': 'text/css', 'cache-control': 'public' },
    body: Buffer.from('a{}'),
    quality: 11,
  });
  const crowds = makeCrowds(() => state.time);
  const portal = makePortal({
    render: async (request) => {
      asked.push(request);
      return page(request);
    },
    files: new Map([['/_astro/style.css', file]]),
    pages: new PageCache({
      revision: () => state.revision,
      trust,
      now: () => state.time,
      maxAge: 60_000,
      maxEntries: 100,
      maxBytes: 1e7,
    }),
    proxies: makeProxies(trusted),
    crowds,
    baseUrl,
    log,
    traffic,
    locals: { app: 'the portal' },
    isLoggedIn: () => Promise.resolve(loggedIn),
  });
  const { port, stop } = await listen(portal, { port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: false });

  return {
    port,
    stop,
    state,
    /** What the page maker was asked for. */
    asked,
    /** What was logged. */
    lines,
    traffic,
    crowds,
    /** Sends exactly this path: no cleaning up by a URL class. */
    get: (path: string, sent: Sent = {}) => send({ port, agent, path }, sent),
    raw: (text: string) => sendRaw(port, text),
  };
}

function send(
  to: { port: number; agent: Agent; path: string },
  { method = 'GET', headers = {}, body }: Sent,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = ask({ ...to, host: '127.0.0.1', method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('latin1'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** For what no HTTP client would send. */
function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
