import { and, asc, desc, eq } from 'drizzle-orm';
import type { Draft, DraftStore } from '../../domain/drafts/index.ts';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { ProfessionalsDatabase } from './tables.ts';

export function makeDraftStore(database: ProfessionalsDatabase): DraftStore {
  const { db, t } = database.read;

  return {
    list: (buurtId): Promise<Draft[]> =>
      db
        .select()
        .from(t.drafts)
        .where(eq(t.drafts.buurtId, buurtId))
        .orderBy(desc(t.drafts.changedAt), asc(t.drafts.id)),

    get: async (id): Promise<Draft | undefined> =>
      mayBeId(id) ? (await db.select().from(t.drafts).where(eq(t.drafts.id, id)))[0] : undefined,

    save: (draft) =>
      database.write(async (tx) => {
        const { drafts } = tx.t;
        const stored =
          draft.revision === 1
            ? await tx.db.insert(drafts).values(draft).onConflictDoNothing().returning({ id: drafts.id })
            : await tx.db
                .update(drafts)
                .set(draft)
                .where(and(eq(drafts.id, draft.id), eq(drafts.revision, draft.revision - 1)))
                .returning({ id: drafts.id });
        return stored.length > 0 ? 'saved' : 'stale';
      }),

    remove: (id) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.drafts).where(eq(tx.t.drafts.id, id));
      }),
  };
}
