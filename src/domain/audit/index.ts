import type { Actor, NewId, Now, Result } from '../kernel/index.ts';
import type { AuditStore } from './audit.ts';
import { makeListEntries, type AuditFilter, type AuditPage } from './list-entries.ts';
import { makeRecord, type AuditNote } from './record.ts';

export * from './audit.ts';
export type { AuditFilter, AuditPage } from './list-entries.ts';
export type { AuditNote } from './record.ts';

/** The audit log: who did what to what, with what result, when. It is only added to. */
export interface Audit {
  record(note: AuditNote): Promise<void>;
  list(actor: Actor, filter?: AuditFilter): Promise<Result<AuditPage, 'forbidden'>>;
}

interface Needs {
  readonly store: AuditStore;
  readonly now: Now;
  readonly newId: NewId;
}

export const makeAudit = (needs: Needs): Audit => ({ record: makeRecord(needs), list: makeListEntries(needs) });
