import { DECISIONS_TO_CONFIRM, RELEASE_TABLES, SIGNAL_KINDS, SIGNAL_STATES } from '../../domain/signals/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';

/**
 * Anonymous signals. No column may lead to a person: no name, address, device, account or session, and no time finer than
 * a week. What was written and shown is sealed to the key of the desk; plain is only what is needed to count.
 * In SQLite the tables are WITHOUT ROWID (see the migrations): their order is that of random ids, not of arrival.
 */
const signalTables = (k: Kit) => ({
  signals: k.table(
    'signals',
    {
      id: k.text('id').primaryKey(),
      buurtId: k.text('buurt_id').notNull(),
      kind: k.oneOf('kind', SIGNAL_KINDS).notNull(),
      themeId: k.text('theme_id'),
      /** Of the grid, see domain/signals/place; null: the whole buurt, or no place. */
      cell: k.text('cell'),
      /** ISO week of arrival. */
      week: k.text('week').notNull(),
      state: k.oneOf('state', SIGNAL_STATES).notNull(),
      /** What was written, sealed to the desk key `keyId`; null when it was forgotten and only the tick in a count is left. */
      sealed: k.bytes('sealed'),
      keyId: k.text('key_id'),
      /** Public key that follows from the receipt code: the desk's answers are sealed to it. */
      senderKey: k.bytes('sender_key'),
      receiptHash: k.text('receipt_hash'),
      receiptLookup: k.text('receipt_lookup'),
    },
    (t) => [
      k.unique('signals_receipt').on(t.receiptLookup),
      k.index('signals_queue').on(t.state, t.week, t.id),
      k.index('signals_by_buurt').on(t.buurtId, t.state),
    ],
  ),
  /** At most one for each signal; written in the transaction of its signal. */
  photos: k.table('photos', {
    signalId: k.text('signal_id').primaryKey(),
    sealed: k.bytes('sealed').notNull(),
    keyId: k.text('key_id').notNull(),
  }),
  /** What the desk and the sender said to each other after that. */
  turns: k.table(
    'turns',
    {
      signalId: k.text('signal_id').notNull(),
      /** Counts from 1. */
      turn: k.int('turn').notNull(),
      by: k.oneOf('by', ['desk', 'sender']).notNull(),
      week: k.text('week').notNull(),
      sealedForDesk: k.bytes('sealed_for_desk').notNull(),
      keyId: k.text('key_id').notNull(),
      /** Only what the desk said: the sender can read it again with the code. */
      sealedForSender: k.bytes('sealed_for_sender'),
    },
    (t) => [k.primaryKey({ columns: [t.signalId, t.turn] })],
  ),
  /** Forms that were used up; `hash` cannot be led back to the signal that came of it. Gone after two weeks. */
  spentForms: k.table('spent_forms', {
    hash: k.text('hash').primaryKey(),
    week: k.text('week').notNull(),
  }),
  /** Signals of a portal from before sealing: emptied as soon as there is a desk key. */
  unsealed: k.table('unsealed_signals', {
    id: k.text('id').primaryKey(),
    buurtId: k.text('buurt_id').notNull(),
    kind: k.oneOf('kind', SIGNAL_KINDS).notNull(),
    text: k.text('text').notNull(),
    themeId: k.text('theme_id'),
    cell: k.text('cell'),
    week: k.text('week').notNull(),
    state: k.text('state').notNull(),
    receiptHash: k.text('receipt_hash').notNull(),
    receiptLookup: k.text('receipt_lookup').notNull(),
  }),
});

/** What the desk needs for its work; of the desk itself only a mark, to tell two people apart. */
const deskTables = (k: Kit) => ({
  deskKeys: k.table('desk_keys', {
    id: k.text('id').primaryKey(),
    publicKey: k.bytes('public_key').notNull(),
    /** The secret key, wrapped with a key that argon2id makes of the passphrase. */
    wrapped: k.bytes('wrapped').notNull(),
    salt: k.bytes('salt').notNull(),
    /** Cost of argon2id: KiB and passes. */
    memory: k.int('memory').notNull(),
    passes: k.int('passes').notNull(),
    /** The one that new signals are sealed to; there is one such key at most. */
    active: k.bool('active').notNull(),
    /** Counts from 1; the newest key has the highest. */
    number: k.int('number').notNull(),
  }),
  /** With a second approver: what the first one proposed. */
  proposals: k.table('proposals', {
    signalId: k.text('signal_id').primaryKey(),
    decision: k.oneOf('decision', DECISIONS_TO_CONFIRM).notNull(),
    /** Keyed hash of who proposed it and of the signal: tells only whether the second is somebody else. */
    mark: k.text('mark').notNull(),
  }),
  /** Of how many signals in one cell and week the desk is sure that different people sent them. */
  bursts: k.table(
    'bursts',
    {
      buurtId: k.text('buurt_id').notNull(),
      /** Empty: no cell. */
      cell: k.text('cell').notNull(),
      week: k.text('week').notNull(),
      confirmed: k.int('confirmed').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.buurtId, t.cell, t.week] })],
  ),
  questionLists: k.table('question_lists', {
    id: k.text('id').primaryKey(),
    title: k.text('title').notNull(),
    questions: k.json<readonly string[]>('questions').notNull(),
    /** Counts up with each change: two people who change it at once see it. */
    version: k.int('version').notNull(),
    archived: k.bool('archived').notNull(),
  }),
});

/** What was ever released, in whole numbers: these never leave this realm. */
const releaseTables = (k: Kit) => ({
  releasedCounts: k.table(
    'released_counts',
    {
      /** Counts from 1 within the portal. */
      batch: k.int('batch').notNull(),
      buurtId: k.text('buurt_id').notNull(),
      /** Which of the tables that are published it belongs to. */
      table: k.oneOf('in_table', RELEASE_TABLES).notNull(),
      /** The group within that table, see domain/signals/release. */
      group: k.text('in_group').notNull(),
      count: k.int('count').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.buurtId, t.batch, t.table, t.group] })],
  ),
});

export const defineTables = (k: Kit) => ({ ...signalTables(k), ...deskTables(k), ...releaseTables(k) });

export type SignalsTables = ReturnType<typeof defineTables>;
export type SignalsDatabase = RealmDatabase<'signals', SignalsTables>;
