import { join } from 'node:path';
import { newId as randomId, type NewId, type Now } from '../../domain/kernel/index.ts';
import type { OutboxStore } from '../../domain/outbox/index.ts';
import type { SignUpStore } from '../../domain/sign-ups/index.ts';
import { openRealm, type RealmTarget } from '../engine/index.ts';
import { makeOutboxStore } from './outbox-store.ts';
import { makeSignUpStore } from './sign-up-store.ts';
import { defineTables, type ResidentsDatabase } from './tables.ts';

export interface Residents {
  readonly database: ResidentsDatabase;
  readonly signUps: SignUpStore;
  readonly outbox: OutboxStore;
}

interface Options {
  /** Dates the letters. */
  readonly now?: Now;
  readonly newId?: NewId;
  /** See `RealmOptions.locking`: only for the negative control. */
  readonly locking?: 'on' | 'off';
}

/** Opens the realm with residents' names. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openResidents(
  target: RealmTarget,
  { now = () => new Date(), newId = randomId, locking = 'on' }: Options = {},
): Residents {
  const folder = join(import.meta.dirname, '../../../db/residents');
  const database = openRealm(target, { realm: 'residents', folder, tables: defineTables, watched: false, locking });
  return { database, signUps: makeSignUpStore({ database, now, newId }), outbox: makeOutboxStore(database) };
}
