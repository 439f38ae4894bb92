import type { Adapter } from 'lucia';
import { join } from 'node:path';
import type { AccountStore } from '../../domain/accounts/index.ts';
import type { AuditStore } from '../../domain/audit/index.ts';
import type { DraftStore } from '../../domain/drafts/index.ts';
import type { PictureStore } from '../../domain/pictures/index.ts';
import { makePictureFiles, openRealm, type RealmTarget } from '../engine/index.ts';
import { makeAccountStore } from './account-store.ts';
import { makeAuditStore } from './audit-store.ts';
import { makeDraftStore } from './draft-store.ts';
import { makeSessionAdapter } from './session-adapter.ts';
import { defineTables, type ProfessionalsDatabase } from './tables.ts';

export interface Professionals {
  readonly database: ProfessionalsDatabase;
  readonly accounts: AccountStore;
  /** What lucia keeps its sessions in. */
  readonly sessionAdapter: Adapter;
  readonly drafts: DraftStore;
  readonly audit: AuditStore;
  /** Pictures of drafts; no public address reaches them. */
  readonly pictures: PictureStore;
}

/** Opens the realm of those who work with the portal. Call `database.migrate()` before the first use, and dispose of it at the end. */
export function openProfessionals(target: RealmTarget): Professionals {
  const folder = join(import.meta.dirname, '../../../db/professionals');
  const database = openRealm(target, { realm: 'professionals', folder, tables: defineTables });
  return {
    database,
    accounts: makeAccountStore(database),
    sessionAdapter: makeSessionAdapter(database),
    drafts: makeDraftStore(database),
    audit: makeAuditStore(database),
    pictures: makePictureFiles(database),
  };
}
