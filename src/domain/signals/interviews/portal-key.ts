import { createHmac } from 'node:crypto';
import { keyPairOf, type KeyPair } from '../sealing/seal.ts';

/**
 * The pair of keys with which a phone closes the envelope round an interview: the public half goes to phones, the other half
 * follows from the portal's own secret. It opens what the portal must know to store an interview (buurt, kind, theme, cell,
 * receipt code); what was said lies in it sealed once more, to the key of the desk, and stays closed here.
 */
export const portalKeyOf = (secretKey: string): KeyPair =>
  keyPairOf(createHmac('sha256', secretKey).update('interview-envelope').digest());

/** Under which a phone's interview is known to have been stored; leads back neither to the phone nor to the signal. */
export const spentInterview = (id: string, secretKey: string): string =>
  createHmac('sha256', secretKey).update(`spent-interview\n${id}`).digest('base64url');
