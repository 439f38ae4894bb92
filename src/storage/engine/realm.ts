import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Kit } from './kit.ts';

/** The query surface that both engines share: no execute(), no nested transaction(). */
export type Queries = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'>;

/** What a store method works with: queries, the tables of its realm, and the few expressions that differ per engine. */
export interface Session<Tables> {
  readonly db: Queries;
  readonly t: Tables;
  readonly k: Kit;
}

export interface WriteOptions {
  /**
   * False (usual): one serialisable transaction, repeated when PostgreSQL asks for it.
   * True: read committed; `work` is one statement, or first takes the row locks it needs (`k.forUpdate`, an upsert). For queues
   * at one row, where serialisable transactions would mostly repeat each other.
   */
  readonly rowLocks?: boolean;
}

/**
 * One realm's database. The realm is part of the type, so that a store of one realm cannot be given the handle of another.
 */
export interface RealmDatabase<Realm extends string, Tables> extends AsyncDisposable {
  readonly realm: Realm;
  /** Reads, outside a transaction; it cannot write. */
  readonly read: Session<Tables>;
  /** One durable transaction: commits when `work` resolves, rolls back when it rejects. Do no other input or output inside. */
  write<Value>(work: (session: Session<Tables>) => Promise<Value>, options?: WriteOptions): Promise<Value>;
  /** Brings the tables up to date. Several processes may start at once. */
  migrate(): Promise<void>;
  /** Rejects when the database cannot be asked, or when its file is no longer the one that was opened. */
  ping(): Promise<void>;
  /** Changes with each commit, also one by another process (on PostgreSQL within moments). For caches. */
  revision(): string;
  /** Removes deleted rows from the files as well (SQLite: WAL and free pages); PostgreSQL leaves that to autovacuum. */
  wipeDeleted(): Promise<void>;
  /**
   * Writes all tables anew in the order of their keys: with random keys, no file tells any more in which order rows came.
   * Nothing that was deleted survives this, on PostgreSQL either. Writers wait meanwhile, so do it when it is quiet.
   */
  rewrite(): Promise<void>;
  /** Writes a whole, compact copy to a file that does not exist yet. SQLite only: PostgreSQL brings its own (`pg_dump`). */
  copyTo(file: string): Promise<void>;
}

/** How to open a realm; `folder` is its folder in db/, with sqlite/ and postgres/ in it. */
export interface RealmOptions<Realm extends string, Tables> {
  readonly realm: Realm;
  readonly folder: string;
  readonly tables: (kit: Kit) => Tables;
  /**
   * False: no cache goes by `revision`, which then changes with every question on PostgreSQL. Telling other processes of each
   * commit makes commits there wait for one another.
   */
  readonly watched?: boolean;
  /** Only for the negative control in tests/stores: `off` runs without transactions, and must then lose races. */
  readonly locking?: 'on' | 'off';
}
