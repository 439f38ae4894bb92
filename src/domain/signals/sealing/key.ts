import type { Result } from '../../kernel/index.ts';
import type { SealedSignal } from '../intake/sealed-signal.ts';
import type { SignalKind } from '../signal.ts';

/** The public half of a desk key, to which everybody may seal. */
export interface SealingKey {
  readonly id: string;
  readonly publicKey: Uint8Array;
}

/** What argon2id costs: KiB of memory, and passes over it. */
export interface WrapCost {
  readonly memory: number;
  readonly passes: number;
}

/** A secret key that only opens with its passphrase. */
export interface Wrapped extends WrapCost {
  readonly wrapped: Uint8Array;
  readonly salt: Uint8Array;
}

export interface DeskKey extends SealingKey, Wrapped {
  /** The one that new signals are sealed to; one at most. */
  readonly active: boolean;
  /** Counts from 1; the newest key has the highest. */
  readonly number: number;
}

/** A signal from before sealing. */
export interface UnsealedSignal {
  readonly id: string;
  readonly buurtId: string;
  readonly kind: SignalKind;
  readonly text: string;
  readonly themeId: string | null;
  readonly cell: string | null;
  readonly week: string;
  readonly state: string;
  readonly receiptHash: string;
  readonly receiptLookup: string;
}

export interface KeyStore {
  /** The key that new signals are sealed to. */
  active(): Promise<SealingKey | undefined>;
  /** Newest first. */
  list(): Promise<DeskKey[]>;
  /**
   * Makes it the active key and gives it the next number. `replacing`: the id of the active key that the caller saw, null for
   * none; when another one is active by now, nothing happens and the answer is `changed`.
   */
  add(
    key: Omit<DeskKey, 'active' | 'number'>,
    replacing: string | null,
  ): Promise<Result<{ readonly number: number }, 'changed'>>;
  /** From now on no key is active; what was sealed stays readable. */
  retire(): Promise<void>;
  /** The same keys in another wrapping, all or none. */
  rewrap(keys: readonly (Wrapped & { readonly id: string })[]): Promise<void>;
  unsealed(limit: number): Promise<UnsealedSignal[]>;
  /**
   * Puts signals in the place of the plain ones that they `was`, in one transaction. One that is not there any more is left
   * out: another process was first. Tells how many.
   */
  replaceUnsealed(pairs: readonly { readonly was: string; readonly is: SealedSignal }[]): Promise<number>;
  /** Takes what was plain out of the files of the database. */
  wipeUnsealed(): Promise<void>;
}
