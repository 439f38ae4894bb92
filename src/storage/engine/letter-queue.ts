import { and, asc, eq, inArray, isNotNull, isNull, lte, min, ne, sql } from 'drizzle-orm';
import type { Kit } from './kit.ts';
import type { RealmDatabase, Session } from './realm.ts';

interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** The columns of letters that wait to be sent, the same in each realm that sends any. */
export const letterColumns = (k: Kit) => ({
  id: k.text('id').primaryKey(),
  kind: k.text('kind').notNull(),
  createdAt: k.time('created_at').notNull(),
  /** What it tells, when that may be told only once: a second letter with the same fact is not stored. */
  fact: k.text('fact'),
  /** After this instant it is of no use to anybody, and is not sent any more. */
  notAfter: k.time('not_after'),
  /** Null when sent, given up or too late. */
  dueAt: k.time('due_at'),
  attempts: k.int('attempts').notNull(),
  sentAt: k.time('sent_at'),
  error: k.text('error'),
  to: k.text('recipient'),
  subject: k.text('subject'),
  text: k.text('body_text'),
  html: k.text('body_html'),
  attachments: k.json<readonly Attachment[]>('attachments'),
  unsubscribe: k.text('unsubscribe'),
});

/** Only for its type: what else a realm keeps with its letters does not matter here. */
const _plainTable = (k: Kit) => k.table('letters', letterColumns(k));

interface LetterTables {
  readonly letters: ReturnType<typeof _plainTable>;
}

/** Stands as the problem of a letter that was of no use any more before it could be sent. */
export const TOO_LATE = 'too late';

/** What goes when a letter will not be sent (again): the fact that there was one stays. */
export const EMPTIED = {
  to: null,
  subject: null,
  text: null,
  html: null,
  attachments: null,
  unsubscribe: null,
  dueAt: null,
};

const ROW_LOCKS = { rowLocks: true };

type Row = LetterTables['letters']['$inferSelect'];

/** What waits to be sent has all of its text. */
function letterOf({ id, attempts, unsubscribe, to, subject, text, html, attachments }: Row) {
  if (to === null || subject === null || text === null || html === null || attachments === null)
    throw new Error(`Letter ${id} is due but has no text.`);
  const letter = { to, subject, text, html, attachments };
  return { id, attempts, letter: unsubscribe === null ? letter : { ...letter, unsubscribe } };
}

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

/** Takes what is due and still of use; what is of no use any more ends here. */
async function takeDue(
  { db, t: { letters }, k }: Session<LetterTables>,
  { now, limit, forMs }: { readonly now: Date; readonly limit: number; readonly forMs: number },
) {
  for (;;) {
    const query = db.select().from(letters).where(lte(letters.dueAt, now));
    const order = [asc(letters.dueAt), asc(letters.createdAt), asc(letters.id)];
    const due = await k.forUpdate(
      query
        .orderBy(...order)
        .limit(limit)
        .$dynamic(),
      { skipLocked: true },
    );
    const { late = [], good = [] } = Object.groupBy(due, ({ notAfter }) =>
      notAfter !== null && notAfter <= now ? 'late' : 'good',
    );
    if (late.length > 0)
      await db
        .update(letters)
        .set({ ...EMPTIED, error: TOO_LATE })
        .where(inArray(letters.id, idsOf(late)));
    if (good.length > 0)
      await db
        .update(letters)
        .set({ dueAt: new Date(now.getTime() + forMs), attempts: sql`${letters.attempts} + 1` })
        .where(inArray(letters.id, idsOf(good)));
    if (good.length > 0 || late.length === 0) return good;
  }
}

/** The letters of a realm as a queue; the store behind the port `OutboxStore` of domain/outbox. `Tables` are the realm's own. */
export const makeLetterQueue = <Tables extends LetterTables>(
  database: RealmDatabase<string, Tables>,
  /** Called in the transaction that marks a letter as sent. */
  onSent: (session: Session<Tables>, letter: { readonly id: string; readonly at: Date }) => Promise<void> = () =>
    Promise.resolve(),
) => ({
  claim: (now: Date, limit: number, forMs: number) =>
    database.write(async (tx) => {
      const due = await takeDue(tx, { now, limit, forMs });
      return due.map((row) => letterOf({ ...row, attempts: row.attempts + 1 }));
    }, ROW_LOCKS),

  sent: (id: string, at: Date) =>
    database.write(async (tx) => {
      const { letters }: LetterTables = tx.t;
      await tx.db
        .update(letters)
        .set({ ...EMPTIED, sentAt: at, error: null })
        .where(eq(letters.id, id));
      await onSent(tx, { id, at });
    }, ROW_LOCKS),

  failed: (id: string, error: string, nextAttemptAt: Date | null) =>
    database.write(async ({ db, t }) => {
      const { letters }: LetterTables = t;
      const gone = nextAttemptAt === null ? EMPTIED : {};
      await db
        .update(letters)
        .set({ ...gone, error, dueAt: nextAttemptAt })
        .where(and(eq(letters.id, id), isNull(letters.sentAt), isNotNull(letters.dueAt)));
    }, ROW_LOCKS),

  async state() {
    const { db, t } = database.read;
    const { letters }: LetterTables = t;
    const waiting = isNotNull(letters.dueAt);
    const stuck = and(isNull(letters.sentAt), isNotNull(letters.error), ne(letters.error, TOO_LATE));
    const [oldest] = await db
      .select({ since: min(letters.createdAt) })
      .from(letters)
      .where(waiting);
    return {
      waiting: await db.$count(letters, waiting),
      failing: await db.$count(letters, stuck),
      late: await db.$count(letters, eq(letters.error, TOO_LATE)),
      oldestWaitingSince: oldest?.since ?? null,
    };
  },
});
