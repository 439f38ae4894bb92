import { and, asc, eq, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import type {
  AddOutcome,
  NewSignUp,
  SignUp,
  SignUpEvent,
  SignUpStore,
  Standing,
  WriteLetter,
} from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import { makeFileLetters, onItsWay } from './letters.ts';
import {
  arrived,
  giveFreePlaces,
  lockList,
  stateOnArrival,
  signUpColumns,
  stateOf,
  storeCounts,
  storeList,
  type List,
} from './lists.ts';
import type { ResidentsDatabase, ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

interface Needs {
  readonly database: ResidentsDatabase;
  readonly now: Now;
  readonly newId: NewId;
}

const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
const whoIs = ({ email, name }: { email: string; name: string }) => `${plain(email)}\n${plain(name)}`;

async function standingOf({ db, t }: Tx, signUp: SignUp): Promise<Standing> {
  if (signUp.state !== 'waiting') return { signUp, waitingBefore: 0 };
  const { signUps } = t;
  const before = and(
    eq(signUps.meetingId, signUp.meetingId),
    eq(signUps.state, 'waiting'),
    lt(signUps.number, signUp.number),
  );
  return { signUp, waitingBefore: await db.$count(signUps, before) };
}

/** The meeting may have moved to a later day while somebody was signing up. */
const later = (one: Date, other: Date | null) => (other !== null && other > one ? other : one);

/** The letters to those who moved up. */
const movedUp = (placed: readonly SignUp[], letter: WriteLetter) =>
  placed.map((signUp) => ({
    signUpId: signUp.id,
    kind: 'moved-up' as const,
    letter: letter({ signUp, waitingBefore: 0 }, 'moved-up'),
  }));

/** A letter to everybody with a place or on the waiting list, as it is after the change. */
async function tellAll({ db, t }: Tx, meetingId: string, { tell, letter }: { tell: SignUpEvent; letter: WriteLetter }) {
  const { signUps } = t;
  const everybody = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(and(eq(signUps.meetingId, meetingId), ne(signUps.state, 'cancelled')))
    .orderBy(asc(signUps.number));
  let waitingBefore = 0;
  return everybody.map((signUp) => {
    const standing = { signUp, waitingBefore: signUp.state === 'waiting' ? waitingBefore++ : 0 };
    return { signUpId: signUp.id, kind: tell, letter: letter(standing, tell) };
  });
}

/** The row that was in the way of a new one: the same person for the same meeting, or the same form. */
async function findKnown({ db, t }: Tx, { id, meetingId, ...form }: NewSignUp): Promise<SignUp> {
  const { signUps } = t;
  const same = and(eq(signUps.meetingId, meetingId), eq(signUps.who, whoIs(form)), ne(signUps.state, 'cancelled'));
  const [known] = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(or(same, eq(signUps.id, id)));
  if (known === undefined) throw new Error(`Sign-up ${id} could not be stored: its link or its number is taken.`);
  return known;
}

/** No row comes back when it is on the list already. */
const insertSignUp = prepared('sign_up_insert', ({ db, t }: Tx) =>
  db
    .insert(t.signUps)
    .values({
      id: given('id'),
      meetingId: given('meetingId'),
      number: given('number'),
      state: given('state'),
      who: given('who'),
      name: given('name'),
      email: given('email'),
      people: given('people'),
      needs: given('needs'),
      linkHash: given('linkHash'),
      createdAt: given('createdAt'),
      forgetAfter: given('forgetAfter'),
    })
    .onConflictDoNothing()
    .returning(signUpColumns(t)),
);

export function makeSignUpStore({ database, now, newId }: Needs): SignUpStore {
  const { read } = database;
  const fileLetters = makeFileLetters({ now, newId });

  async function known(tx: Tx, list: List, { signUp, letter }: { signUp: NewSignUp; letter: WriteLetter }) {
    const { signUpLists: lists } = tx.t;
    // The number that was taken for it goes back.
    await tx.db
      .update(lists)
      .set({ lastNumber: sql`${lists.lastNumber} - 1` })
      .where(eq(lists.meetingId, list.meetingId));
    const standing = await standingOf(tx, await findKnown(tx, signUp));
    const about = { signUpId: standing.signUp.id, kind: 'known' as const };
    if (!(await onItsWay(tx, about))) await fileLetters(tx, [{ ...about, letter: letter(standing, 'known') }]);
    return { kind: 'known', standing, list: stateOf(list) } as const;
  }

  async function added(tx: Tx, before: List, { signUp, letter }: { signUp: SignUp; letter: WriteLetter }) {
    const withIt = arrived(before, signUp);
    // Places can be free while others wait, when the organiser just added some.
    const { list, placed } = await giveFreePlaces(tx, withIt);
    await storeCounts(tx, list);
    const now = placed.find(({ id }) => id === signUp.id) ?? signUp;
    const waitingBefore = now.state === 'waiting' ? list.waiting - 1 : 0;
    const standing: Standing = { signUp: now, waitingBefore };
    const others = placed.filter(({ id }) => id !== signUp.id);
    await fileLetters(tx, [
      { signUpId: signUp.id, kind: 'received', letter: letter(standing, 'received') },
      ...movedUp(others, letter),
    ]);
    return { kind: 'added', standing, list: stateOf(list) } as const;
  }

  return {
    add: (form, places, letter) =>
      database.write<AddOutcome>(
        async (tx) => {
          const list = await lockList(tx, form.meetingId, { places, numbers: 1 });
          const row = {
            ...form,
            who: whoIs(form),
            number: list.lastNumber,
            state: stateOnArrival(list, form),
            forgetAfter: later(form.forgetAfter, list.forgetAfter),
          };
          const [signUp] = await insertSignUp(tx, row);
          return signUp ? added(tx, list, { signUp, letter }) : known(tx, list, { signUp: form, letter });
        },
        { rowLocks: true },
      ),

    cancel: (linkHash, letter) =>
      database.write(
        async (tx) => {
          const { signUps, signUpLists: lists } = tx.t;
          const byLink = tx.db
            .select(signUpColumns(tx.t))
            .from(signUps)
            .where(eq(signUps.linkHash, linkHash))
            .$dynamic();
          const [found] = await byLink;
          if (found === undefined) return undefined;
          const [before] = await tx.k.forUpdate(
            tx.db.select().from(lists).where(eq(lists.meetingId, found.meetingId)).$dynamic(),
          );
          // Only under the lock it is sure that nobody cancelled or moved it meanwhile.
          const [current] = await byLink;
          if (before === undefined || current === undefined) return undefined;
          if (current.state === 'cancelled') return { signUp: current, list: stateOf(before) };
          return cancelled(tx, before, { signUp: current, letter });
        },
        { rowLocks: true },
      ),

    setTerms: (meetingId, { places, forgetAfter, tell }, letter) =>
      database.write(
        async (tx) => {
          const before = await lockList(tx, meetingId, { places, numbers: 0 });
          const { list, placed } = await giveFreePlaces(tx, { ...before, places, forgetAfter });
          await storeList(tx, list);
          await tx.db.update(tx.t.signUps).set({ forgetAfter }).where(eq(tx.t.signUps.meetingId, meetingId));
          const told = tell === null ? [] : await tellAll(tx, meetingId, { tell, letter });
          await fileLetters(tx, [...told, ...movedUp(placed, letter)]);
          return stateOf(list);
        },
        { rowLocks: true },
      ),

    async findByLink(linkHash) {
      const { db, t } = read;
      const [signUp] = await db.select(signUpColumns(t)).from(t.signUps).where(eq(t.signUps.linkHash, linkHash));
      return signUp && standingOf(read, signUp);
    },

    list(meetingId) {
      const { db, t } = read;
      return db
        .select(signUpColumns(t))
        .from(t.signUps)
        .where(eq(t.signUps.meetingId, meetingId))
        .orderBy(asc(t.signUps.number));
    },

    async listState(meetingId, places) {
      const { db, t } = read;
      const [list] = await db.select().from(t.signUpLists).where(eq(t.signUpLists.meetingId, meetingId));
      return list ? stateOf({ ...list, places }) : { left: places, waiting: 0, turn: 0 };
    },

    async forget(now) {
      const gone = await database.write((tx) =>
        tx.db.delete(tx.t.signUps).where(lte(tx.t.signUps.forgetAfter, now)).returning({ id: tx.t.signUps.id }),
      );
      // Also when nothing went now: an earlier wipe may have been cut off.
      await database.wipeDeleted();
      return gone.length;
    },
  };

  async function cancelled(tx: Tx, before: List, { signUp, letter }: { signUp: SignUp; letter: WriteLetter }) {
    await tx.db.update(tx.t.signUps).set({ state: 'cancelled' }).where(eq(tx.t.signUps.id, signUp.id));
    const freed = signUp.state === 'placed' ? { taken: before.taken - signUp.people } : { waiting: before.waiting - 1 };
    const { list, placed } = await giveFreePlaces(tx, { ...before, ...freed, turn: before.turn + 1 });
    await storeList(tx, list);
    const gone = { ...signUp, state: 'cancelled' as const };
    await fileLetters(tx, [
      { signUpId: gone.id, kind: 'cancelled', letter: letter({ signUp: gone, waitingBefore: 0 }, 'cancelled') },
      ...movedUp(placed, letter),
    ]);
    return { signUp: gone, list: stateOf(list) };
  }
}
