import { and, asc, eq, inArray, isNotNull, isNull, lte, min, sql } from 'drizzle-orm';
import type { OutboxStore } from '../../domain/outbox/index.ts';
import type { ResidentsDatabase, ResidentsTables } from './tables.ts';

const ONE_STATEMENT = { rowLocks: true };

type Row = ResidentsTables['letters']['$inferSelect'];

/** What is sent has lost its text; what is not sent has all of it. */
function letterOf({ id, attempts, to, subject, text, html, attachments }: Row) {
  if (to === null || subject === null || text === null || html === null || attachments === null)
    throw new Error(`Letter ${id} is due but has no text.`);
  return { id, attempts, letter: { to, subject, text, html, attachments } };
}

export function makeOutboxStore(database: ResidentsDatabase): OutboxStore {
  const { db, t } = database.read;

  return {
    claim: (now, limit, forMs) =>
      database.write(
        async (tx) => {
          const { letters } = tx.t;
          const due = await tx.k.forUpdate(
            tx.db
              .select()
              .from(letters)
              .where(lte(letters.dueAt, now))
              .orderBy(asc(letters.dueAt), asc(letters.createdAt), asc(letters.id))
              .limit(limit)
              .$dynamic(),
            { skipLocked: true },
          );
          if (due.length === 0) return [];
          const ids = due.map(({ id }) => id);
          await tx.db
            .update(letters)
            .set({ dueAt: new Date(now.getTime() + forMs), attempts: sql`${letters.attempts} + 1` })
            .where(inArray(letters.id, ids));
          return due.map((row) => letterOf({ ...row, attempts: row.attempts + 1 }));
        },
        { rowLocks: true },
      ),

    sent: (id, at) =>
      database.write(async (tx) => {
        const emptied = { to: null, subject: null, text: null, html: null, attachments: null };
        await tx.db
          .update(tx.t.letters)
          .set({ ...emptied, sentAt: at, dueAt: null, error: null })
          .where(eq(tx.t.letters.id, id));
      }, ONE_STATEMENT),

    failed: (id, error, nextAttemptAt) =>
      database.write(async (tx) => {
        await tx.db
          .update(tx.t.letters)
          .set({ error, dueAt: nextAttemptAt })
          .where(and(eq(tx.t.letters.id, id), isNull(tx.t.letters.sentAt)));
      }, ONE_STATEMENT),

    async state() {
      const { letters } = t;
      const waiting = isNotNull(letters.dueAt);
      const [oldest] = await db
        .select({ since: min(letters.createdAt) })
        .from(letters)
        .where(waiting);
      return {
        waiting: await db.$count(letters, waiting),
        failing: await db.$count(letters, and(isNull(letters.sentAt), isNotNull(letters.error))),
        oldestWaitingSince: oldest?.since ?? null,
      };
    },
  };
}
