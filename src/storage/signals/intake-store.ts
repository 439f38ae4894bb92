import { eq, notInArray } from 'drizzle-orm';
import type { IntakeStore, SealedSignal } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import type { SignalsDatabase, SignalsTables } from './tables.ts';

type Tx = Session<SignalsTables>;

/** The row of a signal and of its photo, in the transaction of the caller. */
export async function insertSignal({ db, t }: Tx, { photo, ...signal }: SealedSignal): Promise<void> {
  await db.insert(t.signals).values(signal);
  if (photo !== null) await db.insert(t.photos).values({ signalId: signal.id, sealed: photo, keyId: signal.keyId });
}

/** Rows that belong to a signal, and outlived it. */
async function sweep({ db, t }: Tx): Promise<number> {
  const signals = db.select({ id: t.signals.id }).from(t.signals);
  const swept = [
    ...(await db.delete(t.photos).where(notInArray(t.photos.signalId, signals)).returning({ id: t.photos.signalId })),
    ...(await db.delete(t.turns).where(notInArray(t.turns.signalId, signals)).returning({ id: t.turns.signalId })),
    ...(await db
      .delete(t.proposals)
      .where(notInArray(t.proposals.signalId, signals))
      .returning({ id: t.proposals.signalId })),
  ];
  return swept.length;
}

/** Where signals come in. */
export const makeIntakeStore = (database: SignalsDatabase): IntakeStore => ({
  add: (signal, formHash) =>
    database.write(
      async (tx) => {
        const { db, t } = tx;
        // First the form: of two that come at once, the second waits here until the first is stored.
        const spent = await db
          .insert(t.spentForms)
          .values({ hash: formHash, week: signal.week })
          .onConflictDoNothing()
          .returning({ hash: t.spentForms.hash });
        // A phone that heard no answer may send again when the used form is forgotten already: the receipt knows it.
        const there = await db.$count(t.signals, eq(t.signals.receiptLookup, signal.receiptLookup));
        if (there > 0) return 'known';
        if (spent.length === 0) return 'spent';
        await insertSignal(tx, signal);
        return 'added';
      },
      { rowLocks: true },
    ),

  async sweepOrphans() {
    const swept = await database.write(sweep);
    if (swept > 0) await database.wipeDeleted();
    return swept;
  },
});
