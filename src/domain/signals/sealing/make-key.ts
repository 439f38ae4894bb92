import sodium from 'libsodium-wrappers';
import { ok, refused, type Actor, type NewId, type RecordDeed, type Result } from '../../kernel/index.ts';
import type { KeyStore, SealingKey, WrapCost, Wrapped } from './key.ts';
import { weaknessOf, type PassphraseWeakness } from './passphrase.ts';
import { newKeyPair } from './seal.ts';
import { unwrap, wrap } from './wrap.ts';

export interface MakeKeyNeeds {
  readonly keyStore: KeyStore;
  readonly newId: NewId;
  readonly record: RecordDeed;
  readonly wrapCost?: WrapCost;
}

export interface KeyMade {
  readonly id: string;
  readonly number: number;
}

export interface KeyWish {
  readonly passphrase: string;
  /** Beside the active key: the old one stays for what was sealed to it. */
  readonly isNew?: boolean;
  /** Its passphrase was told on a terminal or in a log: it is for made-up signals, see `isOfSample`. */
  readonly isSample?: boolean;
}

const OF_SAMPLE = 'sample-';

/** Whether a key is that of the sample. Who sees this in use for real signals has to make another. */
export const isOfSample = ({ id }: Pick<SealingKey, 'id'>): boolean => id.startsWith(OF_SAMPLE);

/** Whoever has the machine makes the key; nobody does so on the web. */
const mayKeepKeys = (actor: Actor): boolean => actor.kind === 'system';

/** Makes a key pair and wraps its secret half. Who loses the passphrase loses what is sealed to it: there is no other way in. */
export const makeMakeKey =
  ({ keyStore, newId, record, wrapCost }: MakeKeyNeeds) =>
  async (
    actor: Actor,
    { passphrase, isNew = false, isSample = false }: KeyWish,
  ): Promise<Result<KeyMade, 'forbidden' | 'exists' | PassphraseWeakness>> => {
    if (!mayKeepKeys(actor)) return refused('forbidden');
    const weakness = weaknessOf(passphrase);
    if (weakness !== null) return refused(weakness);
    const active = await keyStore.active();
    if (active !== undefined && !isNew) return refused('exists');
    const { publicKey, secretKey } = newKeyPair();
    const wrapped = await wrap(secretKey, passphrase, wrapCost);
    sodium.memzero(secretKey);
    const id = `${isSample ? OF_SAMPLE : ''}${newId()}`;
    const added = await keyStore.add({ id, publicKey, ...wrapped }, active?.id ?? null);
    // Somebody else was first: their key counts, and this one was never used.
    if (!added.ok) return refused('exists');
    await record({ actor, action: 'desk-key.make', object: `desk-key:${id}` });
    return ok({ id, number: added.value.number });
  };

export interface PassphraseChange {
  readonly old: string;
  readonly passphrase: string;
}

/** Another passphrase for the same keys: nothing that was sealed has to be sealed again. */
export const makeChangePassphrase =
  ({ keyStore, record, wrapCost }: MakeKeyNeeds) =>
  async (
    actor: Actor,
    { old, passphrase }: PassphraseChange,
  ): Promise<Result<{ readonly keys: number }, 'forbidden' | 'wrong' | PassphraseWeakness>> => {
    if (!mayKeepKeys(actor)) return refused('forbidden');
    const weakness = weaknessOf(passphrase);
    if (weakness !== null) return refused(weakness);
    const rewrapped: (Wrapped & { readonly id: string })[] = [];
    for (const key of await keyStore.list()) {
      const secretKey = await unwrap(key, old);
      if (secretKey === undefined) continue;
      rewrapped.push({ id: key.id, ...(await wrap(secretKey, passphrase, wrapCost)) });
      sodium.memzero(secretKey);
    }
    if (rewrapped.length === 0) return refused('wrong');
    await keyStore.rewrap(rewrapped);
    for (const { id } of rewrapped) await record({ actor, action: 'desk-key.rewrap', object: `desk-key:${id}` });
    return ok({ keys: rewrapped.length });
  };
