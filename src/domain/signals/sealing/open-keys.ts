import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { mayReadSignals, ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import type { KeyStore } from './key.ts';
import type { OpenDesks } from './open-desks.ts';
import type { KeyPair } from './seal.ts';
import { unwrap } from './wrap.ts';

/** Wrong guesses of one account, and in how many seconds. Only who logged in with two factors gets here at all. */
const GUESSES = { points: 5, duration: 15 * 60 };

export interface KeysOpened {
  /** How many keys this session has open now. */
  readonly keys: number;
  /** How many keys there are; those that stay closed have another passphrase. */
  readonly of: number;
}

/** `no-key`: nobody has made a key yet, see the task `desk-key`. */
export type OpenRefusal = 'forbidden' | 'wrong' | 'slow-down' | 'no-key';

/** Opens the keys of the desk for one log-in session. */
export function makeOpenKeys({ keyStore }: { readonly keyStore: Pick<KeyStore, 'list'> }, desks: OpenDesks) {
  const guesses = new RateLimiterMemory({ keyPrefix: 'desk', ...GUESSES });

  return async (
    actor: Actor,
    sessionId: string | null,
    passphrase: string,
  ): Promise<Result<KeysOpened, OpenRefusal>> => {
    if (!mayReadSignals(actor) || actor.kind !== 'account' || sessionId === null) return refused('forbidden');
    // Counted before it is judged, so that a hundred at once count as a hundred.
    if (!(await mayGuess(guesses, actor.accountId))) return refused('slow-down');
    const all = await keyStore.list();
    const pairs = new Map<string, KeyPair>();
    for (const key of all) {
      const secretKey = await unwrap(key, passphrase);
      if (secretKey !== undefined) pairs.set(key.id, { publicKey: key.publicKey, secretKey });
    }
    if (all.length === 0) return refused('no-key');
    if (pairs.size === 0) return refused('wrong');
    await guesses.delete(actor.accountId);
    return ok({ keys: desks.add({ accountId: actor.accountId, sessionId }, pairs), of: all.length });
  };
}

async function mayGuess(guesses: RateLimiterMemory, accountId: string): Promise<boolean> {
  try {
    await guesses.consume(accountId);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
