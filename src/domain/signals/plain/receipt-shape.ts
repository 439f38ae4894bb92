import { isReceipt } from './new-receipt.ts';

/** Digits of other scripts that a keyboard may give: Arabic-Indic and its eastern form. NFKC sees to full-width ones. */
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const latinDigit = (digit: string) => String((digit.codePointAt(0) ?? 0) & 0xf);

/** No code is longer when it is typed, whatever stands between its signs. */
const LONGEST_TYPED = 200;

/**
 * A code as somebody typed it, brought back to the one that we gave. Case, spaces, dashes of every kind and signs without
 * width do not count, nor O for 0, I and L for 1, full-width letters, and digits of an Arabic keyboard.
 */
export const plainReceipt = (typed: string): string =>
  typed
    .slice(0, LONGEST_TYPED)
    .normalize('NFKC')
    .replace(ARABIC_DIGITS, latinDigit)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** What a paste may leave between the groups: dashes, spaces, lines, signs without width. */
const BETWEEN = '[\\p{Pd}\\s_.\\u2212\\u200b-\\u200f\\u2060\\ufeff]{0,5}';
/** Five groups of four signs as we write them, whatever was lost or changed between the groups. */
const SHAPE = new RegExp(`(?<![\\p{L}\\p{N}])[0-9A-TV-Z]{4}(?:${BETWEEN}[0-9A-TV-Z]{4}){4}(?![\\p{L}\\p{N}])`, 'giu');

/**
 * Written as we write it, it counts as soon as a group has letters and digits: five words of four letters are a sentence. Where
 * dashes are missing it could be part of a link or the number of a parcel: then its check signs must be right.
 */
function isOne(found: string): boolean {
  const groups = found.match(/[0-9A-Z]+/gi) ?? [];
  const isDivided = groups.length === 5;
  return (
    (isDivided && groups.some((group) => /\d/.test(group) && /[A-Z]/i.test(group))) || isReceipt(plainReceipt(found))
  );
}

/** Whether somebody pasted a receipt code into a text: it would give the way to the signal to whoever reads along. */
export function holdsReceipt(text: string): boolean {
  const plain = text.normalize('NFKC').replace(ARABIC_DIGITS, latinDigit);
  return Array.from(plain.matchAll(SHAPE)).some(([found]) => isOne(found));
}
