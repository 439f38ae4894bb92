import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answer } from './answer.ts';
import { isText, withSecurity } from './headers.ts';
import { encodingFor, type Encoding } from './prepared.ts';
import { hasSession } from './privacy.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const WORTH_COMPRESSING = 1_000;

/**
 * In an answer to somebody who is logged in, a secret and words that others chose can stand together; the size of its
 * compressed form would then tell about the secret (BREACH).
 */
function encodingOf({ headers: asked }: IncomingMessage, { headers, body }: Answer): Encoding {
  const type = headers['content-type'];
  const worth = typeof type === 'string' && isText(type) && body.length >= WORTH_COMPRESSING;
  return worth && !hasSession(asked) ? encodingFor(asked['accept-encoding']) : 'identity';
}

async function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body;
  return encoding === 'br' ? brotli(body, FAST) : zip(body);
}

/** Sends an answer that is for this visitor alone, or not worth keeping. */
export async function sendAnswer(
  { request, response, secure }: { request: IncomingMessage; response: ServerResponse; secure: boolean },
  answer: Answer,
): Promise<void> {
  const encoding = encodingOf(request, answer);
  const bytes = await compress(answer.body, encoding);
  const headers: OutgoingHttpHeaders = {
    'cache-control': 'no-store',
    ...answer.headers,
    vary: 'accept-encoding, cookie',
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    ...(![204, 304].includes(answer.status) && { 'content-length': bytes.length }),
  };
  response.writeHead(answer.status, withSecurity(headers, secure)).end(request.method === 'HEAD' ? undefined : bytes);
}
