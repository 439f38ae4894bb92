import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Intervention, InterventionContent, InterventionStore } from '../../domain/interventions/index.ts';
import type { PublishedDatabase } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

export function makeInterventionStore(database: PublishedDatabase): InterventionStore {
  const { db, t } = database.read;
  const versions = makeVersions<InterventionContent>(database, 'intervention', t.interventions);

  async function withProgress(which: SQL | undefined): Promise<Intervention[]> {
    const rows = await db
      .select()
      .from(t.interventions)
      .where(which)
      .orderBy(asc(t.interventions.publishedAt), asc(t.interventions.id));
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const reports = await db
      .select()
      .from(t.progress)
      .where(inArray(t.progress.interventionId, ids))
      .orderBy(desc(t.progress.at), asc(t.progress.id));
    const byIntervention = Map.groupBy(reports, ({ interventionId }) => interventionId);
    return rows.map((row) => ({ ...row, progress: byIntervention.get(row.id) ?? [] }));
  }

  return {
    list: (buurtId) => withProgress(eq(t.interventions.buurtId, buurtId)),

    find: async (buurtId, slug) =>
      (await withProgress(and(eq(t.interventions.buurtId, buurtId), eq(t.interventions.slug, slug))))[0],

    get: async (id) => (await withProgress(eq(t.interventions.id, id)))[0],

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
