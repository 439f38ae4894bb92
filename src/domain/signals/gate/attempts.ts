import type { Now } from '../../kernel/index.ts';
import { SlidingCount } from './sliding-count.ts';

const MINUTE = 60_000;
/**
 * Codes that are tried in a minute. A code has 90 bits, so no number of guesses finds one: this only bounds the work of the
 * slow hash. Those from a crowded network have a budget of their own, so that they cannot use up that of the others.
 */
const MOST = { crowded: 60, others: 300 } as const;

export interface Attempts {
  /** Counts the attempt; false: ask to come back in a minute. */
  mayTry(crowded: boolean): boolean;
}

export function makeAttempts(now: Now): Attempts {
  const counts = { crowded: new SlidingCount(now, MINUTE), others: new SlidingCount(now, MINUTE) };
  return {
    mayTry(crowded) {
      const who = crowded ? 'crowded' : 'others';
      if (counts[who].total >= MOST[who]) return false;
      counts[who].add();
      return true;
    },
  };
}
