import type { OutgoingHttpHeaders } from 'node:http';

/** A whole answer, before it is compressed and gets its security headers. Header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<OutgoingHttpHeaders>;
  readonly body: Buffer;
}

/** Why the server itself refuses a request; the page for it says what to do. */
export type Refusal = 'bad-address' | 'method' | 'too-large' | 'too-slow' | 'foreign';

/** By RFC 9110. */
export const REFUSAL_STATUS: Readonly<Record<Refusal, number>> = {
  'bad-address': 400,
  foreign: 403,
  method: 405,
  'too-slow': 408,
  'too-large': 413,
};
