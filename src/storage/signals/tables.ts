import { SIGNAL_KINDS, SIGNAL_STATES } from '../../domain/signals/index.ts';
import type { Kit, RealmDatabase } from '../engine/index.ts';

/**
 * Anonymous signals. No column may lead to a person: no name, address, device, account or session, and no time finer than
 * a week. In SQLite the table is WITHOUT ROWID (see the migration): its order is that of random ids, not of arrival.
 */
export function defineTables(k: Kit) {
  const signals = k.table(
    'signals',
    {
      id: k.text('id').primaryKey(),
      buurtId: k.text('buurt_id').notNull(),
      kind: k.oneOf('kind', SIGNAL_KINDS).notNull(),
      text: k.text('text').notNull(),
      themeId: k.text('theme_id'),
      cell: k.text('cell'),
      week: k.text('week').notNull(),
      state: k.oneOf('state', SIGNAL_STATES).notNull(),
      receiptHash: k.text('receipt_hash').notNull(),
      receiptLookup: k.text('receipt_lookup').notNull(),
    },
    (t) => [
      k.unique('signals_receipt').on(t.receiptLookup),
      k.index('signals_queue').on(t.state, t.week, t.id),
      k.index('signals_by_buurt').on(t.buurtId, t.state),
    ],
  );
  return { signals };
}

export type SignalsTables = ReturnType<typeof defineTables>;
export type SignalsDatabase = RealmDatabase<'signals', SignalsTables>;
