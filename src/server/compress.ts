import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OutgoingHttpHeaders } from 'node:http';
import { isText } from './headers.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below this, compression only adds a header; in bytes. */
const WORTH_COMPRESSING = 1_000;

/** Whether a body of this kind and length becomes much smaller. */
export function isWorthCompressing(headers: Readonly<OutgoingHttpHeaders>, { length }: Buffer): boolean {
  const type = headers['content-type'];
  return typeof type === 'string' && isText(type) && length >= WORTH_COMPRESSING;
}

/** The body in that encoding. `quality` is Brotli's: 4 (an answer for one visitor) to 11 (a file, made ready at the start). */
export async function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'identity') return body;
  return encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : zip(body);
}

/** The best encoding that the visitor takes: RFC 9110, 12.5.3; `q=0` means never. */
export function encodingFor(accepts: string | string[] | undefined): Encoding {
  // What nearly every browser sends is not taken apart each time.
  if (accepts === 'gzip, deflate, br, zstd' || accepts === 'gzip, deflate, br') return 'br';
  const taken = new Set<string>();
  for (const part of String(accepts ?? '').split(',')) {
    const [name = '', ...parameters] = part.toLowerCase().split(';');
    if (!parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/.test(parameter))) taken.add(name.trim());
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') ? 'gzip' : 'identity';
}
