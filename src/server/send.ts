import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { compress, encodingFor, isWorthCompressing, type Encoding } from './compress.ts';
import { withSecurity } from './headers.ts';
import { hasSession } from './privacy.ts';

/** Brotli's; the visitor waits for it. */
const FAST = 4;

/**
 * In an answer to somebody who is logged in, a secret and words that others chose can stand together; the size of its
 * compressed form would then tell about the secret (BREACH).
 */
function encodingOf({ headers: asked }: IncomingMessage, { headers, body }: Answer): Encoding {
  const worth = isWorthCompressing(headers, body) && !hasSession(asked);
  return worth ? encodingFor(asked['accept-encoding']) : 'identity';
}

/** Sends an answer that is for this visitor alone, or not worth keeping. */
export async function sendAnswer(
  { request, response, secure }: { request: IncomingMessage; response: ServerResponse; secure: boolean },
  answer: Answer,
): Promise<void> {
  const encoding = encodingOf(request, answer);
  const bytes = await compress(answer.body, encoding, FAST);
  const headers: OutgoingHttpHeaders = {
    'cache-control': 'no-store',
    ...answer.headers,
    vary: 'accept-encoding, cookie',
    ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    ...(![204, 304].includes(answer.status) && { 'content-length': bytes.length }),
  };
  response.writeHead(answer.status, withSecurity(headers, secure)).end(request.method === 'HEAD' ? undefined : bytes);
}
