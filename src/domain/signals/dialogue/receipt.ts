import { argon2, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { receiptFrom } from '../plain/new-receipt.ts';
import { plainReceipt } from '../plain/receipt-shape.ts';
import { keyPairOf, type KeyPair } from '../sealing/seal.ts';

const slowHash = promisify(argon2);
/**
 * Argon2id. The code itself cannot be guessed, whatever the hash; so the cost may be small, and a flood of signals does not
 * take the machine down. Memory in KiB.
 */
const COST = { memory: 8192, passes: 1, parallelism: 1 } as const;
const TAG_LENGTH = 32;

const mac = (secretKey: string, purpose: string, text: string) =>
  createHmac('sha256', secretKey).update(`${purpose}\n${text}`).digest();

/**
 * The code with which the sender can later see what became of the signal: `K7QF-9M2T-WX4H-0B3D-A6RS`.
 * It follows from the form's token, which is not stored: who presses the button twice sees the same code twice.
 */
export const receiptOf = (formToken: string, secretKey: string): string =>
  receiptFrom(mac(secretKey, 'signal-receipt', formToken));

/** By which a stored signal is found with its code. Without the secret key nobody can try codes on a stolen database. */
export const receiptLookup = (receipt: string, secretKey: string): string =>
  mac(secretKey, 'signal-lookup', plainReceipt(receipt)).toString('base64url');

/**
 * The pair of keys that follows from the code, and from nothing that we keep: what the desk says to the sender is sealed to
 * the public one, and only who types the code can open it again.
 */
export const senderKeyOf = (receipt: string): KeyPair =>
  keyPairOf(mac('buurtbalans', 'signal-sender-key', plainReceipt(receipt)));

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
const tagOf = (receipt: string, nonce: Buffer) =>
  slowHash('argon2id', { message: plainReceipt(receipt), nonce, tagLength: TAG_LENGTH, ...COST });

/** The slow hash that is stored, in PHC form. */
export async function hashReceipt(receipt: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(receipt, nonce);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/**
 * Whether the code belongs to the stored hash. Without a hash (nothing was found, or it was forgotten) the same work is done
 * on one that fits no code: an answer comes as late as after a code that is right.
 */
export async function fitsReceipt(receipt: string, hash: string | null | undefined): Promise<boolean> {
  const [, , , , nonce = '', tag = ''] = (hash ?? '').split('$');
  const wanted = Buffer.from(tag, 'base64');
  const known = wanted.length === TAG_LENGTH;
  const found = await tagOf(receipt, known ? Buffer.from(nonce, 'base64') : randomBytes(16));
  return timingSafeEqual(found, known ? wanted : Buffer.alloc(TAG_LENGTH)) && known;
}
