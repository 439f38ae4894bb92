import type { Shape } from './mark.ts';

const digitsOf = (piece: string) => Array.from(piece.replace(/\D/g, ''), Number);

/** The eleven-proof of a citizen service number: weights 9 to 2, and −1 for the last (Logisch ontwerp BSN). */
function isBsn(piece: string): boolean {
  const digits = digitsOf(piece);
  const nine = digits.length === 8 ? [0, ...digits] : digits;
  const sum = nine.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0 && digits.some((digit) => digit > 0);
}

/** Lengths by country, of those that people here have (SWIFT, IBAN Registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ NL: 18, BE: 16, DE: 22, FR: 27, GB: 22, IE: 22, LU: 20, AT: 20, CH: 21, ES: 24, PT: 25, IT: 27, GR: 27, PL: 28 },
  ...{ RO: 24, BG: 22, HU: 28, CZ: 24, SK: 24, HR: 21, LT: 20, LV: 21, EE: 20, FI: 18, SE: 24, NO: 15, DK: 18, CY: 28 },
  ...{ MT: 31, SI: 19, TR: 26, UA: 29 },
};
/** As many signs of an account as its country has, with a space or dot between them where people put one. */
const ibanShape = Object.entries(IBAN_LENGTHS)
  .map(([country, length]) => `${country}\\d\\d(?:[ .-]?[A-Z0-9]){${length - 4}}`)
  .join('|');

/** The remainder of 97 must be 1, with letters as 10 to 35 and the first four signs behind the others (ISO 7064). */
function isIban(piece: string): boolean {
  const signs = piece.replace(/[^A-Za-z0-9]/g, '');
  const turned = signs.slice(4) + signs.slice(0, 4);
  const remainder = Array.from(turned).reduce((rest, sign) => Number(`${rest}${parseInt(sign, 36)}`) % 97, 0);
  return remainder === 1;
}

/** Free and service numbers of organisations: everybody may know them. */
const isPersonal = (piece: string): boolean => !/^0(?:800|900|906|909)/.test(piece.replace(/\D/g, ''));

/** Ten digits in the Netherlands; abroad it depends. */
function mayRing(piece: string): boolean {
  const digits = piece.replace(/\(0\)/, '').replace(/\D/g, '');
  if (/^(?:\+|00)/.test(piece)) return digits.length >= 9 && digits.length <= 17;
  return digits.length === 10;
}

/** Dutch number plates, sidecodes 1 to 14 (RDW): groups of letters and digits. */
const SIDECODES = [
  ...['XX-99-99', '99-99-XX', '99-XX-99', 'XX-99-XX', 'XX-XX-99', '99-XX-XX', '99-XXX-9'],
  ...['9-XXX-99', 'XX-999-X', 'X-999-XX', 'XXX-99-X', 'X-99-XXX', '9-XX-999', '999-XX-9'],
];
const plateShape = (between: string) =>
  SIDECODES.map((code) => code.replaceAll('-', between).replaceAll('X', '[A-Z]').replaceAll('9', '\\d')).join('|');

const shape = (source: string, flags = 'gu') => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);

/** Numbers and addresses of the internet. */
export const numberShapes: readonly Shape[] = [
  { kind: 'iban', expression: shape(ibanShape, 'giu'), isRight: isIban },
  {
    kind: 'email',
    expression:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'phone',
    expression:
      /(?<![\p{L}\p{N}+])(?:(?:\+|00)[1-9]\d{0,2}[ ().-]{0,3}(?:\(0\) ?)?|\(?0)[1-9](?:[ ().\-/]{0,3}\d){6,11}(?![\p{L}\p{N}])/gu,
    isRight: (piece) => isPersonal(piece) && mayRing(piece),
  },
  { kind: 'bsn', expression: /(?<![\p{L}\p{N}]|\d[ .-])\d(?:[ .-]?\d){7,8}(?![ .-]?\d|\p{L})/gu, isRight: isBsn },
  { kind: 'postcode', expression: shape('[1-9]\\d{3} ?(?!SA|SD|SS)[A-Z]{2}|[1-9]\\d{3}(?!sa|sd|ss)[a-z]{2}') },
  { kind: 'plate', expression: shape(plateShape('-'), 'giu') },
  { kind: 'plate', expression: shape(plateShape(' ?')) },
];
