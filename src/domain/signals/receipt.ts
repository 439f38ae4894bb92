import { argon2, createHmac, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

/** Crockford's base32: no I, L, O and U, which are misread. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 signs of 5 bits: 100 bits, more than the 80 we promise (P7). */
const LENGTH = 20;
const slowHash = promisify(argon2);
/**
 * Argon2id. The code itself cannot be guessed, whatever the hash; so the cost may be small, and a flood of signals does not
 * take the machine down. Memory in KiB.
 */
const COST = { memory: 8192, passes: 1, parallelism: 1 } as const;

const mac = (secretKey: string, purpose: string, text: string) =>
  createHmac('sha256', secretKey).update(`${purpose}\n${text}`).digest();

/**
 * The code with which the sender can later see what became of the signal: `K7QF-9M2T-WX4H-0B3D-A6RS`.
 * It follows from the form's token, which is not stored: who presses the button twice sees the same code twice.
 */
export function receiptOf(formToken: string, secretKey: string): string {
  const bytes = mac(secretKey, 'signal-receipt', formToken);
  const signs = Array.from(bytes.subarray(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]);
  return signs.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** A code as somebody typed it, brought back to the one that we gave: case, spaces, dashes, O for 0, I and L for 1 do not count. */
export const plainReceipt = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** By which a stored signal is found with its code. Without the secret key nobody can try codes on a stolen database. */
export const receiptLookup = (receipt: string, secretKey: string): string =>
  mac(secretKey, 'signal-lookup', plainReceipt(receipt)).toString('base64url');

/** The slow hash that is stored, in PHC form. */
export async function hashReceipt(receipt: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await slowHash('argon2id', { message: plainReceipt(receipt), nonce, tagLength: 32, ...COST });
  const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(nonce)}$${plain(tag)}`;
}
