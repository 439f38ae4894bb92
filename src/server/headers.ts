import type { OutgoingHttpHeaders } from 'node:http';

/** Two years: internet.nl asks for at least one. No subdomains: they may not be ours. */
const TRANSPORT = 'max-age=63072000';

/** For what is not a page: nothing in it may load or run anything. */
const CLOSED_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";
/** For a page that came without a policy of its own (Astro gives each page one with the hashes of its scripts and styles). */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

const ALWAYS: Readonly<OutgoingHttpHeaders> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // `no-referrer` makes browsers send `Origin: null`, and then forms without JavaScript look foreign.
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const TEXT = /^(?:text\/|application\/(?:json|xml|[\w.+-]+\+(?:json|xml)|javascript)|image\/svg\+xml)/;

/** Whether it is text: gets a charset, and is worth compressing. */
export const isText = (type: string): boolean => TEXT.test(type);

/** A text without a charset is read in the reader's own: ours is always UTF-8. */
function charset(type: string): string {
  const bare = /^(?:text\/[\w.+-]+|application\/(?:javascript|xml|[\w.+-]+\+xml)|image\/svg\+xml)$/;
  return bare.test(type.trim()) ? `${type.trim()}; charset=utf-8` : type;
}

/** The headers of an answer with those that every answer has. `secure`: it goes over TLS. */
export function withSecurity(headers: Readonly<OutgoingHttpHeaders>, secure: boolean): OutgoingHttpHeaders {
  const type = headers['content-type'];
  const html = typeof type === 'string' && type.startsWith('text/html');
  return {
    'content-security-policy': html ? PAGE_POLICY : CLOSED_POLICY,
    ...headers,
    ...(typeof type === 'string' && { 'content-type': charset(type) }),
    ...ALWAYS,
    ...(secure && { 'strict-transport-security': TRANSPORT }),
  };
}
