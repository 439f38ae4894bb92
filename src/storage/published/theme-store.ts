import { and, asc, desc, eq } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { ThemeContent, ThemeStore } from '../../domain/themes/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedDatabase, PublishedTables } from './tables.ts';
import { KEPT, makeVersions } from './versions.ts';

const ofBuurt = prepared('themes_of_buurt', ({ db, t }: Session<PublishedTables>) =>
  db
    .select()
    .from(t.themes)
    .where(eq(t.themes.buurtId, given('buurtId')))
    .orderBy(desc(t.themes.startedOn), asc(t.themes.id)),
);

export function makeThemeStore(database: PublishedDatabase): ThemeStore {
  const { db, t } = database.read;
  const versions = makeVersions<ThemeContent>(database, 'theme', t.themes);

  return {
    list: (buurtId) => ofBuurt(database.read, { buurtId }),

    find: async (buurtId, slug) => {
      if (!mayBeId(buurtId) || !mayBeId(slug)) return undefined;
      const [found] = await db
        .select()
        .from(t.themes)
        .where(and(eq(t.themes.buurtId, buurtId), eq(t.themes.slug, slug)));
      return found;
    },

    get: async (id) => (mayBeId(id) ? (await db.select().from(t.themes).where(eq(t.themes.id, id)))[0] : undefined),

    save: (theme, note) =>
      versions.save(theme, note, {
        first: (tx) => tx.db.insert(tx.t.themes).values(theme).onConflictDoNothing().returning({ id: tx.t.themes.id }),
        next: (tx, before) =>
          tx.db
            .update(tx.t.themes)
            .set({ ...theme, ...KEPT })
            .where(and(eq(tx.t.themes.id, theme.id), eq(tx.t.themes.version, before)))
            .returning({ id: tx.t.themes.id }),
      }),

    history: versions.history,
  };
}
