import { lt } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import type { OrganiserPostStore } from '../../domain/organiser-post/index.ts';
import type { ProfessionalsDatabase } from './tables.ts';

interface Needs {
  readonly database: ProfessionalsDatabase;
  /** Dates the letters. */
  readonly now: Now;
  readonly newId: NewId;
}

/** The letters to those who work with the portal. */
export const makeOrganiserPostStore = ({ database, now, newId }: Needs): OrganiserPostStore => ({
  file: (letters) =>
    database.write(async ({ db, t }) => {
      if (letters.length === 0) return 0;
      const at = now();
      const rows = letters.map(({ letter, ...about }) => {
        const { unsubscribe = null, ...text } = letter;
        return { ...about, ...text, unsubscribe, id: newId(), createdAt: at, dueAt: at, attempts: 0 };
      });
      const filed = db.insert(t.letters).values(rows).onConflictDoNothing().returning({ id: t.letters.id });
      return (await filed).length;
    }),

  forget: (before) =>
    database.write(async ({ db, t }) => {
      await db.delete(t.letters).where(lt(t.letters.createdAt, before));
    }),
});
