import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const mac = (secretKey: string, words: readonly string[]): string =>
  createHmac('sha256', secretKey).update(JSON.stringify(words)).digest('base64url');

/**
 * The secret in a personal link. It is made from the id each time, so that a later letter can carry it too, while the
 * database holds only its hash. A new SECRET_KEY gives new secrets: links in letters that were sent before then stop working.
 */
export const secretOf = (secretKey: string, signUpId: string): string => mac(secretKey, ['sign-up', signUpId]);

/** What the database keeps of a secret. The secret has 256 bits, so a quick hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The word in the link that stops letters about reports: it says which sign-up, and that we wrote it. */
export const stopWordOf = (secretKey: string, signUpId: string): string =>
  `${signUpId}.${mac(secretKey, ['stop-report', signUpId])}`;

/** The sign-up in such a word; undefined when we did not write it. */
export function signUpInStopWord(secretKey: string, word: string): string | undefined {
  const [, id, seal] = /^([\w-]{1,64})\.([\w-]{43})$/.exec(word) ?? [];
  if (id === undefined || seal === undefined) return undefined;
  const right = mac(secretKey, ['stop-report', id]);
  return timingSafeEqual(Buffer.from(seal), Buffer.from(right)) ? id : undefined;
}

/** What a resident may see right after signing up, without opening anybody's personal page. */
export interface Receipt {
  readonly state: 'placed' | 'waiting';
  /** How many sign-ups were before a new one on the waiting list. */
  readonly before: number;
  readonly at: Date;
  /** Until when the sign-up can be confirmed, by the link in the mail; to the minute. */
  readonly confirmBy: Date;
}

const MINUTE = 60_000;

const minuteOf = (instant: Date): string => Math.floor(instant.getTime() / MINUTE).toString(36);
const instantIn = (minute: string): Date => new Date(Number.parseInt(minute, 36) * MINUTE);

/** A receipt as a word for in an address. The portal signs it, so that nobody can send somebody else a false promise. */
export function sealReceipt(secretKey: string, meetingId: string, { state, before, at, confirmBy }: Receipt): string {
  const facts = [state, String(before), minuteOf(at), minuteOf(confirmBy)];
  return `${facts.join('-')}.${mac(secretKey, ['receipt', meetingId, ...facts])}`;
}

/** The receipt in that word; undefined when we did not write it, or not for this meeting. */
export function openReceipt(secretKey: string, meetingId: string, sealed: string): Receipt | undefined {
  const [, state, before, at, confirmBy, seal] =
    /^(placed|waiting)-(\d{1,6})-([0-9a-z]{1,9})-([0-9a-z]{1,9})\.([\w-]{43})$/.exec(sealed) ?? [];
  if (!(state && before && at && confirmBy && seal)) return undefined;
  const right = mac(secretKey, ['receipt', meetingId, state, before, at, confirmBy]);
  if (!timingSafeEqual(Buffer.from(seal), Buffer.from(right))) return undefined;
  return {
    state: state === 'placed' ? 'placed' : 'waiting',
    before: Number(before),
    at: instantIn(at),
    confirmBy: instantIn(confirmBy),
  };
}
