import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError } from '../config.ts';
import { withSecurity } from './headers.ts';

/** Time to send all headers. Who is slower holds a connection for nothing (slow loris). */
const HEADERS_MS = 10_000;
/** Time to send a whole request: a picture over a slow phone. Texts get less, see portal.ts. */
const REQUEST_MS = 300_000;
/** Longer than the 60 seconds of usual proxies, so that it is never us who hang up just when they send. */
const IDLE_MS = 65_000;

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets the running ones finish within `patience` milliseconds, then hangs up. */
  stop(patience: number): Promise<void>;
}

const STATUS_OF: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** An answer by hand, where there is no response to write; then hangs up. */
function hangUp(socket: Duplex, status: string, more: OutgoingHttpHeaders = {}): void {
  const headers = Object.entries(withSecurity({ ...more, 'content-length': 0, connection: 'close' }, false));
  socket.end(`HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${String(value)}\r\n`).join('')}\r\n`);
}

/** What is no HTTP gets an answer as well, with the headers that every answer has. */
function answerBadHttp(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  hangUp(socket, STATUS_OF[error.code ?? ''] ?? '400 Bad Request');
}

function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(417, withSecurity({ 'content-length': 0 }, false)).end();
}

/** CONNECT asks for a tunnel to elsewhere. */
function refuseTunnel(_request: IncomingMessage, socket: Duplex): void {
  hangUp(socket, '405 Method Not Allowed', { allow: 'GET, HEAD, POST' });
}

function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function takenPort(error: NodeJS.ErrnoException, { port, host }: { port: number; host: string }): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError([
      `PORT is ${port}, which another program on ${host} uses. Stop it, or choose another, for example ${port + 1}.`,
    ]);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? ''))
    return new ConfigError([`HOST is ${host}, which is no address of this machine. Give one that is.`]);
  if (error.code === 'EACCES')
    return new ConfigError([`PORT is ${port}, which needs more rights. Choose one from 1024, for example 4321.`]);
  return error;
}

/** Knows the requests that are being answered, and tells when there are none left. */
function watchVisits() {
  const open = new Set<ServerResponse>();
  let isLast = false;
  let tell = (): void => undefined;
  // Who hears it asks nothing more on this connection, which we are about to close.
  const sayGoodbye = (response: ServerResponse) => response.headersSent || response.setHeader('connection', 'close');
  return {
    begin(response: ServerResponse) {
      open.add(response);
      if (isLast) sayGoodbye(response);
      response.once('close', () => {
        open.delete(response);
        if (open.size === 0) tell();
      });
    },
    lastRound() {
      isLast = true;
      open.forEach(sayGoodbye);
    },
    none: () => (open.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => (tell = resolve))),
  };
}

/** Serves until `stop`. Rejects when the address is taken. */
export async function listen(
  listener: RequestListener,
  { port, host }: { port: number; host: string },
): Promise<Listening> {
  const timeouts = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS };
  const visits = watchVisits();
  const server = createServer({ ...timeouts, connectionsCheckingInterval: 2_000 }, (request, response) => {
    visits.begin(response);
    return listener(request, response);
  })
    .on('clientError', answerBadHttp)
    .on('checkExpectation', refuseExpectation)
    .on('connect', refuseTunnel);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(takenPort(error, { port, host })));
    server.listen(port, host, resolve);
  });
  return {
    port: portOf(server),
    async stop(patience) {
      visits.lastRound();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Connections without a request (a browser opens some for later) would otherwise be waited for.
      await Promise.race([visits.none(), pause(patience, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}
