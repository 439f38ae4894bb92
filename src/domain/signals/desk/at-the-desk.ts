import { mayReadSignals, refused, type Actor } from '../../kernel/index.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { KeyPair } from '../sealing/seal.ts';

/** The keys that are open in a session, by their id. */
export type OpenKeys = ReadonlyMap<string, KeyPair>;

/** Who asks, and in which session. */
export interface Sitting {
  readonly actor: Actor;
  readonly sessionId: string | null;
}

/** Whether this person may work at the desk now: first permission, then the keys. Every use of the desk begins with it. */
export function atTheDesk(keys: Pick<KeyUses, 'pairs'>, actor: Actor, sessionId: string | null) {
  if (!mayReadSignals(actor)) return refused('forbidden');
  const pairs = keys.pairs(sessionId);
  return pairs === null ? refused('locked') : ({ ok: true, value: pairs } as const);
}
