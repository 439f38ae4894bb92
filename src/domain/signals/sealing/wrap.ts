import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import sodium from 'libsodium-wrappers';
import type { WrapCost, Wrapped } from './key.ts';
import { plainPassphrase } from './passphrase.ts';

/** 128 MiB, three passes: twice the memory that RFC 9106 (4) asks of who is short of it. About half a second. */
const USUAL_COST: WrapCost = { memory: 131_072, passes: 3 };

const slowHash = promisify(argon2);

/** One at a time: each takes much memory, and ten people who log in at once must not take the portal down. */
let last: Promise<unknown> = Promise.resolve();

function keyOf(passphrase: string, salt: Uint8Array, { memory, passes }: WrapCost): Promise<Uint8Array> {
  const derive = () =>
    slowHash('argon2id', {
      message: plainPassphrase(passphrase),
      nonce: salt,
      tagLength: sodium.crypto_secretbox_KEYBYTES,
      parallelism: 1,
      memory,
      passes,
    });
  const turn = last.then(derive);
  last = turn.catch(() => undefined);
  return turn;
}

/** A secret key that only opens with the passphrase: argon2id makes a key of it, libsodium's secretbox keeps the secret. */
export async function wrap(secretKey: Uint8Array, passphrase: string, cost: WrapCost = USUAL_COST): Promise<Wrapped> {
  const salt = new Uint8Array(randomBytes(16));
  const key = await keyOf(passphrase, salt, cost);
  const nonce = randomBytes(sodium.crypto_secretbox_NONCEBYTES);
  const box = sodium.crypto_secretbox_easy(secretKey, nonce, key);
  key.fill(0);
  return { wrapped: new Uint8Array(Buffer.concat([nonce, box])), salt, memory: cost.memory, passes: cost.passes };
}

/** Undefined: another passphrase, or the bytes were changed. */
export async function unwrap(wrapping: Wrapped, passphrase: string): Promise<Uint8Array | undefined> {
  const { wrapped, salt } = wrapping;
  const key = await keyOf(passphrase, salt, wrapping);
  const nonceLength = sodium.crypto_secretbox_NONCEBYTES;
  try {
    return sodium.crypto_secretbox_open_easy(wrapped.subarray(nonceLength), wrapped.subarray(0, nonceLength), key);
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}
