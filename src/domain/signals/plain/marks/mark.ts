/** What a piece of a text may be, that leads to a person. */
export const MARK_KINDS = ['bsn', 'iban', 'phone', 'email', 'plate', 'address', 'postcode', 'name'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A piece of a text, `start` up to but not including `end`, in UTF-16 code units as JavaScript counts. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
}

/**
 * How a kind looks. Each expression begins where a word begins and repeats a bounded number of times, so that hostile text
 * costs no more than its length. A group `piece` at its end is what gets the mark; without it, all of it.
 */
export interface Shape {
  readonly kind: MarkKind;
  readonly expression: RegExp;
  /** A proof of its digits, where there is one. */
  readonly isRight?: (piece: string) => boolean;
}
