/** One line of the audit log: who did what to what, with what result, when (BIO2 8.15.01). Never the text itself, never a resident. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  /** Account id, or `system:{name}`. */
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  /** `theme:{id}` and the like. */
  readonly object: string;
  readonly buurtId: string | null;
  readonly result: 'done' | 'refused';
  /** In a few words: the title of a text, a version. */
  readonly note: string;
}

/** Port. Entries are only added. */
export interface AuditStore {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(filter: { readonly buurtId?: string; readonly before?: Date; readonly limit: number }): Promise<AuditEntry[]>;
}
