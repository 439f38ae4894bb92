import { and, asc, eq, inArray, isNotNull, lte, notExists, sql } from 'drizzle-orm';
import {
  answerBy,
  answerByAfter,
  hasPlace,
  movesUp,
  type Patience,
  type SignUp,
  type WriteLetter,
} from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import { ASKING, type Filing } from './letters.ts';
import { signUpColumns, type List } from './lists.ts';
import type { ExtendAnswer } from './outbox-store.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

/** A list after a change, with the letters that go with it. */
export interface Change {
  readonly list: List;
  readonly filings: readonly Filing[];
}

/** How a change is made: at which instant, how long who is asked something has, and who writes the letters. */
export interface Means {
  readonly now: Date;
  readonly patience: Patience;
  readonly letter: WriteLetter;
}

/** Who was asked something by a letter that has not left yet cannot have answered: such a sign-up is not overdue. */
export const askingLetterLeft = ({ db, t: { letters, signUps } }: Tx) =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(letters)
      .where(and(eq(letters.signUpId, signUps.id), isNotNull(letters.dueAt), inArray(letters.kind, [...ASKING]))),
  );

const overdueOn = prepared('sign_ups_overdue', (tx: Tx) => {
  const { signUps } = tx.t;
  const overdue = and(
    eq(signUps.meetingId, given('meetingId')),
    lte(signUps.answerBy, given('now', signUps.answerBy)),
    askingLetterLeft(tx),
  );
  const columns = { id: signUps.id, state: signUps.state, people: signUps.people };
  return tx.k.forUpdate(tx.db.select(columns).from(signUps).where(overdue).$dynamic());
});

/** Lets lapse what was not answered in time. While a meeting is off nobody can answer, and nobody has to. */
async function lapse(tx: Tx, list: List, now: Date): Promise<List> {
  if (list.off) return list;
  const late = await overdueOn(tx, { meetingId: list.meetingId, now });
  if (late.length === 0) return list;
  const ids = late.map(({ id }) => id);
  await tx.db.update(tx.t.signUps).set({ state: 'lapsed', answerBy: null }).where(inArray(tx.t.signUps.id, ids));
  const placed = late.filter(({ state }) => hasPlace(state));
  const freed = placed.reduce((sum, { people }) => sum + people, 0);
  return { ...list, taken: list.taken - freed, waiting: list.waiting - (late.length - placed.length) };
}

/**
 * Gives the places that are free by the one rule. Who confirmed is offered a place, and asked whether it still suits; for who
 * did not confirm yet it is held, as they are asked already.
 */
export async function giveFreePlaces({ db, t }: Tx, list: List, { now, patience, letter }: Means): Promise<Change> {
  const free = list.places - list.taken;
  const begun = list.startsAt !== null && list.startsAt <= now;
  if (free <= 0 || list.waiting === 0 || list.off || begun) return { list, filings: [] };
  const { signUps } = t;
  const waiting = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(and(eq(signUps.meetingId, list.meetingId), eq(signUps.state, 'waiting')))
    .orderBy(asc(signUps.number))
    // Each takes at least one place: further on nobody can fit.
    .limit(free);
  const ids = new Set(movesUp(waiting, free));
  const fit = waiting.filter(({ id }) => ids.has(id));
  const until = answerBy(now, patience.offerMs, list.startsAt);
  const offered = fit
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .map((signUp): SignUp => ({ ...signUp, state: 'offered', answerBy: until }));
  const held = fit.filter(({ confirmedAt }) => confirmedAt === null);
  const set = async (which: readonly { id: string }[], change: Partial<Pick<SignUp, 'state' | 'answerBy'>>) => {
    if (which.length === 0) return;
    const these = which.map(({ id }) => id);
    await db.update(signUps).set(change).where(inArray(signUps.id, these));
  };
  await set(offered, { state: 'offered', answerBy: until });
  await set(held, { state: 'placed' });
  const people = fit.reduce((sum, signUp) => sum + signUp.people, 0);
  return {
    list: { ...list, taken: list.taken + people, waiting: list.waiting - fit.length },
    filings: offered.map((signUp) => {
      const posting = letter({ signUp, waitingBefore: 0 }, 'offered');
      return { signUpId: signUp.id, kind: 'offered' as const, posting };
    }),
  };
}

/** What comes first in every change of a list: what is overdue lapses, and the next in the queue get those places. */
export const settled = async (tx: Tx, list: List, means: Means): Promise<Change> =>
  giveFreePlaces(tx, await lapse(tx, list, means.now), means);

/** See `ExtendAnswer`. */
export const makeExtendAnswer =
  (patience: Patience): ExtendAnswer =>
  async ({ db, t }, signUpId, sent) => {
    const { signUps, signUpLists: lists } = t;
    const [asked] = await db
      .select({ state: signUps.state, promised: signUps.answerBy, startsAt: lists.startsAt })
      .from(signUps)
      .innerJoin(lists, eq(lists.meetingId, signUps.meetingId))
      .where(eq(signUps.id, signUpId));
    if (asked == null || asked.promised === null) return;
    const { state, promised, startsAt } = asked;
    const ms = state === 'offered' ? patience.offerMs : patience.confirmMs;
    const until = answerByAfter({ promised, sent }, ms, startsAt);
    // Only when it is still the same question: an answer may have come meanwhile.
    const same = and(eq(signUps.id, signUpId), eq(signUps.state, state), eq(signUps.answerBy, promised));
    await db.update(signUps).set({ answerBy: until }).where(same);
  };
