import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a post was sent from our own pages, or not by a browser at all.
 *
 * Browsers say so themselves in Sec-Fetch-Site; older ones in Origin. Without either it was no browser that could be
 * tricked: a mail service that unsubscribes in one click (RFC 8058) sends neither.
 * `Origin: null` (a sandboxed frame) is foreign.
 */
export function isOurs(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return origin === baseUrl || (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`));
}
