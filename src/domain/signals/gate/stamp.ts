import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Now } from '../../kernel/index.ts';
import { LANES, type Lanes } from './form-token.ts';

const HOUR = 3_600_000;
/** Good in its own hour and the eleven after it: a form that was opened at breakfast can be sent after dinner. */
const VALID_HOURS = 12;

interface StampNeeds {
  readonly secretKey: string;
  readonly now: Now;
}

/** The number of the hour, the same everywhere. */
export const hourOf = (now: Now): number => Math.floor(now().getTime() / HOUR);

const tagOf = (body: string, secretKey: string) =>
  createHmac('sha256', secretKey).update(`signal-stamp\n${body}`).digest('base64url');

/** Says that the form was open in this hour. The same for everybody, so that the page can come from memory. */
export function newStamp(lanes: Lanes, { secretKey, now }: StampNeeds): string {
  const body = `${hourOf(now).toString(36)}.${lanes}`;
  return `${body}.${tagOf(body, secretKey)}`;
}

/** What a form with this stamp was promised; undefined: made up, or too old. */
export function readStamp(stamp: string, { secretKey, now }: StampNeeds): Lanes | undefined {
  const [whole, body = '', hour = '', lane, tag = ''] =
    /^(([0-9a-z]{1,6})\.([a-z]{1,4}))\.([\w-]{43})$/.exec(stamp) ?? [];
  if (whole !== stamp || !timingSafeEqual(Buffer.from(tag), Buffer.from(tagOf(body, secretKey)))) return undefined;
  const age = hourOf(now) - parseInt(hour, 36);
  // One hour ahead: another server's clock passed the hour first.
  return age >= -1 && age < VALID_HOURS ? LANES.find((known) => known === lane) : undefined;
}
