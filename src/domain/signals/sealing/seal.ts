import sodium from 'libsodium-wrappers';
import type { SignalContent } from '../signal.ts';

/** X25519, as libsodium makes them: 32 bytes each. */
export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

await sodium.ready;

/** Sealed to a public key (libsodium `crypto_box_seal`): who seals cannot open it again. */
export const seal = (bytes: Uint8Array, publicKey: Uint8Array): Uint8Array => sodium.crypto_box_seal(bytes, publicKey);
/** What was sealed; undefined when it was not sealed to this key, or was changed. */
export function unseal(sealed: Uint8Array, { publicKey, secretKey }: KeyPair): Uint8Array | undefined {
  try {
    return sodium.crypto_box_seal_open(sealed, publicKey, secretKey);
  } catch {
    return undefined;
  }
}

interface SodiumPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}
const pairOf = ({ publicKey, privateKey }: SodiumPair): KeyPair => ({ publicKey, secretKey: privateKey });

export const newKeyPair = (): KeyPair => pairOf(sodium.crypto_box_keypair());
/** The pair that follows from 32 secret bytes: the sender's, from the receipt code. */
export const keyPairOf = (seed: Uint8Array): KeyPair => pairOf(sodium.crypto_box_seed_keypair(seed));

export type { SignalContent };
