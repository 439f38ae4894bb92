import { openPostgres } from './postgres.ts';
import type { RealmDatabase, RealmOptions } from './realm.ts';
import { openSqlite } from './sqlite.ts';

/** Where a realm is kept: one SQLite file, or a PostgreSQL database of its own. */
export type RealmTarget = { readonly sqlite: string } | { readonly postgres: string };

/** Opens a realm where it is kept. */
export const openRealm = <Realm extends string, Tables>(
  target: RealmTarget,
  options: RealmOptions<Realm, Tables>,
): RealmDatabase<Realm, Tables> =>
  'sqlite' in target ? openSqlite(target.sqlite, options) : openPostgres(target.postgres, options);
