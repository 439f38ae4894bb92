import { asc, eq, max } from 'drizzle-orm';
import type { DialogueStore, NewTurn, Reply, SignalState } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import type { SignalsDatabase, SignalsTables } from './tables.ts';

type Tx = Session<SignalsTables>;

const stateOf = async ({ db, t }: Tx, signalId: string): Promise<SignalState | undefined> =>
  (await db.select({ state: t.signals.state }).from(t.signals).where(eq(t.signals.id, signalId)))[0]?.state;

/** The number of the last turn; 0 when nothing was said yet. */
async function lastTurn({ db, t }: Tx, signalId: string): Promise<number> {
  const [found] = await db
    .select({ last: max(t.turns.turn) })
    .from(t.turns)
    .where(eq(t.turns.signalId, signalId));
  return found?.last ?? 0;
}

async function addTurn(tx: Tx, turn: NewTurn, to: SignalState | undefined): Promise<void> {
  const { db, t } = tx;
  await db.insert(t.turns).values({ ...turn, turn: (await lastTurn(tx, turn.signalId)) + 1 });
  if (to !== undefined) await db.update(t.signals).set({ state: to }).where(eq(t.signals.id, turn.signalId));
}

const isSpent = async ({ db, t }: Tx, hash: string): Promise<boolean> =>
  (await db.$count(t.spentForms, eq(t.spentForms.hash, hash))) > 0;

async function storeReply(tx: Tx, { turn, spent, from, reopens, most }: Reply) {
  if (await isSpent(tx, spent.same)) return 'known';
  if (await isSpent(tx, spent.form)) return 'spent';
  const state = await stateOf(tx, turn.signalId);
  if (state === undefined || !from.includes(state)) return 'stale';
  if ((await lastTurn(tx, turn.signalId)) >= most) return 'enough';
  const { db, t } = tx;
  await db.insert(t.spentForms).values([spent.form, spent.same].map((hash) => ({ hash, week: turn.week })));
  await addTurn(tx, turn, reopens.includes(state) ? 'new' : undefined);
  return 'said';
}

/** What the desk and the holder of a receipt code say to each other. */
export function makeDialogueStore(database: SignalsDatabase): DialogueStore {
  const { db, t } = database.read;
  return {
    async byReceipt(lookup) {
      const { id, state, receiptHash, receiptLookup } = t.signals;
      const [found] = await db.select({ id, state, receiptHash }).from(t.signals).where(eq(receiptLookup, lookup));
      return found;
    },

    turns: (signalId) => db.select().from(t.turns).where(eq(t.turns.signalId, signalId)).orderBy(asc(t.turns.turn)),

    reply: (reply) => database.write((tx) => storeReply(tx, reply)),

    withdraw: (signalId) =>
      database.write(async (tx) => {
        await tx.db.delete(tx.t.photos).where(eq(tx.t.photos.signalId, signalId));
        await tx.db.delete(tx.t.turns).where(eq(tx.t.turns.signalId, signalId));
        await tx.db.delete(tx.t.proposals).where(eq(tx.t.proposals.signalId, signalId));
        await tx.db.delete(tx.t.signals).where(eq(tx.t.signals.id, signalId));
      }),

    wipe: () => database.wipeDeleted(),
  };
}
