import type { Buurten } from '../../buurten/index.ts';
import { mayReadSignals, type Actor, type NewId, type Now, type RecordDeed, type Result } from '../../kernel/index.ts';
import {
  isOfSample,
  makeChangePassphrase,
  makeMakeKey,
  type KeyMade,
  type KeyWish,
  type PassphraseChange,
} from './make-key.ts';
import { makeOpenKeys, type KeysOpened, type OpenRefusal } from './open-keys.ts';
import { makeOpenDesks } from './open-desks.ts';
import type { PassphraseWeakness } from './passphrase.ts';
import type { KeyStore, SealingKey, WrapCost } from './key.ts';
import { makeSealWaiting } from './seal-waiting.ts';
import type { KeyPair } from './seal.ts';
import type { PlaceNeeds } from '../place/index.ts';

export { openContent } from './content.ts';
export type { DeskKey, KeyStore, SealingKey, UnsealedSignal, WrapCost, Wrapped } from './key.ts';
export type { KeyMade, KeyWish, PassphraseChange } from './make-key.ts';
export { DESK_IDLE_MINUTES } from './open-desks.ts';
export type { KeysOpened, OpenRefusal } from './open-keys.ts';
export { newPassphrase, SHORTEST_PASSPHRASE, type PassphraseWeakness } from './passphrase.ts';
export type { KeyPair } from './seal.ts';

/** The keys of the desk: everybody can seal to them, only the desk with its passphrase can open. */
export interface KeyUses {
  /** What new signals are sealed to; undefined: the desk has no key yet, so the form is closed. */
  activeKey(): Promise<SealingKey | undefined>;
  /** Whether new signals are sealed to the key of the sample, whose passphrase stands in the log of the first start. */
  sealsToSample(): Promise<boolean>;
  /** For the task `desk-key`, and nobody on the web. */
  make(actor: Actor, key: KeyWish): Promise<Result<KeyMade, 'forbidden' | 'exists' | PassphraseWeakness>>;
  /** Wraps every key that opens with `old` anew. */
  changePassphrase(
    actor: Actor,
    change: PassphraseChange,
  ): Promise<Result<{ readonly keys: number }, 'forbidden' | 'wrong' | PassphraseWeakness>>;
  /**
   * Opens every key whose passphrase this is, for this log-in session, beside those that are open already. Memory only; closes
   * after 15 minutes without use, at log-out and when the portal stops. After five wrong guesses `slow-down`, for 15 minutes.
   */
  open(actor: Actor, sessionId: string | null, passphrase: string): Promise<Result<KeysOpened, OpenRefusal>>;
  /** Wipes the keys of a session; fine when it had none. */
  close(sessionId: string | null): void;
  /** Wipes the keys of all sessions of this account. */
  closeAllOf(actor: Actor): void;
  /** Does not count as use. */
  isOpen(actor: Actor, sessionId: string | null): boolean;
  /** The opened keys by their id, null when none is open; counts as use. Never keep them, ask again each time. */
  pairs(sessionId: string | null): ReadonlyMap<string, KeyPair> | null;
  /** For the clock: wipes what nobody used for 15 minutes. */
  closeIdle(): void;
  /** Seals what is left from before sealing, as soon as there is a key; tells how many. */
  sealWaiting(): Promise<number>;
}

export interface KeyNeeds extends PlaceNeeds {
  readonly keyStore: KeyStore;
  readonly buurten: Pick<Buurten, 'get' | 'outline'>;
  readonly now: Now;
  readonly newId: NewId;
  readonly record: RecordDeed;
  /** Of argon2id for new wrappings; a test takes a cheap one. Usual: 128 MiB, 3 passes (RFC 9106 asks 64 MiB, 3 passes). */
  readonly wrapCost?: WrapCost;
}

export function makeKeyUses(needs: KeyNeeds): KeyUses {
  const desks = makeOpenDesks(needs);
  return {
    activeKey: () => needs.keyStore.active(),
    async sealsToSample() {
      const active = await needs.keyStore.active();
      return active !== undefined && isOfSample(active);
    },
    make: makeMakeKey(needs),
    changePassphrase: makeChangePassphrase(needs),
    open: makeOpenKeys(needs, desks),
    close: (sessionId) => desks.close(sessionId),
    closeAllOf: (actor) => desks.closeAllOf(actor),
    isOpen: (actor, sessionId) => mayReadSignals(actor) && desks.isOpen(actor, sessionId),
    pairs: (sessionId) => desks.pairs(sessionId),
    closeIdle: () => desks.closeIdle(),
    sealWaiting: makeSealWaiting(needs),
  };
}
