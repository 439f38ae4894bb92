import { eq, sql } from 'drizzle-orm';
import { given, prepared, type Session } from '../engine/index.ts';
import type { PublishedTables } from './tables.ts';

type Tx = Session<PublishedTables>;
type What = 'areas' | 'figures' | 'homes';

/** What an import did with the rows of a file. */
export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Compares rows with what is stored, so that an import that is repeated writes nothing. */
export function makeTally<Row, Stored>(
  rows: readonly Row[],
  stored: (row: Row) => Stored | undefined,
  same: (row: Row, stored: Stored) => boolean,
): { toStore: Row[]; counts: Counts } {
  const toStore: Row[] = [];
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const row of rows) {
    const before = stored(row);
    const outcome = before === undefined ? 'added' : same(row, before) ? 'unchanged' : 'changed';
    counts[outcome] += 1;
    if (outcome !== 'unchanged') toStore.push(row);
  }
  return { toStore, counts };
}

/** Cuts a long list for statements with a bounded number of parameters. */
export function* partsOf<Row>(rows: readonly Row[], size: number): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

/** Adds up what the parts of an import did. */
export const sumOf = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (sum, part) => ({
      added: sum.added + part.added,
      changed: sum.changed + part.changed,
      unchanged: sum.unchanged + part.unchanged,
    }),
    { added: 0, changed: 0, unchanged: 0 },
  );

/** Marks that an import changed something, in its transaction. */
export async function countImport({ db, t }: Tx, what: What): Promise<void> {
  await db
    .insert(t.imports)
    .values({ what, revision: 1 })
    .onConflictDoUpdate({ target: t.imports.what, set: { revision: sql`${t.imports.revision} + 1` } });
}

const revisionOf = prepared('import_revision', ({ db, t }: Tx) =>
  db
    .select({ revision: t.imports.revision })
    .from(t.imports)
    .where(eq(t.imports.what, given('what'))),
);

/** Changes with each import that changed something, also by another process. */
export async function importRevision(tx: Tx, what: What): Promise<string> {
  const [row] = await revisionOf(tx, { what });
  return String(row?.revision ?? 0);
}

/** For what may happen once in the life of these databases: true for the first who asks, whichever process that is. */
export async function claimOnce({ db, t }: Tx, what: 'sample'): Promise<boolean> {
  const claimed = await db.insert(t.imports).values({ what, revision: 1 }).onConflictDoNothing().returning();
  return claimed.length > 0;
}
