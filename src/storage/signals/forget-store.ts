import { and, inArray, isNotNull, lte, notInArray, type SQL } from 'drizzle-orm';
import type { ForgetStore, SignalState } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import type { SignalsDatabase, SignalsTables } from './tables.ts';

/** What stays as a tick in a count when all that was written is gone. */
const COUNTING: readonly SignalState[] = ['accepted', 'released'];
/** Signals in one transaction: nobody who sends one has to wait for long. */
const PART = 200;
const NOTHING = { sealed: null, keyId: null, senderKey: null, receiptHash: null, receiptLookup: null };

type Tx = Session<SignalsTables>;

/** Photo, dialogue and what the desk proposed. */
async function deleteBeside({ db, t }: Tx, ids: readonly string[]): Promise<void> {
  await db.delete(t.photos).where(inArray(t.photos.signalId, [...ids]));
  await db.delete(t.turns).where(inArray(t.turns.signalId, [...ids]));
  await db.delete(t.proposals).where(inArray(t.proposals.signalId, [...ids]));
}

async function overdue({ db, t }: Tx, where: SQL | undefined): Promise<string[]> {
  const rows = await db.select({ id: t.signals.id }).from(t.signals).where(where).limit(PART);
  return rows.map(({ id }) => id);
}

async function forgetSome(tx: Tx, lastWeek: string): Promise<number> {
  const { db, t } = tx;
  const old = lte(t.signals.week, lastWeek);
  const gone = await overdue(tx, and(old, notInArray(t.signals.state, [...COUNTING])));
  // A key beside it tells that there still is something to forget.
  const kept = await overdue(tx, and(old, inArray(t.signals.state, [...COUNTING]), isNotNull(t.signals.keyId)));
  await deleteBeside(tx, [...gone, ...kept]);
  if (gone.length > 0) await db.delete(t.signals).where(inArray(t.signals.id, gone));
  if (kept.length > 0) await db.update(t.signals).set(NOTHING).where(inArray(t.signals.id, kept));
  const before = await db.delete(t.unsealed).where(lte(t.unsealed.week, lastWeek)).returning({ id: t.unsealed.id });
  return gone.length + kept.length + before.length;
}

export const makeForgetStore = (database: SignalsDatabase): ForgetStore => ({
  async forgetUpTo(lastWeek) {
    let all = 0;
    for (;;) {
      const some = await database.write((tx) => forgetSome(tx, lastWeek));
      if (some === 0) return all;
      all += some;
    }
  },

  async forgetFormsUpTo(lastWeek) {
    await database.write(({ db, t }) => db.delete(t.spentForms).where(lte(t.spentForms.week, lastWeek)));
  },

  wipe: () => database.wipeDeleted(),
  shuffle: () => database.rewrite(),
});
