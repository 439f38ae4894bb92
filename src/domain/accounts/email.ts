/** Longest address that can be delivered (RFC 5321, 4.5.3.1.3). */
const EMAIL_MAX = 254;

/** One spelling for each address: trimmed, composed, small letters. */
export const normalEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** Whether it can be an address at all: one @ with something before it and a domain after it, no spaces, no control characters. */
export const isEmail = (email: string): boolean =>
  email.length <= EMAIL_MAX &&
  /^[^\s@\p{Cc}<>()",;:\\]{1,64}@[^\s@\p{Cc}<>()",;:\\.]+(\.[^\s@\p{Cc}<>()",;:\\.]+)+$/u.test(email);
