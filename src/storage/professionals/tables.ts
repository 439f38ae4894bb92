import { DRAFT_KINDS, type Draft } from '../../domain/drafts/index.ts';
import type { Grant } from '../../domain/kernel/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';
import { letterColumns, pictureFilesTable } from '../engine/index.ts';

const RESULTS = ['done', 'refused'] as const;

const accountTables = (k: Kit) => {
  const accounts = k.table(
    'accounts',
    {
      id: k.text('id').primaryKey(),
      email: k.text('email').notNull(),
      /** The address without case: one account each. */
      emailKey: k.text('email_key').notNull(),
      name: k.text('name').notNull(),
      grants: k.json<readonly Grant[]>('grants').notNull(),
      passwordHash: k.text('password_hash'),
      totpSecret: k.text('totp_secret'),
      totpLastStep: k.int('totp_last_step'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.unique('accounts_email').on(t.emailKey)],
  );
  const ofAccount = () =>
    k
      .text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' });
  const invitations = k.table(
    'invitations',
    {
      secretHash: k.text('secret_hash').primaryKey(),
      accountId: ofAccount(),
      expiresAt: k.time('expires_at').notNull(),
    },
    (t) => [k.index('invitations_by_account').on(t.accountId)],
  );
  const sessions = k.table(
    'sessions',
    {
      /** SHA-256 of the id in the cookie: who steals this table cannot log in with it. */
      idHash: k.text('id_hash').primaryKey(),
      accountId: ofAccount(),
      expiresAt: k.time('expires_at').notNull(),
    },
    (t) => [k.index('sessions_by_account').on(t.accountId), k.index('sessions_by_end').on(t.expiresAt)],
  );
  /** Letters to those with an account; they go with it. */
  const letters = k.table('letters', { ...letterColumns(k), accountId: ofAccount() }, (t) => [
    k.index('letters_due').on(t.dueAt),
    k.index('letters_by_account').on(t.accountId),
    k.unique('letters_once').on(t.fact),
  ]);
  return { accounts, invitations, sessions, letters };
};

/** The tables of those who work with the portal. */
export const defineTables = (k: Kit) => ({
  ...accountTables(k),
  drafts: k.table(
    'drafts',
    {
      id: k.text('id').primaryKey(),
      kind: k.oneOf('kind', DRAFT_KINDS).notNull(),
      buurtId: k.text('buurt_id').notNull(),
      subjectId: k.text('subject_id'),
      baseVersion: k.int('base_version'),
      fields: k.json<Draft['fields']>('fields').notNull(),
      revision: k.int('revision').notNull(),
      changedAt: k.time('changed_at').notNull(),
      changedBy: k.text('changed_by').notNull(),
      discardedAt: k.time('discarded_at'),
    },
    (t) => [k.index('drafts_by_buurt').on(t.buurtId, t.changedAt)],
  ),
  audit: k.table(
    'audit',
    {
      id: k.text('id').primaryKey(),
      at: k.time('at').notNull(),
      actorId: k.text('actor_id').notNull(),
      actorName: k.text('actor_name').notNull(),
      action: k.text('action').notNull(),
      object: k.text('object').notNull(),
      buurtId: k.text('buurt_id'),
      result: k.oneOf('result', RESULTS).notNull(),
      note: k.text('note').notNull(),
    },
    (t) => [k.index('audit_by_time').on(t.at), k.index('audit_by_buurt').on(t.buurtId, t.at)],
  ),
  pictureFiles: pictureFilesTable(k),
});

export type ProfessionalsTables = ReturnType<typeof defineTables>;
export type ProfessionalsDatabase = RealmDatabase<'professionals', ProfessionalsTables>;
