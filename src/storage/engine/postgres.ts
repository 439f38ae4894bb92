import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { postgresKit } from './kit.ts';
import type { Queries, RealmDatabase, RealmOptions, Session } from './realm.ts';

/** Serialization failure and deadlock: PostgreSQL asks to do the whole transaction again. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 25;
/** Any number will do, as long as every version of the portal uses the same. */
const MIGRATION_LOCK = 7_205_759;
const RECONNECT_MS = 1_000;
/** How long a question waits for a connection: a server that does not answer must not keep every page hanging. */
const CONNECT_MS = 10_000;
/** Connections per realm and process, beside the one that listens: two processes with four realms stay under PostgreSQL's usual 100. */
const READERS = 6;
const WRITERS = 5;

/** Drizzle wraps the driver's error: the code may be some causes deep. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}

/** An idle connection that the server closes must not end the process: the next query gets a new one. */
const ignore = () => undefined;

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, keepAlive: true, connectionTimeoutMillis: CONNECT_MS });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

/** Counts commits in this database, also those of other processes, through LISTEN. */
function watchCommits(url: string, channel: string) {
  let seen = 0;
  let connected = false;
  let closed = false;
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    while (!closed && !connected) {
      client = new pg.Client({ connectionString: url, keepAlive: true });
      client.on('notification', () => (seen += 1));
      client.on('error', ignore);
      client.on('end', () => {
        connected = false;
        void connect();
      });
      try {
        await client.connect();
        await client.query(`listen "${channel}"`);
        seen += 1;
        connected = true;
      } catch {
        client.removeAllListeners('end');
        await client.end().catch(ignore);
        await pause(RECONNECT_MS, undefined, { ref: false });
      }
    }
  }
  const ready = connect();

  return {
    bump: () => (seen += 1),
    // While the line is down nobody tells us of commits: every answer is a new one, so that no cache trusts it.
    revision: () => String(connected ? seen : (seen += 1)),
    async close() {
      closed = true;
      await ready;
      client?.removeAllListeners('end');
      await client?.end();
    },
  };
}

/** Where nobody tells of commits, no answer is to be trusted: each is a new one. */
function unwatched() {
  let asked = 0;
  return { bump: () => undefined, revision: () => String((asked += 1)), close: () => Promise.resolve() };
}

const PRIMARY_KEYS = `
  select quote_ident(t.relname) as "table", quote_ident(i.relname) as "index", quote_ident(a.attname) as "column"
  from pg_index x
  join pg_class t on t.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
  where x.indisprimary and t.relnamespace = current_schema()::regnamespace`;

/**
 * All rows of a table get the same transaction id, and then a place in the order of the key. The file before that is gone, and
 * with it what was deleted. Two statements that each commit: inside one transaction the rows from before the update would be
 * carried along.
 */
async function rewriteAll(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ table: string; index: string; column: string }>(PRIMARY_KEYS);
  for (const { table, index, column } of rows) {
    await pool.query(`update ${table} set ${column} = ${column}`);
    await pool.query(`cluster ${table} using ${index}`);
  }
}

/**
 * Lends a connection. Drizzle, given a pool, does not give one back that broke at `begin`: after the server restarted a few times
 * none would be left.
 */
async function withClient<Value>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Opens a realm in a PostgreSQL database of its own (`postgres://role:password@host/database`). */
export function openPostgres<Realm extends string, Tables>(
  url: string,
  { realm, folder, tables, watched = true, locking = 'on' }: RealmOptions<Realm, Tables>,
): RealmDatabase<Realm, Tables> {
  const pool = openPool({ connectionString: url, max: WRITERS });
  // A server that refuses writes on this line: what may only read, cannot do otherwise by mistake.
  const reading = openPool({ connectionString: url, max: READERS, options: '-c default_transaction_read_only=on' });
  const database = drizzle({ client: pool });
  const t = tables(postgresKit);
  const session = (db: Queries): Session<Tables> => ({ db, t, k: postgresKit });
  const channel = `${realm}_changed`;
  const commits = watched ? watchCommits(url, channel) : unwatched();

  return {
    realm,
    read: session(drizzle({ client: reading })),
    async write(work, { rowLocks = false } = {}) {
      if (locking === 'off') return work(session(database));
      const isolationLevel = rowLocks ? 'read committed' : 'serializable';
      for (let attempt = 1; ; attempt += 1) {
        try {
          const value = await withClient(pool, (client) =>
            drizzle({ client }).transaction(
              async (transaction) => {
                const result = await work(session(transaction));
                if (watched) await transaction.execute(`notify "${channel}"`);
                return result;
              },
              { isolationLevel },
            ),
          );
          commits.bump();
          return value;
        } catch (error) {
          if (attempt >= TRIES || !AGAIN.has(codeOf(error))) throw error;
          await pause(Math.random() * 5 * attempt);
        }
      }
    },
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
        await migrate(drizzle({ client }), { migrationsFolder: join(folder, 'postgres') });
      } finally {
        await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).finally(() => client.release());
      }
    },
    async ping() {
      await reading.query('select 1');
    },
    revision: () => commits.revision(),
    wipeDeleted: () => Promise.resolve(),
    rewrite: () => rewriteAll(pool),
    copyTo: () => Promise.reject(new Error('Make copies of a PostgreSQL database with pg_dump.')),
    async [Symbol.asyncDispose]() {
      await commits.close();
      await Promise.all([pool.end(), reading.end()]);
    },
  };
}
