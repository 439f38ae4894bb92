/** What can be drafted; each kind becomes a published text through the door *publish*. */
export const DRAFT_KINDS = [
  'buurt',
  'theme',
  'intervention',
  'progress',
  'update',
  'response',
  'meeting',
  'report',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What was typed: one text per field, or several where a field can be there more than once. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>;

/** Every value of a field in its place; none when the field is not there. */
export const valuesOf = (fields: DraftFields, name: string): readonly string[] => [fields[name] ?? []].flat();

/**
 * A text in the making, in the professionals realm: no public address can reach it.
 * `fields` is what was typed, field by field, also when it is not yet right: nothing typed gets lost.
 */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly buurtId: string;
  /**
   * The published text it changes; for progress, the intervention it reports on; for a report, the meeting that was held;
   * null for something new.
   */
  readonly subjectId: string | null;
  /** The version of the subject that it started from; for a report, that of the report, null while there is none. */
  readonly baseVersion: number | null;
  readonly fields: DraftFields;
  /** Grows with each save: two people cannot overwrite each other unseen. */
  readonly revision: number;
  readonly changedAt: Date;
  /** The name of who saved it last, as the others of the buurt see it. */
  readonly changedBy: string;
  /** Thrown away at; it can be put back until 30 days later. Null for a draft in use. */
  readonly discardedAt: Date | null;
}

/** Port. */
export interface DraftStore {
  /** With the discarded; last changed first. */
  list(buurtId: string): Promise<Draft[]>;
  get(id: string): Promise<Draft | undefined>;
  /** Saves revision n over revision n − 1 (none for 1). */
  save(draft: Draft): Promise<'saved' | 'stale'>;
  remove(id: string): Promise<void>;
}
