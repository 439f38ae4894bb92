import { and, count, eq, isNotNull, max } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { Replacement, StateChange } from '../../domain/signals/index.ts';
import type { Session } from '../engine/index.ts';
import type { SignalsTables } from './tables.ts';

type Tx = Session<SignalsTables>;

/** Somebody else was first: the whole transaction is undone. */
export class Stale extends Error {}

async function mustStillSay({ db, t }: Tx, { id, turns, agreesWith }: StateChange): Promise<number> {
  const [said] = await db
    .select({ n: count(), last: max(t.turns.turn) })
    .from(t.turns)
    .where(eq(t.turns.signalId, id));
  if (turns !== null && said?.n !== turns) throw new Stale();
  if (agreesWith) {
    const [proposed] = await db.select().from(t.proposals).where(eq(t.proposals.signalId, id));
    if (proposed?.decision !== agreesWith.decision || proposed.mark !== agreesWith.mark) throw new Stale();
  }
  return said?.last ?? 0;
}

/** One change, in the transaction of the caller. */
export async function changeState(tx: Tx, change: StateChange): Promise<void> {
  const { db, t } = tx;
  const { id, from, to, proposal, says } = change;
  if (!mayBeId(id)) throw new Stale();
  const changed = await db
    .update(t.signals)
    .set({ state: to })
    // Nobody is left to read an answer to what was forgotten, and nothing would ever forget the answer.
    .where(and(eq(t.signals.id, id), eq(t.signals.state, from), says && isNotNull(t.signals.senderKey)))
    .returning({ id: t.signals.id });
  if (changed.length === 0) throw new Stale();
  const last = await mustStillSay(tx, change);
  // An answer leaves a proposal as it is; every decision ends it.
  if (from === 'proposed' && to !== 'proposed') await db.delete(t.proposals).where(eq(t.proposals.signalId, id));
  if (proposal) await db.insert(t.proposals).values({ signalId: id, ...proposal });
  if (says) await db.insert(t.turns).values({ ...says, signalId: id, turn: last + 1 });
}

const isSame = (one: Uint8Array | null | undefined, other: Uint8Array): boolean =>
  one != null && Buffer.compare(one, other) === 0;

async function replacePhoto({ db, t }: Tx, id: string, { was, now }: NonNullable<Replacement['photo']>): Promise<void> {
  const here = eq(t.photos.signalId, id);
  const [photo] = await db.select({ sealed: t.photos.sealed }).from(t.photos).where(here);
  if (!isSame(photo?.sealed, was)) throw new Stale();
  await (now === null ? db.delete(t.photos).where(here) : db.update(t.photos).set(now).where(here));
}

/** Writes what was blacked out over what was read, in the transaction of the caller. */
export async function replaceSealed(tx: Tx, { id, content, turns = [], photo }: Replacement): Promise<void> {
  const { db, t } = tx;
  if (!mayBeId(id)) throw new Stale();
  if (content) {
    const here = eq(t.signals.id, id);
    const [signal] = await db.select({ sealed: t.signals.sealed }).from(t.signals).where(here);
    if (!isSame(signal?.sealed, content.was)) throw new Stale();
    await db.update(t.signals).set(content.now).where(here);
  }
  for (const { turn, was, now } of turns) {
    const here = and(eq(t.turns.signalId, id), eq(t.turns.turn, turn));
    const [said] = await db.select({ sealed: t.turns.sealedForDesk }).from(t.turns).where(here);
    if (!isSame(said?.sealed, was)) throw new Stale();
    await db.update(t.turns).set({ sealedForDesk: now.sealed, keyId: now.keyId }).where(here);
  }
  if (photo) await replacePhoto(tx, id, photo);
}
