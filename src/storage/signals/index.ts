import { join } from 'node:path';
import type { SignalStore } from '../../domain/signals/index.ts';
import { openRealm, type RealmTarget } from '../engine/index.ts';
import { makeSignalStore } from './signal-store.ts';
import { defineTables, type SignalsDatabase } from './tables.ts';

export interface Signals {
  readonly database: SignalsDatabase;
  readonly signals: SignalStore;
}

/** Opens the realm of the anonymous signals. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openSignals(target: RealmTarget): Signals {
  const folder = join(import.meta.dirname, '../../../db/signals');
  const database = openRealm(target, { realm: 'signals', folder, tables: defineTables, watched: false });
  return { database, signals: makeSignalStore(database) };
}
