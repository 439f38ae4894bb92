import { join } from 'node:path';
import { DAY_MS, newId as randomId, type NewId, type Now } from '../../domain/kernel/index.ts';
import type { OutboxStore } from '../../domain/outbox/index.ts';
import type { Patience, SignUpStore } from '../../domain/sign-ups/index.ts';
import { openRealm, type RealmTarget } from '../engine/index.ts';
import { makeOutboxStore } from './outbox-store.ts';
import { makeExtendAnswer } from './places.ts';
import { makeSignUpStore } from './sign-up-store.ts';
import { defineTables, type ResidentsDatabase } from './tables.ts';

export interface Residents {
  readonly database: ResidentsDatabase;
  readonly signUps: SignUpStore;
  readonly outbox: OutboxStore;
}

const A_DAY: Patience = { confirmMs: DAY_MS, offerMs: DAY_MS };

interface Options {
  /** Dates the letters. */
  readonly now?: Now;
  readonly newId?: NewId;
  /** How long residents have to answer what was asked; a day unless told otherwise. */
  readonly patience?: Patience;
  /** See `RealmOptions.locking`: only for the negative control. */
  readonly locking?: 'on' | 'off';
}

/** Opens the realm with residents' names. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openResidents(
  target: RealmTarget,
  { now = () => new Date(), newId = randomId, patience = A_DAY, locking = 'on' }: Options = {},
): Residents {
  const folder = join(import.meta.dirname, '../../../db/residents');
  const database = openRealm(target, { realm: 'residents', folder, tables: defineTables, watched: false, locking });
  return {
    database,
    signUps: makeSignUpStore({ database, now, newId, patience }),
    outbox: makeOutboxStore(database, makeExtendAnswer(patience)),
  };
}
