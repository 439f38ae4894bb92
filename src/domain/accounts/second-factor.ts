import { createHmac } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Seconds a code stands (RFC 6238, 5.2). */
const PERIOD = 30;
/** Codes before and after the present one that count as well: clocks differ. */
const WINDOW = 1;

const totp = (secret: Secret, account = '', issuer = '') =>
  new TOTP({ issuer, label: account, algorithm: 'SHA1', digits: 6, period: PERIOD, secret });

/**
 * The secret that an invitation offers. It follows from the link and from a key that only the server has: the page can show it
 * again after a mistake, nothing has to be stored before it is used, and an old link in somebody's mail tells nothing.
 */
export const offeredSecret = (serverKey: string, invitationSecret: string): string =>
  new Secret({
    buffer: new Uint8Array(
      createHmac('sha256', serverKey).update(`second-factor:${invitationSecret}`).digest().subarray(0, 20),
    ).buffer,
  }).base32;

/** What an authenticator app reads from the QR code. */
export const authenticatorUri = (base32: string, account: string, issuer: string): string =>
  totp(Secret.fromBase32(base32), account, issuer).toString();

/** The step of which this is the code, around `at`; null when it is not a code of now. Spaces do not count. */
export function stepOfCode(base32: string, code: string, at: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(Secret.fromBase32(base32)).validate({ token, timestamp: at.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD) + delta;
}
