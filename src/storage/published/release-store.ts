import { desc, eq } from 'drizzle-orm';
import type { ReleaseStore } from '../../domain/releases/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';

const ofBuurt = prepared('signal_releases_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.signalReleases)
    .where(eq(t.signalReleases.buurtId, given('buurtId')))
    .orderBy(desc(t.signalReleases.batch)),
);

const newestOfBuurt = prepared('newest_signal_release_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.signalReleases)
    .where(eq(t.signalReleases.buurtId, given('buurtId')))
    .orderBy(desc(t.signalReleases.batch))
    .limit(1),
);

/** Released counts of signals: batches are added, and never changed. */
export function makeReleaseStore(database: PublishedDatabase): ReleaseStore {
  return {
    list: (buurtId) => ofBuurt(database.read, { buurtId }),
    latest: async (buurtId) => (await newestOfBuurt(database.read, { buurtId }))[0],
    add: (releases) =>
      database.write(async (tx) => {
        for (const release of releases) await tx.db.insert(tx.t.signalReleases).values(release).onConflictDoNothing();
      }),
  };
}
