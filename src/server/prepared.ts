import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isText, withSecurity } from './headers.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this, compression only adds a header. */
const WORTH_COMPRESSING = 1_000;

export type Encoding = 'br' | 'gzip' | 'identity';

export interface PreparedOptions {
  readonly headers: Readonly<OutgoingHttpHeaders>;
  readonly body: Buffer;
  /** Brotli 4 (an answer for one visitor) to 11 (a file, made ready at the start). */
  readonly quality: number;
}

/** An answer that is sent many times: compressed at the first request for each encoding, with its ETag. */
export class Prepared {
  /** How much memory it may take, compressed forms included. */
  readonly size: number;
  readonly #etag: string;
  readonly #body: Buffer;
  readonly #quality: number;
  readonly #compressible: boolean;
  /** Plain and over TLS: made once, because making headers is most of the work of sending a page from memory. */
  readonly #headers: Readonly<Record<'plain' | 'secure', OutgoingHttpHeaders>>;
  readonly #variants = new Map<Encoding, Promise<Buffer> | Buffer>();

  constructor({ headers, body, quality }: PreparedOptions) {
    const type = headers['content-type'];
    this.#body = body;
    this.#quality = quality;
    this.#compressible = typeof type === 'string' && isText(type) && body.length >= WORTH_COMPRESSING;
    // Weak: the same page, whatever its encoding.
    this.#etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const all = { ...headers, etag: this.#etag, ...(this.#compressible && { vary: 'accept-encoding' }) };
    this.#headers = { plain: withSecurity(all, false), secure: withSecurity(all, true) };
    this.size = Math.ceil(body.length * 1.5);
  }

  /** Compresses now what it can, so that no visitor waits for it. */
  async warmUp(): Promise<this> {
    if (this.#compressible)
      for (const encoding of ['br', 'gzip'] as const) this.#variants.set(encoding, await this.#compress(encoding));
    return this;
  }

  /** Answers 200, or 304 when the visitor has it already. */
  send(request: IncomingMessage, response: ServerResponse, secure: boolean): number {
    const headers = this.#headers[secure ? 'secure' : 'plain'];
    if (matches(request.headers['if-none-match'], this.#etag)) {
      response.writeHead(304, headers).end();
      return 304;
    }
    const encoding = this.#compressible ? encodingFor(request.headers['accept-encoding']) : 'identity';
    const variant = this.#variant(encoding);
    const write = (bytes: Buffer) => {
      const own = {
        ...headers,
        'content-length': bytes.length,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      };
      response.writeHead(200, own).end(request.method === 'HEAD' ? undefined : bytes);
    };
    if (Buffer.isBuffer(variant)) write(variant);
    else void variant.then(write);
    return 200;
  }

  #variant(encoding: Encoding): Promise<Buffer> | Buffer {
    if (encoding === 'identity') return this.#body;
    const known = this.#variants.get(encoding);
    if (known) return known;
    const made = this.#compress(encoding);
    this.#variants.set(encoding, made);
    void made.then((bytes) => this.#variants.set(encoding, bytes));
    return made;
  }

  #compress(encoding: 'br' | 'gzip'): Promise<Buffer> {
    return encoding === 'br'
      ? brotli(this.#body, { params: { [constants.BROTLI_PARAM_QUALITY]: this.#quality } })
      : zip(this.#body);
  }
}

/** The best encoding that the visitor takes: RFC 9110, 12.5.3; `q=0` means never. */
export function encodingFor(accepts: string | string[] | undefined): Encoding {
  if (accepts === 'gzip, deflate, br, zstd' || accepts === 'gzip, deflate, br') return 'br';
  const taken = new Set<string>();
  for (const part of String(accepts ?? '').split(',')) {
    const [name = '', ...parameters] = part.toLowerCase().split(';');
    if (!parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/.test(parameter))) taken.add(name.trim());
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}

/** If-None-Match is compared weakly: RFC 9110, 13.1.2. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare);
}
