import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { compress, encodingFor, isWorthCompressing, type Encoding } from './compress.ts';
import { withSecurity } from './headers.ts';

export interface PreparedOptions {
  /** What the log calls it. */
  readonly name: string;
  readonly headers: Readonly<OutgoingHttpHeaders>;
  readonly body: Buffer;
  /** Brotli's; see `compress`. */
  readonly quality: number;
}

/** Bytes with all their headers, for a plain connection and for one over TLS: making headers is most of the work of sending. */
interface Variant {
  readonly bytes: Buffer;
  readonly plain: OutgoingHttpHeaders;
  readonly secure: OutgoingHttpHeaders;
}

/** An answer that is sent many times: compressed at the first request for each encoding, with its ETag. */
export class Prepared {
  readonly name: string;
  /** How much memory it may take, compressed forms included. */
  readonly size: number;
  readonly #etag: string;
  readonly #body: Buffer;
  readonly #quality: number;
  readonly #compressible: boolean;
  readonly #headers: OutgoingHttpHeaders;
  readonly #variants = new Map<Encoding, Promise<Variant> | Variant>();

  constructor({ name, headers, body, quality }: PreparedOptions) {
    this.name = name;
    this.#body = body;
    this.#quality = quality;
    this.#compressible = isWorthCompressing(headers, body);
    // Weak: the same page, whatever its encoding.
    this.#etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    this.#headers = { ...headers, etag: this.#etag, ...(this.#compressible && { vary: 'accept-encoding' }) };
    this.size = Math.ceil(body.length * 1.5);
  }

  /** Compresses now what it can, so that no visitor waits for it. */
  async warmUp(): Promise<this> {
    if (this.#compressible) await Promise.all([this.#variant('br'), this.#variant('gzip')]);
    return this;
  }

  /** Answers 200, or 304 when the visitor has it already. */
  send(request: IncomingMessage, response: ServerResponse, secure: boolean): void {
    if (this.#isKnownTo(request.headers)) {
      response.writeHead(304, withSecurity(this.#headers, secure)).end();
      return;
    }
    const variant = this.#variant(this.#compressible ? encodingFor(request.headers['accept-encoding']) : 'identity');
    const write = ({ bytes, ...headers }: Variant) => {
      response.writeHead(200, secure ? headers.secure : headers.plain);
      response.end(request.method === 'HEAD' ? undefined : bytes);
    };
    if (variant instanceof Promise) void variant.then(write, () => response.destroy());
    else write(variant);
  }

  /** A date counts only for who sends no tag (RFC 9110, 13.1.3): some calendar programs remember nothing else. */
  #isKnownTo({ 'if-none-match': tags, 'if-modified-since': since }: IncomingHttpHeaders): boolean {
    if (tags !== undefined) return matches(tags, this.#etag);
    const changed = this.#headers['last-modified'];
    return typeof changed === 'string' && since !== undefined && Date.parse(since) >= Date.parse(changed);
  }

  #variant(encoding: Encoding): Promise<Variant> | Variant {
    const known = this.#variants.get(encoding);
    if (known) return known;
    const made = this.#make(encoding);
    this.#variants.set(encoding, made);
    void made.then((variant) => this.#variants.set(encoding, variant));
    return made;
  }

  async #make(encoding: Encoding): Promise<Variant> {
    const bytes = await compress(this.#body, encoding, this.#quality);
    const own = {
      ...this.#headers,
      'content-length': bytes.length,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    };
    return { bytes, plain: withSecurity(own, false), secure: withSecurity(own, true) };
  }
}

/** If-None-Match is compared weakly: RFC 9110, 13.1.2. */
function matches(header: string, etag: string): boolean {
  if (header === etag || header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === bare);
}
