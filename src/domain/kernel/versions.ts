/** What the published realm keeps of everything a person changed: which version, since when. */
export interface Versioned {
  readonly id: string;
  /** 1 for what was published first, one more with each change. */
  readonly version: number;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

/** One dated state of a text. Versions are kept for good: a resident can see what was promised first. */
export interface Version<Content> {
  readonly version: number;
  readonly at: Date;
  /** Why it changed, in a sentence by the organiser; empty for the first version. */
  readonly note: string;
  readonly content: Content;
}

/** What a store answers on a save: `stale` when somebody else published a newer version in the meantime. */
export type SaveOutcome = 'saved' | 'stale';
