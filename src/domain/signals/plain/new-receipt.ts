/** Crockford's base32: no I, L, O and U, which are misread. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 signs of 5 bits: 100 bits, more than the 80 we promise (P7). */
export const RECEIPT_LENGTH = 20;

/** A receipt code as we write it, out of 20 random bytes: `K7QF-9M2T-WX4H-0B3D-A6RS`. */
export const receiptFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, RECEIPT_LENGTH), (byte) => SIGNS[byte % SIGNS.length])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-');

/** Whether it is a code in its plain form, see `plainReceipt`. */
export const isReceipt = (plain: string): boolean => /^[0-9A-HJKMNP-TV-Z]{20}$/.test(plain);
