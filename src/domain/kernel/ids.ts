import { randomBytes, randomUUID } from 'node:crypto';

/** Makes an id. Passed in as `newId`, so that a test can foresee it. Random (UUID v4): it tells nothing about order or time. */
export type NewId = () => string;

/** The one of the portal; a test gives its own. */
export const newId: NewId = () => randomUUID();

/** A secret for an address or a form: `bytes` random bytes as base64url. 32 bytes cannot be guessed. */
export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');
