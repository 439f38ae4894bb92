import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from './networks.ts';

/** So many posts in an hour from one network are many; a family or a visit to the library is less. */
const MANY = 20;
/** Networks that are counted in an hour, some five megabytes. When more come it is a flood, and new ones count as crowded. */
const MOST = 50_000;
/** A minute short of an hour: the clock that throws them away comes by once a minute. */
const LIFETIME = 59 * 60_000;

/** Tells whether many posts about signals come from one network, and forgets all of it every hour. */
export interface Crowds {
  /** Counts one post. Of the address nothing stays but a count under a keyed hash. */
  isCrowded(address: string | undefined): boolean;
  /** For the clock: throws away key and counts when they are an hour old, also when nobody comes. */
  sweep(): void;
  readonly size: number;
}

/**
 * The key is random, only in memory, and goes together with the counts: after that nobody can say who was counted. `now`:
 * milliseconds on a clock that only goes forward.
 */
export function makeCrowds(now: () => number): Crowds {
  let key = randomBytes(32);
  let counts = new Map<string, number>();
  let since = now();

  function sweep() {
    if (now() - since < LIFETIME) return;
    key.fill(0);
    key = randomBytes(32);
    counts = new Map();
    since = now();
  }

  return {
    isCrowded(address) {
      sweep();
      const network = networkOf(address ?? '');
      if (network === undefined) return false;
      const name = createHmac('sha256', key).update(network).digest('base64url');
      const count = counts.get(name) ?? 0;
      if (count === 0 && counts.size >= MOST) return true;
      counts.set(name, count + 1);
      return count >= MANY;
    },
    sweep,
    get size() {
      return counts.size;
    },
  };
}
