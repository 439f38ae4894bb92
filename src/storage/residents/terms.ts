import { and, asc, eq, gt, isNotNull, lt, lte, notInArray } from 'drizzle-orm';
import {
  answerBy,
  type ListTerms,
  type NewsSince,
  type SignUpStore,
  type WriteLetter,
} from '../../domain/sign-ups/index.ts';
import type { Session } from '../engine/index.ts';
import type { Filing } from './letters.ts';
import { holdList, lockList, signUpColumns, stateOf, storeCounts, type List } from './lists.ts';
import { askingLetterLeft, settled, type Means } from './places.ts';
import type { StoreNeeds } from './sign-up-store.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

/** A letter to everybody with a place or on the waiting list, as it is after the change; once for each version. */
async function tellAll(
  { db, t }: Tx,
  { meetingId, version }: ListTerms,
  { tell, letter }: { tell: NonNullable<ReturnType<NewsSince>>; letter: WriteLetter },
): Promise<Filing[]> {
  const { signUps } = t;
  const everybody = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(and(eq(signUps.meetingId, meetingId), notInArray(signUps.state, ['cancelled', 'lapsed'])))
    .orderBy(asc(signUps.number));
  let waitingBefore = 0;
  return everybody.map((signUp) => {
    const standing = { signUp, waitingBefore: signUp.state === 'waiting' ? waitingBefore++ : 0 };
    return { signUpId: signUp.id, kind: tell, fact: `${tell}:${version}`, posting: letter(standing, tell) };
  });
}

/** Nobody is asked to answer after the meeting began; and who could not answer while it was off gets time again. */
async function moveDeadlines(
  { db, t: { signUps } }: Tx,
  { before, after }: { readonly before: List; readonly after: List },
  { now, patience }: Means,
) {
  const { meetingId, startsAt } = after;
  const ofList = eq(signUps.meetingId, meetingId);
  if (before.off && !after.off) {
    for (const [state, ms] of [
      ['placed', patience.confirmMs],
      ['waiting', patience.confirmMs],
      ['offered', patience.offerMs],
    ] as const) {
      const until = answerBy(now, ms, startsAt);
      const sooner = and(ofList, eq(signUps.state, state), isNotNull(signUps.answerBy), lt(signUps.answerBy, until));
      await db.update(signUps).set({ answerBy: until }).where(sooner);
    }
  }
  if (startsAt === null) return;
  await db
    .update(signUps)
    .set({ answerBy: startsAt })
    .where(and(ofList, gt(signUps.answerBy, startsAt)));
}

/** What a list takes over from its meeting, and what the clock does to it. */
export function makeTerms({
  database,
  now,
  patience,
  fileLetters,
}: StoreNeeds): Pick<SignUpStore, 'setTerms' | 'overdue' | 'settle'> {
  return {
    setTerms: (terms, news, letter) =>
      database.write(
        async (tx) => {
          const before = await lockList(tx, terms);
          if (terms.version < before.version) return stateOf(before);
          const means = { now: now(), patience, letter };
          const { meetingId, version, places, startsAt, off, forgetAfter } = terms;
          const own = { version, places, startsAt, off, forgetAfter };
          // Before anything lapses: who could not answer while the meeting was off is not late.
          await moveDeadlines(tx, { before, after: { ...before, ...own } }, means);
          const { signUps, signUpLists: lists } = tx.t;
          await tx.db.update(lists).set(own).where(eq(lists.meetingId, meetingId));
          await tx.db.update(signUps).set({ forgetAfter }).where(eq(signUps.meetingId, meetingId));
          const { list, filings } = await settled(tx, { ...before, ...own }, means);
          await storeCounts(tx, list);
          const tell = version > before.version ? news(before.version) : null;
          const told = tell === null ? [] : await tellAll(tx, terms, { tell, letter });
          await fileLetters(tx, [...told, ...filings]);
          return stateOf(list);
        },
        { rowLocks: true },
      ),

    async overdue(at) {
      const { db, t } = database.read;
      const { signUps, signUpLists: lists } = t;
      const rows = await db
        .selectDistinct({ id: signUps.meetingId })
        .from(signUps)
        .innerJoin(lists, eq(lists.meetingId, signUps.meetingId))
        .where(and(lte(signUps.answerBy, at), eq(lists.off, false), askingLetterLeft(database.read)));
      return rows.map(({ id }) => id);
    },

    settle: (meetingId, letter) =>
      database.write(
        async (tx) => {
          const before = await holdList(tx, meetingId, letter);
          if (before === undefined) return undefined;
          const { list, filings } = await settled(tx, before, { now: now(), patience, letter });
          await storeCounts(tx, list);
          await fileLetters(tx, filings);
          return stateOf(list);
        },
        { rowLocks: true },
      ),
  };
}
