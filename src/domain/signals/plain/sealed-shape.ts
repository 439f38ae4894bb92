/**
 * Bytes to which a text is padded before it is sealed (ISO/IEC 7816-4, as libsodium does it), so that its length tells little.
 * What a phone seals in the street has the same form as what the portal seals.
 */
export const TEXT_BLOCK = 8_192;
/** Bytes of an interview with its answers, padded: a phone says before it seals that more does not fit. */
export const LONGEST_SEALED = 4 * TEXT_BLOCK;
