import { and, asc, desc, eq } from 'drizzle-orm';
import type { ResponseContent, ResponseStore } from '../../domain/responses/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

const ofBuurt = prepared('responses_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.responses)
    .where(eq(t.responses.buurtId, given('buurtId')))
    .orderBy(desc(t.responses.heardOn), desc(t.responses.publishedAt), asc(t.responses.id)),
);

const countsOfBuurt = prepared('signal_counts_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.signalCounts)
    .where(eq(t.signalCounts.buurtId, given('buurtId')))
    .orderBy(desc(t.signalCounts.count), asc(t.signalCounts.themeId), asc(t.signalCounts.kind)),
);

export function makeResponseStore(database: PublishedDatabase): ResponseStore {
  const { db, t } = database.read;
  const versions = makeVersions<ResponseContent>(database, 'response', t.responses);

  return {
    list: (buurtId) => ofBuurt(database.read, { buurtId }),

    get: async (id) => (await db.select().from(t.responses).where(eq(t.responses.id, id)))[0],

    save: (response, note) =>
      versions.save(response, note, {
        first: (tx) =>
          tx.db.insert(tx.t.responses).values(response).onConflictDoNothing().returning({ id: tx.t.responses.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.responses)
            .set({ ...response, ...KEPT })
            .where(and(eq(tx.t.responses.id, response.id), eq(tx.t.responses.version, before)))
            .returning({ id: tx.t.responses.id }),
      }),

    history: versions.history,

    signalCounts: (buurtId) => countsOfBuurt(database.read, { buurtId }),

    releaseSignalCounts: (buurtId, counts) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.signalCounts).where(eq(tx.t.signalCounts.buurtId, buurtId));
        const rows = counts.map((count) => ({ ...count, buurtId }));
        if (rows.length > 0) await tx.db.insert(tx.t.signalCounts).values(rows);
      }),
  };
}
