/** Which number helps: 112, 0900-8844, or 113. In the order in which they are told. */
export const DANGERS = ['emergency', 'nuisance', 'suicide'] as const;
export type Danger = (typeof DANGERS)[number];

/**
 * What people of one language write in danger, as `foldWords` leaves it: small letters without accents, dots or strokes.
 * `*` is the rest of a word, `~` up to three words between; further as in a regular expression. Whole words only.
 */
export interface DangerWords extends Readonly<Record<Danger, readonly string[]>> {
  /** What may be stuck to the first word: the Arabic "and", "with", "the". */
  readonly prefix?: string;
}
