import type { Adapter } from 'lucia';
import { join } from 'node:path';
import type { AccountStore } from '../../domain/accounts/index.ts';
import type { AuditStore } from '../../domain/audit/index.ts';
import type { DraftStore } from '../../domain/drafts/index.ts';
import { newId as randomId, type NewId, type Now, type OutboxStore } from '../../domain/kernel/index.ts';
import type { OrganiserPostStore } from '../../domain/organiser-post/index.ts';
import type { PictureStore } from '../../domain/pictures/index.ts';
import { makeLetterQueue, makePictureFiles, openRealm, type RealmTarget } from '../engine/index.ts';
import { makeAccountStore } from './account-store.ts';
import { makeAuditStore } from './audit-store.ts';
import { makeDraftStore } from './draft-store.ts';
import { makeOrganiserPostStore } from './organiser-post-store.ts';
import { makeSessionAdapter } from './session-adapter.ts';
import { defineTables, type ProfessionalsDatabase } from './tables.ts';

export interface Professionals {
  readonly database: ProfessionalsDatabase;
  readonly accounts: AccountStore;
  /** What lucia keeps its sessions in. */
  readonly sessionAdapter: Adapter;
  readonly drafts: DraftStore;
  readonly audit: AuditStore;
  readonly organiserPost: OrganiserPostStore;
  /** Letters to those with an account. */
  readonly outbox: OutboxStore;
  /** Pictures of drafts; no public address reaches them. */
  readonly pictures: PictureStore;
}

interface Options {
  /** Dates the letters. */
  readonly now?: Now;
  readonly newId?: NewId;
}

/** Opens the realm of those who work with the portal. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openProfessionals(
  target: RealmTarget,
  { now = () => new Date(), newId = randomId }: Options = {},
): Professionals {
  const folder = join(import.meta.dirname, '../../../db/professionals');
  const database = openRealm(target, { realm: 'professionals', folder, tables: defineTables });
  return {
    database,
    accounts: makeAccountStore(database),
    sessionAdapter: makeSessionAdapter(database),
    drafts: makeDraftStore(database),
    audit: makeAuditStore(database),
    organiserPost: makeOrganiserPostStore({ database, now, newId }),
    outbox: makeLetterQueue(database),
    pictures: makePictureFiles(database),
  };
}
