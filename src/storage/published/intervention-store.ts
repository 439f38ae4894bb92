import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Intervention, InterventionContent, InterventionStore } from '../../domain/interventions/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

type Row = PublishedTables['interventions']['$inferSelect'];
type Progress = PublishedTables['progress']['$inferSelect'];

const ofBuurt = prepared('interventions_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.interventions)
    .where(eq(t.interventions.buurtId, given('buurtId')))
    .orderBy(asc(t.interventions.publishedAt), asc(t.interventions.id)),
);

const progressOfBuurt = prepared('progress_of_buurt', ({ db, t }: Session<PublishedTables>) => {
  const ids = db
    .select({ id: t.interventions.id })
    .from(t.interventions)
    .where(eq(t.interventions.buurtId, given('buurtId')));
  return db
    .select()
    .from(t.progress)
    .where(inArray(t.progress.interventionId, ids))
    .orderBy(desc(t.progress.at), asc(t.progress.id));
});

function together(rows: readonly Row[], reports: readonly Progress[]): Intervention[] {
  const byIntervention = Map.groupBy(reports, ({ interventionId }) => interventionId);
  return rows.map((row) => ({ ...row, progress: byIntervention.get(row.id) ?? [] }));
}

export function makeInterventionStore(database: PublishedDatabase): InterventionStore {
  const { db, t } = database.read;
  const versions = makeVersions<InterventionContent>(database, 'intervention', t.interventions);

  async function one(which: SQL | undefined): Promise<Intervention | undefined> {
    const [row] = await db.select().from(t.interventions).where(which);
    if (row === undefined) return undefined;
    const reports = await db
      .select()
      .from(t.progress)
      .where(eq(t.progress.interventionId, row.id))
      .orderBy(desc(t.progress.at), asc(t.progress.id));
    return { ...row, progress: reports };
  }

  return {
    list: async (buurtId) =>
      together(await ofBuurt(database.read, { buurtId }), await progressOfBuurt(database.read, { buurtId })),

    find: (buurtId, slug) => one(and(eq(t.interventions.buurtId, buurtId), eq(t.interventions.slug, slug))),

    get: (id) => one(eq(t.interventions.id, id)),

    save: (intervention, note) =>
      versions.save(intervention, note, {
        first: (tx) =>
          tx.db
            .insert(tx.t.interventions)
            .values(intervention)
            .onConflictDoNothing()
            .returning({ id: tx.t.interventions.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.interventions)
            .set({ ...intervention, ...KEPT })
            .where(and(eq(tx.t.interventions.id, intervention.id), eq(tx.t.interventions.version, before)))
            .returning({ id: tx.t.interventions.id }),
      }),

    history: versions.history,

    addProgress: (progress) =>
      database.write(async (tx) => {
        await tx.db.insert(tx.t.progress).values(progress).onConflictDoNothing();
      }),
  };
}
