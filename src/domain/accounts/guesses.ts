import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTES = 60;

/** How many failed attempts, in which time. */
interface Limits {
  /** On one account from one address: somebody who tries. */
  readonly here: { readonly points: number; readonly duration: number };
  /** From one address, whatever the account: one who tries many doors. An office may share an address. */
  readonly address: { readonly points: number; readonly duration: number };
  /** On one account from anywhere: many who try one door. High, or a stranger could keep the owner out. */
  readonly account: { readonly points: number; readonly duration: number };
}

const LIMITS: Limits = {
  here: { points: 5, duration: 15 * MINUTES },
  address: { points: 50, duration: 15 * MINUTES },
  account: { points: 100, duration: 60 * MINUTES },
};

export interface Guesses {
  /**
   * Counts an attempt before it is judged, so that a hundred at once count as a hundred. Null: go on;
   * otherwise the seconds to wait.
   */
  begin(email: string, address: string): Promise<number | null>;
  /** It was the right person: this attempt and the failed ones from here no longer count. */
  succeeded(email: string, address: string): Promise<void>;
}

/**
 * Slows guessing down. Kept in memory only, and under a key that dies with the process: an address is not stored anywhere.
 * `address` must be that of the connection, or of a proxy that the configuration trusts; never a header of the visitor's.
 */
export function makeGuesses(limits: Limits = LIMITS): Guesses {
  const key = randomBytes(32);
  const blur = (...parts: string[]) => createHmac('sha256', key).update(parts.join('\n')).digest('base64url');
  const here = new RateLimiterMemory({ keyPrefix: 'here', ...limits.here });
  const byAddress = new RateLimiterMemory({ keyPrefix: 'address', ...limits.address });
  const byAccount = new RateLimiterMemory({ keyPrefix: 'account', ...limits.account });

  return {
    async begin(email, address) {
      const from = networkOf(address);
      // In this order, and no further after a refusal: one address alone cannot use up what an account has.
      return (
        (await wait(byAddress, blur('address', from))) ??
        (await wait(here, blur('here', email, from))) ??
        (await wait(byAccount, blur('account', email)))
      );
    },
    async succeeded(email, address) {
      const from = networkOf(address);
      await here.delete(blur('here', email, from));
      await byAddress.reward(blur('address', from));
      await byAccount.reward(blur('account', email));
    },
  };
}

/** The address, or for IPv6 its first 64 bits: who has one of those has all that follow. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^.*:/, '');
  const [before = '', after] = address.replace(/%.*$/, '').toLowerCase().split('::', 2);
  const head = before.split(':').filter(Boolean);
  const tail = after?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/** Seconds to wait, null when there is room. */
async function wait(limiter: RateLimiterMemory, key: string): Promise<number | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
