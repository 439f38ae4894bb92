import { domainToASCII } from 'node:url';

/** Characters (RFC 5321, 4.5.3.1.3 and erratum 1690). */
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;

/** The part before the @ as mail servers everywhere take it: RFC 5322 dot-atom. */
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Nothing that ends a header, turns the writing direction, or is half a character. */
const NOT_IN_AN_ADDRESS = /[\s\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/**
 * The one rule for e-mail addresses: the address as it will be kept, or undefined when mail could not go there.
 * The domain may be in any script (IDN).
 */
export function cleanEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, Math.max(at, 0));
  if (NOT_IN_AN_ADDRESS.test(email) || local.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(local)) return undefined;
  const domain = domainToASCII(email.slice(at + 1));
  const labels = domain.split('.');
  // A domain that ends in digits is a machine's number, not a place for mail.
  const right = labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return right && `${local}@${domain}`.length <= LONGEST && email.length <= LONGEST ? email : undefined;
}

/** One spelling for each address, to compare by: trimmed, composed, small letters. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase();
