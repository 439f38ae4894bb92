import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { movesUp, type ListState, type SignUp, type WaitingEntry } from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;
export type List = ResidentsTables['signUpLists']['$inferSelect'];

export const signUpColumns = ({ signUps }: ResidentsTables) => ({
  id: signUps.id,
  meetingId: signUps.meetingId,
  number: signUps.number,
  state: signUps.state,
  name: signUps.name,
  email: signUps.email,
  people: signUps.people,
  needs: signUps.needs,
  createdAt: signUps.createdAt,
});

/** More people than places happens: an organiser may take places away. Nobody who has a place loses it. */
export const stateOf = ({ places, taken, waiting, turn }: List): ListState => ({
  left: Math.max(0, places - taken),
  waiting,
  turn,
});

const lock = prepared('sign_up_list_lock', ({ db, t: { signUpLists: lists } }: Tx) =>
  db
    .insert(lists)
    .values({
      meetingId: given('meetingId'),
      places: given('places'),
      taken: 0,
      waiting: 0,
      lastNumber: given('numbers'),
      turn: 1,
    })
    .onConflictDoUpdate({
      target: lists.meetingId,
      set: { lastNumber: sql`${lists.lastNumber} + excluded.last_number`, turn: sql`${lists.turn} + 1` },
    })
    .returning(),
);

/**
 * Locks the meeting's list and gives out `numbers`. `places` counts when the list is new: later the organiser's last word does,
 * so that a sign-up that began before a change cannot undo it.
 */
export async function lockList(tx: Tx, meetingId: string, { places, numbers }: { places: number; numbers: number }) {
  // An upsert holds the row until the transaction ends, just as `for update` does.
  const [list] = await lock(tx, { meetingId, places, numbers });
  if (list === undefined) throw new Error(`No list for meeting ${meetingId}.`);
  return list;
}

/** Who comes when nobody waits gets places at once when they are there; everybody else joins the queue. By the one rule. */
export const stateOnArrival = ({ places, taken, waiting }: List, signUp: WaitingEntry): 'placed' | 'waiting' =>
  waiting === 0 && movesUp([signUp], places - taken).length > 0 ? 'placed' : 'waiting';

/** The list with one more on it. */
export const arrived = (list: List, { state, people }: SignUp): List =>
  state === 'placed' ? { ...list, taken: list.taken + people } : { ...list, waiting: list.waiting + 1 };

/** Gives the places that are free by the one rule; tells the list after it and who moved up. */
export async function giveFreePlaces({ db, t }: Tx, list: List): Promise<{ list: List; placed: SignUp[] }> {
  const free = list.places - list.taken;
  if (free <= 0 || list.waiting === 0) return { list, placed: [] };
  const { signUps } = t;
  const waiting = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(and(eq(signUps.meetingId, list.meetingId), eq(signUps.state, 'waiting')))
    .orderBy(asc(signUps.number))
    // Each takes at least one place: further on nobody can fit.
    .limit(free);
  const ids = new Set(movesUp(waiting, free));
  if (ids.size === 0) return { list, placed: [] };
  await db
    .update(signUps)
    .set({ state: 'placed' })
    .where(inArray(signUps.id, [...ids]));
  const placed = waiting.filter(({ id }) => ids.has(id)).map((signUp) => ({ ...signUp, state: 'placed' as const }));
  const people = placed.reduce((sum, signUp) => sum + signUp.people, 0);
  return { list: { ...list, taken: list.taken + people, waiting: list.waiting - placed.length }, placed };
}

const recount = prepared('sign_up_list_recount', ({ db, t: { signUpLists: lists } }: Tx) =>
  db
    .update(lists)
    .set({ taken: sql`${given('taken')}`, waiting: sql`${given('waiting')}` })
    .where(eq(lists.meetingId, given('meetingId'))),
);

/** After a sign-up: only who has a place and who waits can be another number. */
export async function storeCounts(tx: Tx, { meetingId, taken, waiting }: List): Promise<void> {
  await recount(tx, { meetingId, taken, waiting });
}

export async function storeList({ db, t }: Tx, { meetingId, ...list }: List): Promise<void> {
  const { places, taken, waiting, turn, forgetAfter } = list;
  await db
    .update(t.signUpLists)
    .set({ places, taken, waiting, turn, forgetAfter })
    .where(eq(t.signUpLists.meetingId, meetingId));
}
