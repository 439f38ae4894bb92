import type { Actor, NewId, Now, RecordDeed, Result } from '../kernel/index.ts';
import type { AuditStore } from './audit.ts';
import { makeListEntries, type AuditFilter, type AuditPage } from './list-entries.ts';
import { makeRecord } from './record.ts';

export * from './audit.ts';
export type { AuditFilter, AuditPage } from './list-entries.ts';

/** The audit log: who did what to what, with what result, when. It is only added to. */
export interface Audit {
  readonly record: RecordDeed;
  list(actor: Actor, filter?: AuditFilter): Promise<Result<AuditPage, 'forbidden'>>;
}

interface Needs {
  readonly store: AuditStore;
  readonly now: Now;
  readonly newId: NewId;
}

export const makeAudit = (needs: Needs): Audit => ({ record: makeRecord(needs), list: makeListEntries(needs) });
