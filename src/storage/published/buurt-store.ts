import { and, eq } from 'drizzle-orm';
import type { Buurt, BuurtContent, BuurtStore } from '../../domain/buurten/index.ts';
import { mayBeId } from '../../domain/kernel/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

const byName = new Intl.Collator('nl', { numeric: true });

const bySlug = prepared('buurt_by_slug', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.buurten)
    .where(eq(t.buurten.slug, given('slug'))),
);

export function makeBuurtStore(database: PublishedDatabase): BuurtStore {
  const { db, t } = database.read;
  const versions = makeVersions<BuurtContent>(database, 'buurt', t.buurten);

  return {
    async list() {
      const rows: Buurt[] = await db.select().from(t.buurten);
      return rows.sort((a, b) => byName.compare(a.name, b.name));
    },

    find: async (slug) => (mayBeId(slug) ? (await bySlug(database.read, { slug }))[0] : undefined),

    get: async (id) => (mayBeId(id) ? (await db.select().from(t.buurten).where(eq(t.buurten.id, id)))[0] : undefined),

    save: (buurt, note) =>
      versions.save(buurt, note, {
        first: (tx) =>
          tx.db.insert(tx.t.buurten).values(buurt).onConflictDoNothing().returning({ id: tx.t.buurten.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.buurten)
            .set({ ...buurt, ...KEPT })
            .where(and(eq(tx.t.buurten.id, buurt.id), eq(tx.t.buurten.version, before)))
            .returning({ id: tx.t.buurten.id }),
      }),

    history: versions.history,
  };
}
