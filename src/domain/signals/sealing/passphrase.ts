import { randomBytes } from 'node:crypto';
import { SIGNS } from '../plain/new-receipt.ts';

export const SHORTEST_PASSPHRASE = 16;
const LONGEST = 1_000;
/** Fewer different characters than this is a pattern, not a secret. */
const FEWEST_DIFFERENT = 6;

/** 24 signs of 5 bits: 120 bits, so that nobody guesses it, whatever the hardware. */
const LENGTH = 24;

export type PassphraseWeakness = 'too-short' | 'too-long' | 'too-simple' | 'unreadable';

/** A passphrase that nobody made up: `K7QF-9M2T-WX4H-0B3D-A6RS-2JEC`. */
export const newPassphrase = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-');

/**
 * A passphrase as its key is derived from: composed alike (NFKC), one space between words, none around it. One that we made
 * may be typed in small letters, with or without dashes, and with O for 0.
 */
export function plainPassphrase(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const signs = text.toUpperCase().replace(/[ -]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const ours = signs.length === LENGTH && Array.from(signs).every((sign) => SIGNS.includes(sign));
  return ours ? signs : text;
}

/** What is too weak about a new passphrase; null: nothing. */
export function weaknessOf(typed: string): PassphraseWeakness | null {
  if (!typed.isWellFormed() || /[^\P{Cc}\t]/u.test(typed)) return 'unreadable';
  const signs = Array.from(plainPassphrase(typed));
  if (signs.length < SHORTEST_PASSPHRASE) return 'too-short';
  if (signs.length > LONGEST) return 'too-long';
  return new Set(signs.map((sign) => sign.toLowerCase())).size < FEWEST_DIFFERENT ? 'too-simple' : null;
}
