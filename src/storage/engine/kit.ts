import { sql, type AnyColumn, type SQL } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

const bytea = pg.customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

const like = (needle: string) => `%${needle.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * How a column looks in PostgreSQL. These types are the canonical ones: PostgreSQL's query builder only gives promises,
 * which is the part that also holds on SQLite. The store contract in tests/stores holds the two together.
 */
export const postgresKit = {
  engine: 'postgres' as 'postgres' | 'sqlite',
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  int: (name: string) => pg.integer(name),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  /** An instant, to the millisecond. */
  time: (name: string) => pg.timestamp(name, { mode: 'date', withTimezone: true, precision: 3 }),
  json: <Value>(name: string) => pg.jsonb(name).$type<Value>(),
  bytes: (name: string) => bytea(name),
  oneOf: <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
    pg.text(name, { enum: values as unknown as [Values[number], ...Values[number][]] }),
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  /** Contains the words, whatever their case. */
  contains: (column: AnyColumn, words: string): SQL => sql`${column} ilike ${like(words)} escape '\\'`,
  /** For an order that is the same on both engines, whatever the locale of the database. */
  byBytes: (column: AnyColumn): SQL => sql`${column} collate "C"`,
  /**
   * Holds the rows that the query finds until the transaction ends; with `skipLocked` it leaves out those that somebody else
   * holds. On SQLite the whole database is held already.
   */
  forUpdate: <Query extends { for(strength: 'update', config: { skipLocked: true } | undefined): unknown }>(
    query: Query,
    { skipLocked = false } = {},
  ): Query => query.for('update', skipLocked ? { skipLocked } : undefined) as Query,
};

export type Kit = typeof postgresKit;

/** The same in SQLite. */
export const sqliteKit = {
  engine: 'sqlite',
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  int: (name: string) => lite.integer(name),
  real: (name: string) => lite.real(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  time: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  json: (name: string) => lite.text(name, { mode: 'json' }),
  bytes: (name: string) => lite.blob(name, { mode: 'buffer' }),
  oneOf: (name: string, values: readonly [string, ...string[]]) =>
    lite.text(name, { enum: values as [string, ...string[]] }),
  index: lite.index,
  unique: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  check: lite.check,
  contains: (column: AnyColumn, words: string) => sql`${column} like ${like(words)} escape '\\'`,
  byBytes: (column: AnyColumn) => sql`${column}`,
  forUpdate: (query: unknown) => query,
} as unknown as Kit;
