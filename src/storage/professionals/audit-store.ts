import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { AuditStore } from '../../domain/audit/index.ts';
import type { ProfessionalsDatabase } from './tables.ts';

export function makeAuditStore(database: ProfessionalsDatabase): AuditStore {
  const { db, t } = database.read;

  return {
    add: (entry) =>
      database.write(
        async (tx) => {
          await tx.db.insert(tx.t.audit).values(entry);
        },
        { rowLocks: true },
      ),

    list: ({ buurtId, before, limit }) =>
      db
        .select()
        .from(t.audit)
        .where(and(buurtId === undefined ? undefined : eq(t.audit.buurtId, buurtId), before && lt(t.audit.at, before)))
        .orderBy(desc(t.audit.at), asc(t.audit.id))
        .limit(limit),
  };
}
