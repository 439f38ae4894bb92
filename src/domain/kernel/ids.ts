import { randomBytes, randomUUID } from 'node:crypto';

/** Makes an id. Passed in as `newId`, so that a test can foresee it. Random (UUID v4): it tells nothing about order or time. */
export type NewId = () => string;

/** The one of the portal; a test gives its own. */
export const newId: NewId = () => randomUUID();

/** No id or slug is longer. */
const LONGEST_ID = 200;

/**
 * Whether anything can have this id or slug. They come out of addresses and forms, and PostgreSQL fails when it is asked for a
 * text with a zero in it.
 */
export const mayBeId = (text: string): boolean => text.length <= LONGEST_ID && !text.includes('\0');

/** A secret for an address or a form: `bytes` random bytes as base64url. 32 bytes cannot be guessed. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
