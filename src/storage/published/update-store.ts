import { and, asc, desc, eq } from 'drizzle-orm';
import type { UpdateContent, UpdateStore } from '../../domain/updates/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

const newest = prepared('updates_newest', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.updates)
    .where(eq(t.updates.buurtId, given('buurtId')))
    .orderBy(desc(t.updates.publishedAt), asc(t.updates.id))
    .limit(given('limit')),
);

export function makeUpdateStore(database: PublishedDatabase): UpdateStore {
  const { db, t } = database.read;
  const versions = makeVersions<UpdateContent>(database, 'update', t.updates);

  return {
    list: (buurtId, limit) => newest(database.read, { buurtId, limit }),

    get: async (id) => (await db.select().from(t.updates).where(eq(t.updates.id, id)))[0],

    save: (update, note) =>
      versions.save(update, note, {
        first: (tx) =>
          tx.db.insert(tx.t.updates).values(update).onConflictDoNothing().returning({ id: tx.t.updates.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.updates)
            .set({ ...update, ...KEPT })
            .where(and(eq(tx.t.updates.id, update.id), eq(tx.t.updates.version, before)))
            .returning({ id: tx.t.updates.id }),
      }),

    history: versions.history,
  };
}
