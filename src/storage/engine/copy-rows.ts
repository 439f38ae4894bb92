import type { PgTable } from 'drizzle-orm/pg-core';
import type { RealmDatabase, Session } from './realm.ts';

/** Rows in one statement: SQLite takes 32,766 parameters, and no table has a hundred columns. */
const PART = 300;

/**
 * Copies all rows of one database to another of the same realm, which may be on another engine, in one transaction: nobody
 * ever sees a part. A row that is there already stays as it is. `mayBegin` is asked inside the transaction; when it says no,
 * nothing happens and the answer is false.
 */
export const copyRows = <Realm extends string, Tables extends Readonly<Record<string, PgTable>>>(
  from: RealmDatabase<Realm, Tables>,
  to: RealmDatabase<Realm, Tables>,
  mayBegin: (tx: Session<Tables>) => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> =>
  to.write(async (tx) => {
    if (!(await mayBegin(tx))) return false;
    // The tables stand in the order in which they point to each other.
    for (const [name, table] of Object.entries<PgTable>(tx.t)) {
      const source = from.read.t[name];
      if (source === undefined) continue;
      const rows = await from.read.db.select().from(source);
      for (let at = 0; at < rows.length; at += PART)
        await tx.db
          .insert(table)
          .values(rows.slice(at, at + PART))
          .onConflictDoNothing();
    }
    return true;
  });
