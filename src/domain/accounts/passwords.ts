import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** argon2id as OWASP advises for a login: 19 MiB, two passes, one lane. A hash carries its own parameters, so these may grow. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
/** Bytes. */
const TAG = 32;
const SALT = 16;

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

const derive = promisify(argon2);

/** The same characters can be typed as different code points; NFKC makes them one (NIST SP 800-63B, 5.1.1.2). */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'), 'utf8');

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

const tagOf = (password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> =>
  derive('argon2id', { message: bytesOf(password), nonce, tagLength: TAG, ...cost });

/** Hashes a password; the answer is in PHC form and holds salt and cost. Takes about a tenth of a second by design. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT);
  const tag = await tagOf(password, salt, COST);
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether this is the password. A hash in another form is a fault of ours, and throws. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash) ?? [];
  if (memory === undefined || salt === undefined || tag === undefined)
    throw new Error('A stored password is not argon2id');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await tagOf(password, Buffer.from(salt, 'base64'), cost);
  const stored = Buffer.from(tag, 'base64');
  return given.length === stored.length && timingSafeEqual(given, stored);
}
