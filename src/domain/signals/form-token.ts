import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Now } from '../kernel/index.ts';

const HOUR = 3_600_000;
/** Hours in which a checked form can be sent. */
const VALID_HOURS = 24;

const seal = (body: string, secretKey: string) =>
  createHmac('sha256', secretKey).update(`signal-form\n${body}`).digest('base64url');

/**
 * What a checked form carries: random, and sealed with the hour in which it was made, so that nobody can make one up.
 * It is never stored. The id of the signal follows from it, so that sending twice stores once.
 */
export function newFormToken({ secretKey, now }: { readonly secretKey: string; readonly now: Now }): string {
  const body = `${randomBytes(18).toString('base64url')}.${Math.floor(now().getTime() / HOUR).toString(36)}`;
  return `${body}.${seal(body, secretKey)}`;
}

/** Whether we made this token, and not too long ago. */
export function isFreshFormToken(
  token: string,
  { secretKey, now }: { readonly secretKey: string; readonly now: Now },
): boolean {
  const [, body, hour, tag] = /^([\w-]{24}\.([0-9a-z]{1,8}))\.([\w-]{43})$/.exec(token) ?? [];
  if (body === undefined || hour === undefined || tag === undefined) return false;
  const right = timingSafeEqual(Buffer.from(tag), Buffer.from(seal(body, secretKey)));
  const age = Math.floor(now().getTime() / HOUR) - parseInt(hour, 36);
  return right && age >= 0 && age < VALID_HOURS;
}

/** The id of the signal that this form sends. */
export const signalIdOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
