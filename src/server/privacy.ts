import type { IncomingHttpHeaders } from 'node:http';

/** The name that accounts give their cookie. A request that carries it never gets, or becomes, a page from memory. */
const SESSION = /(?:^|;\s*)sessie=/;

/** Whether there is a session cookie at all; whether it is still good, the accounts tell. */
export const hasSession = ({ cookie }: IncomingHttpHeaders): boolean => cookie !== undefined && SESSION.test(cookie);

/** The signal form, following a signal, and all that these send. What passes here leaves no trace of who sent it. */
export const isSignal = (path: string): boolean => /^\/(?:signaal(?:[/?]|$)|_actions\/(?:signal|follow))/.test(path);

/** What a page may know of its visitor: no browser name, no page that they came from, nothing a proxy adds. */
const KNOWN = ['accept', 'accept-language', 'content-length', 'content-type', 'cookie', 'origin', 'sec-fetch-site'];
/** With a signal not even a session or a language. */
const KNOWN_OF_SIGNALS = ['accept', 'content-length', 'content-type', 'origin', 'sec-fetch-site'];

/** The headers of a request that its page may see. */
export function pageHeaders(headers: IncomingHttpHeaders, path: string): IncomingHttpHeaders {
  const known = isSignal(path) ? KNOWN_OF_SIGNALS : KNOWN;
  return Object.fromEntries(known.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
