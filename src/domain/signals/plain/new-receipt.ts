/** Crockford's base32: no I, L, O and U, which are misread. */
export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Drawn by chance, 5 bits each: 90 bits, more than the 80 we promise (P7). */
const DRAWN = 18;
/** These and two that follow from them: by those a code is told from any other word of twenty signs. */
export const RECEIPT_LENGTH = DRAWN + 2;

/** Largest prime below 32 × 32. */
const PRIME = 1021;

/** The last two signs, out of the others: a hash that is right by chance once in a thousand. */
function checkSigns(drawn: string): string {
  const sum = Array.from(drawn).reduce((hash, sign) => (hash * 37 + SIGNS.indexOf(sign) + 1) % PRIME, 0);
  return `${SIGNS.charAt(Math.floor(sum / SIGNS.length))}${SIGNS.charAt(sum % SIGNS.length)}`;
}

/** A receipt code as we write it, out of random bytes (18 at least): `K7QF-9M2T-WX4H-0B3D-A6TY`. */
export function receiptFrom(bytes: Uint8Array): string {
  const drawn = Array.from(bytes.subarray(0, DRAWN), (byte) => SIGNS.charAt(byte % SIGNS.length)).join('');
  return `${drawn}${checkSigns(drawn)}`.replace(/.{4}(?=.)/g, '$&-');
}

/** Whether it is a code in its plain form, see `plainReceipt`. Codes of before there were check signs are none. */
export const isReceipt = (plain: string): boolean =>
  /^[0-9A-HJKMNP-TV-Z]{20}$/.test(plain) && plain.endsWith(checkSigns(plain.slice(0, DRAWN)));
