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
  };
}
