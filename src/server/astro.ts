import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { Writable } from 'node:stream';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { z } from 'astro/zod';
import { ConfigError } from '../config.ts';
import type { Answer } from './answer.ts';

/** A request as the pages see it: only what they need of the real one. */
export interface PageRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly body: Buffer;
  /** Undefined where nobody may know it, as for signals. */
  readonly address: string | undefined;
  /** What becomes `Astro.locals`. */
  readonly locals: object;
}

export type Render = (request: PageRequest) => Promise<Answer>;

type Handler = (...given: [request: unknown, response: unknown, next: () => void, locals: object]) => Promise<void>;
const entryModule = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });

/** Holds back what Astro writes, so that it can be kept, compressed, and given a status when rendering fails half way. */
class Collected extends Writable {
  /** The request that it answers: by it Astro finds what to let go of afterwards. */
  readonly req: EventEmitter;
  readonly headersSent = false;
  statusMessage = '';
  statusCode = 200;
  readonly #chunks: Buffer[] = [];
  #headers: OutgoingHttpHeaders = {};

  constructor(req: EventEmitter) {
    super();
    this.req = req;
  }

  writeHead(status: number, headers: OutgoingHttpHeaders = {}): this {
    this.statusCode = status;
    this.#headers = headers;
    return this;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  answer(): Answer {
    const headers = Object.fromEntries(
      Object.entries(this.#headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    return { status: this.statusCode, headers, body: Buffer.concat(this.#chunks) };
  }
}

/** What Astro's Node adapter reads of a request. The host is ours: whatever the visitor's Host header says. */
function facade({ method, url, headers, body, address }: PageRequest, base: URL): EventEmitter {
  const socket = Object.assign(new EventEmitter(), { encrypted: base.protocol === 'https:', remoteAddress: address });
  const own = { ...headers, host: base.host };
  return Object.assign(new EventEmitter(), { method, url, headers: own, socket, ...(method === 'POST' && { body }) });
}

/** Loads the build and gives the function that makes pages. */
export async function loadAstro(buildDir: string, baseUrl: string): Promise<Render> {
  const file = join(buildDir, 'server/entry.mjs');
  if (!existsSync(file))
    throw new ConfigError([`BUILD_DIR is ${buildDir}, where there is no build. Make one first: npm run build.`]);
  const entry: unknown = await import(pathToFileURL(file).href);
  const { handler } = entryModule.parse(entry);
  const base = new URL(baseUrl);

  const run = (request: PageRequest): Promise<Answer | 'unknown'> =>
    new Promise((resolve, reject) => {
      const asked = facade(request, base);
      const collected = new Collected(asked);
      collected.on('finish', () => resolve(collected.answer()));
      collected.on('error', reject);
      // Astro hangs up when a page fails after its first words.
      collected.on('close', () => {
        if (!collected.writableFinished) reject(new Error('The page was not finished'));
      });
      handler(asked, collected, () => resolve('unknown'), request.locals).catch(reject);
    });

  return async (request) => {
    const answer = await run(request);
    if (answer !== 'unknown') return answer;
    const unknown = await run({ ...request, method: 'GET', url: '/404' });
    if (unknown === 'unknown') throw new Error('The build has no page for unknown addresses');
    return { ...unknown, status: 404 };
  };
}
