import { createHmac } from 'node:crypto';

/**
 * What is kept of a form that was used up. Keyed, and for this purpose alone: with a stolen database nobody can lead a form to
 * its signal, or the other way round.
 */
export const spentHash = (once: string, secretKey: string): string =>
  createHmac('sha256', secretKey).update(`signal-form-spent\n${once}`).digest('base64url');
