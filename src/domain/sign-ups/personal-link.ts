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

/** What a resident may see right after signing up, without opening anybody's personal page. */
export interface Receipt {
  readonly state: 'placed' | 'waiting';
  /** How many sign-ups were before a new one on the waiting list. */
  readonly before: number;
  readonly at: Date;
}

const MINUTE = 60_000;

/** A receipt as a word for in an address. The portal signs it, so that nobody can send somebody else a false promise. */
export function sealReceipt(secretKey: string, meetingId: string, { state, before, at }: Receipt): string {
  const facts = [state, String(before), Math.floor(at.getTime() / MINUTE).toString(36)];
  return `${facts.join('-')}.${mac(secretKey, ['receipt', meetingId, ...facts])}`;
}

/** The receipt in that word; undefined when we did not write it, or not for this meeting. */
export function openReceipt(secretKey: string, meetingId: string, sealed: string): Receipt | undefined {
  const [, state, before, minute, seal] =
    /^(placed|waiting)-(\d{1,6})-([0-9a-z]{1,9})\.([\w-]{43})$/.exec(sealed) ?? [];
  if (state === undefined || before === undefined || minute === undefined || seal === undefined) return undefined;
  const right = mac(secretKey, ['receipt', meetingId, state, before, minute]);
  if (!timingSafeEqual(Buffer.from(seal), Buffer.from(right))) return undefined;
  const at = new Date(Number.parseInt(minute, 36) * MINUTE);
  return { state: state === 'placed' ? 'placed' : 'waiting', before: Number(before), at };
}
