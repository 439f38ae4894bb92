import type { IncomingHttpHeaders } from 'node:http';

/**
 * The one address to which anybody may post from anywhere: mail programs stop a letter with one click, some of them from a
 * page of their own (RFC 8058). The word in the address is all it goes by, and all it can do is stop that letter: `query` may
 * say the language and nothing else, since any page with `?_action=…` does that action, with the session of who was tricked.
 */
export const isOneClick = (path: string, query: string): boolean =>
  /^\/post\/stop\/[\w.-]+$/.test(path) && /^(?:\?taal=[a-z]{2})?$/.test(query);

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
