import type { IncomingMessage } from 'node:http';

/** Form texts. */
export const TEXT_LIMIT = 100 * 1024;
/** Pictures, for people who are logged in: several of at most 15 MB do not fit, one does, with room. */
export const UPLOAD_LIMIT = 25 * 1024 * 1024;

/** After a refusal we read on for a while: a browser that is still sending shows our answer only when it could send it all. */
const DISCARD_LIMIT = 100 * 1024 * 1024;

export type Body =
  { readonly kind: 'whole'; readonly bytes: Buffer } | { readonly kind: 'too-large' | 'too-slow' | 'gone' };

/** Reads a body of at most `limit` bytes, in at most `patience` milliseconds. */
export async function readBody(request: IncomingMessage, limit: number, patience: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' };
  return readAlong(request, { keep: limit, limit, patience });
}

export interface Reading {
  /** How many bytes, from the first on, are kept; the others are read and dropped. */
  readonly keep: number;
  /** More than this is too large. */
  readonly limit: number;
  /** Milliseconds. */
  readonly patience: number;
}

/** Reads to the end, and keeps only the beginning. */
export async function readAlong(request: IncomingMessage, { keep, limit, patience }: Reading): Promise<Body> {
  // It may have waited until its turn came; then nobody tells any more that it hung up.
  if (request.destroyed && !request.complete) return { kind: 'gone' };
  const chunks: Buffer[] = [];
  let size = 0;
  const end = Promise.withResolvers<Body>();
  const onData = (chunk: Buffer) => {
    if (size < keep) chunks.push(chunk.subarray(0, keep - size));
    size += chunk.length;
    if (size > limit) end.resolve({ kind: 'too-large' });
  };
  const onEnd = () => end.resolve({ kind: 'whole', bytes: Buffer.concat(chunks) });
  const onGone = () => end.resolve({ kind: 'gone' });
  const timer = setTimeout(() => end.resolve({ kind: 'too-slow' }), patience);
  request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
  try {
    return await end.promise;
  } finally {
    clearTimeout(timer);
    request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
  }
}

/** Throws away the rest of a body that was refused, and hangs up on who keeps sending. */
export function discardBody(request: IncomingMessage): void {
  let size = 0;
  request.on('error', () => undefined);
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > DISCARD_LIMIT) request.destroy();
  });
  request.resume();
}
