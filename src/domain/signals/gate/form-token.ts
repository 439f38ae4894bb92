import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ok, refused, type Now, type Result } from '../../kernel/index.ts';

const HOUR = 3_600_000;
const SECOND = 1_000;
/** Good in the hour in which it was made and the two after it: at least two hours to read one page. */
const VALID_HOURS = 3;
/** Two servers need not have the same time to the second. */
const SKEW = 60;

/** What a form is for; the token of one is no good for another. */
export type PassPurpose = 'signal' | 'reply';

/** `fast`: the visitor was told beforehand that without proof of work there is no room now. */
export const LANES = ['all', 'fast'] as const;
export type Lanes = (typeof LANES)[number];

interface TokenNeeds {
  readonly secretKey: string;
  readonly now: Now;
}

export interface ReadToken {
  readonly lanes: Lanes;
  /** Seconds since it was made; a little below zero when another server's clock is ahead. */
  readonly age: number;
}

const tagOf = (body: string, secretKey: string) =>
  createHmac('sha256', secretKey).update(`signal-form\n${body}`).digest('base64url');

/**
 * What a form carries to be sent once: random, with what it is for and when it was made, and signed, so that nobody can make
 * one up or change it. It is never stored, nor is its moment; a keyed hash of it is, when it was used (spent_forms).
 */
export function newFormToken(
  { secretKey, now }: TokenNeeds,
  { purpose, lanes }: { readonly purpose: PassPurpose; readonly lanes: Lanes } = { purpose: 'signal', lanes: 'all' },
): string {
  const moment = Math.floor(now().getTime() / SECOND).toString(36);
  const body = `${randomBytes(18).toString('base64url')}.${purpose}.${lanes}.${moment}`;
  return `${body}.${tagOf(body, secretKey)}`;
}

/** `foreign`: made up, changed, of another portal or of another form · `stale`: too old, or from the future. */
export function readFormToken(
  token: string,
  purpose: PassPurpose,
  { secretKey, now }: TokenNeeds,
): Result<ReadToken, 'foreign' | 'stale'> {
  const form = /^([\w-]{24}\.([a-z]{1,10})\.([a-z]{1,4})\.([0-9a-z]{1,8}))\.([\w-]{43})$/;
  const [whole, body = '', made, lane, moment = '', tag = ''] = form.exec(token) ?? [];
  const lanes = LANES.find((known) => known === lane);
  // `$` also fits before a newline at the end.
  if (whole !== token || lanes === undefined || made !== purpose) return refused('foreign');
  if (!timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(body, secretKey)))) return refused('foreign');
  const madeAt = parseInt(moment, 36) * SECOND;
  const age = Math.floor((now().getTime() - madeAt) / SECOND);
  const hours = Math.floor(now().getTime() / HOUR) - Math.floor(madeAt / HOUR);
  return hours < VALID_HOURS && age >= -SKEW ? ok({ lanes, age }) : refused('stale');
}
