import { sql, type AnyColumn, type Param, type Placeholder } from 'drizzle-orm';
import type { Session } from './realm.ts';

type Given = Readonly<Record<string, unknown>>;

interface Preparable<Rows> {
  prepare(name: string): { execute(given: Given): PromiseLike<Rows> };
}

/**
 * A statement that runs often: Drizzle takes longer to put one together than the database to answer it. It is put together
 * once for each connection, when it is first needed (the tables must be there), and gets its values, `given`, with each run.
 * `name` is that of the statement in PostgreSQL: one name, one statement.
 */
export function prepared<Tables, Rows>(name: string, build: (session: Session<Tables>) => Preparable<Rows>) {
  const ready = new WeakMap<Session<Tables>['db'], ReturnType<Preparable<Rows>['prepare']>>();
  return async (session: Session<Tables>, given: Given = {}): Promise<Rows> => {
    let statement = ready.get(session.db);
    if (statement === undefined) {
      statement = build(session).prepare(name);
      ready.set(session.db, statement);
    }
    return statement.execute(given);
  };
}

/** Where a value comes in, by name. Give the column when its values are written otherwise than they are read (a date). */
export function given(name: string): Placeholder<string>;
export function given(name: string, column: AnyColumn): Param;
export function given(name: string, column?: AnyColumn): Placeholder<string> | Param {
  const place = sql.placeholder(name);
  return column === undefined ? place : sql.param(place, column);
}
