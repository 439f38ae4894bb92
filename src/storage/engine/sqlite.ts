import { mkdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { sqliteKit } from './kit.ts';
import type { Queries, RealmDatabase, RealmOptions, Session } from './realm.ts';

/** How many waiting transactions share one commit, and so one flush to the disk. */
const BATCH = 64;
/** How long a writer waits for another process before it gives up, in milliseconds. */
const PATIENCE = 10_000;

interface Job<Tables> {
  readonly work: (session: Session<Tables>) => Promise<unknown>;
  readonly done: (value: unknown) => void;
  readonly failed: (error: unknown) => void;
}

class Busy extends Error {}

const isBusy = (error: unknown) =>
  error instanceof Busy ||
  (error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_BUSY') || error.code === 'SQLITE_LOCKED'));

/** Statements that a connection keeps ready; queries with lists of ids have many shapes. */
const KEPT_STATEMENTS = 300;

/** Drizzle prepares every query anew, which takes longer than running it: each connection remembers what it prepared. */
function rememberStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, Database.Statement>();
  const remember = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known !== undefined) {
      // Drizzle asks for rows as arrays by a switch on the statement: a new one has it off.
      if (known.reader) known.raw(false);
      return known;
    }
    const statement = prepare(source);
    kept.set(source, statement);
    for (const [oldest] of kept) {
      if (kept.size <= KEPT_STATEMENTS) break;
      kept.delete(oldest);
    }
    return statement;
  };
  Object.assign(connection, { prepare: remember });
}

function connect(file: string, readonly: boolean): Database.Database {
  // Long enough for two processes that make the file at once.
  const connection = new Database(file, { readonly, timeout: 5_000 });
  connection.pragma('foreign_keys = ON');
  if (!readonly) {
    connection.pragma('journal_mode = WAL');
    // In WAL mode the default (NORMAL) may lose the last commits at a power cut; what we acknowledged must stay.
    connection.pragma('synchronous = FULL');
    connection.pragma('secure_delete = ON');
    // A file of its own in /tmp would outlive the rows in it.
    connection.pragma('temp_store = MEMORY');
  }
  // From here on waiting inside SQLite would stop the whole process: `begin` waits in JavaScript.
  connection.pragma('busy_timeout = 50');
  rememberStatements(connection);
  return connection;
}

/** Keeps trying while another process holds the database; sleeps in between without stopping this one. */
async function whenFree<Value>(attempt: () => Value): Promise<Value> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await pause(1 + Math.random() * 10);
    }
  }
}

/**
 * Runs the migrations that are not in yet, inside the writer's transaction: Drizzle's own migrator looks before it locks, and two
 * processes that start at once would both begin. The table is Drizzle's, so that drizzle-kit understands it.
 */
function migrate(writer: Database.Database, migrationsFolder: string): void {
  writer.exec(
    'create table if not exists __drizzle_migrations (id integer primary key autoincrement, hash text not null, created_at numeric)',
  );
  const done = new Set(writer.prepare('select created_at from __drizzle_migrations').pluck().all());
  const remember = writer.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)');
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder })) {
    if (done.has(folderMillis)) continue;
    for (const statement of sql) writer.exec(statement);
    remember.run(hash, folderMillis);
  }
}

/** Moves all of the WAL into the file and empties it; busy while a reader still needs it. */
function emptyWal(writer: Database.Database): void {
  const busy = writer.pragma('wal_checkpoint(TRUNCATE)', { simple: true });
  if (busy !== 0) throw new Busy('Somebody is still reading the deleted rows.');
}

/**
 * Opens a realm in one SQLite file.
 *
 * One connection writes, in turn: Drizzle cannot run an asynchronous transaction on better-sqlite3 (it rejects and the row
 * stays), so `begin immediate` and `commit` are ours, and nothing else may use that connection meanwhile. Works that wait
 * together share one commit, each in a savepoint of its own.
 */
export function openSqlite<Realm extends string, Tables>(
  file: string,
  { realm, folder, tables, locking = 'on' }: RealmOptions<Realm, Tables>,
): RealmDatabase<Realm, Tables> {
  // A folder that we make ourselves is for the user that runs the portal, and nobody else on the machine.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file, false);
  const reader = connect(file, true);
  const { ino: opened } = statSync(file);
  // Asked for with every request.
  const version = reader.prepare('pragma data_version').pluck();
  const t = tables(sqliteKit);
  const session = (client: Database.Database): Session<Tables> => ({
    db: drizzle({ client }) as unknown as Queries,
    t,
    k: sqliteKit,
  });
  const writing = session(writer);
  const [savepoint, release, rollbackTo] = [
    writer.prepare('SAVEPOINT work'),
    writer.prepare('RELEASE work'),
    writer.prepare('ROLLBACK TO work'),
  ];
  const queue: Job<Tables>[] = [];
  /** Works that may not be inside a transaction; they go before the next one. */
  const outside: (() => Promise<void>)[] = [];
  let draining: Promise<void> | undefined;

  async function inSavepoint({ work, done, failed }: Job<Tables>): Promise<() => void> {
    savepoint.run();
    try {
      const value = await work(writing);
      release.run();
      return () => done(value);
    } catch (error) {
      rollbackTo.run();
      release.run();
      return () => failed(error);
    }
  }

  async function commitTogether(jobs: readonly Job<Tables>[]): Promise<void> {
    try {
      await whenFree(() => writer.exec('BEGIN IMMEDIATE'));
      const answers: (() => void)[] = [];
      for (const job of jobs) answers.push(await inSavepoint(job));
      writer.exec('COMMIT');
      // Only now is it true: what is said before the commit may be lost.
      for (const answer of answers) answer();
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      for (const { failed } of jobs) failed(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0 || outside.length > 0) {
      // The works of one turn of the event loop join.
      await nextTurn();
      const alone = outside.shift();
      await (alone ? alone() : commitTogether(queue.splice(0, BATCH)));
    }
    draining = undefined;
  }

  function enqueue<Value>(work: (session: Session<Tables>) => Promise<Value>): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      queue.push({ work, done: (value) => resolve(value as Value), failed: reject });
      draining ??= drain();
    });
  }

  /** Between two transactions of ours, and as soon as those of other processes leave room: ours wait meanwhile. */
  function alone(work: () => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      outside.push(() => whenFree(work).then(() => resolve(), reject));
      draining ??= drain();
    });
  }

  return {
    realm,
    read: session(reader),
    write: (work) => (locking === 'on' ? enqueue(work) : work(writing)),
    migrate: () => enqueue(() => Promise.resolve(migrate(writer, join(folder, 'sqlite')))),
    async ping() {
      version.get();
      // A file that was removed or replaced goes on working until the restart, and then all of it is gone.
      if ((await stat(file)).ino !== opened) throw new Error('The file is not the one that was opened.');
    },
    revision: () => String(version.get()),
    async wipeDeleted() {
      await whenFree(() => emptyWal(writer));
    },
    async rewrite() {
      await alone(() => writer.exec('VACUUM'));
      await whenFree(() => emptyWal(writer));
    },
    // From the reader: a copy is one long reading, which keeps no writer waiting in this process or another.
    async copyTo(copy) {
      await whenFree(() => reader.prepare('VACUUM INTO ?').run(copy));
    },
    async [Symbol.asyncDispose]() {
      await draining;
      reader.close();
      writer.close();
    },
  };
}
