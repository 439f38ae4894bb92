import { and, asc, count, eq } from 'drizzle-orm';
import type { Signal, SignalStore } from '../../domain/signals/index.ts';
import type { SignalsDatabase } from './tables.ts';

export function makeSignalStore(database: SignalsDatabase): SignalStore {
  const { db, t } = database.read;
  const { id, buurtId, kind, text, themeId, cell, week, state } = t.signals;

  return {
    add: (signal) =>
      database.write(async (tx) => {
        const added = await tx.db
          .insert(tx.t.signals)
          .values(signal)
          .onConflictDoNothing()
          .returning({ id: tx.t.signals.id });
        if (added.length > 0) return 'added';
        // The same form again is fine; a receipt that leads to two signals is not.
        if ((await tx.db.$count(tx.t.signals, eq(tx.t.signals.id, signal.id))) === 0)
          throw new Error('Another signal has the same receipt.');
        return 'known';
      }),

    queue: (wanted, limit): Promise<Signal[]> =>
      db
        .select({ id, buurtId, kind, text, themeId, cell, week, state })
        .from(t.signals)
        .where(eq(state, wanted))
        // By week and then by chance: the order tells no more than the week does.
        .orderBy(asc(week), asc(id))
        .limit(limit),

    count: (wanted) => db.$count(t.signals, eq(state, wanted)),

    decide: (signalId, from, to) =>
      database.write(async (tx) => {
        const { signals } = tx.t;
        const decided = await tx.db
          .update(signals)
          .set({ state: to })
          .where(and(eq(signals.id, signalId), eq(signals.state, from)))
          .returning({ id: signals.id });
        return decided.length > 0 ? 'decided' : 'stale';
      }),

    accepted: (buurt) =>
      db
        .select({ themeId, kind, count: count() })
        .from(t.signals)
        .where(and(eq(buurtId, buurt), eq(state, 'accepted')))
        .groupBy(themeId, kind)
        .orderBy(asc(themeId), asc(kind)),
  };
}
