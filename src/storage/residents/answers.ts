import { eq } from 'drizzle-orm';
import {
  arrivesAs,
  hasPlace,
  roomFor,
  yesTo,
  type SignUp,
  type SignUpEvent,
  type SignUpRef,
  type SignUpStore,
  type WriteLetter,
} from '../../domain/sign-ups/index.ts';
import type { Session } from '../engine/index.ts';
import type { Filing } from './letters.ts';
import { holdList, stateOf, storeCounts, type List } from './lists.ts';
import { giveFreePlaces, settled, type Means } from './places.ts';
import { findSignUp, findTwin, standingOf } from './sign-up-rows.ts';
import type { StoreNeeds } from './sign-up-store.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

/** A sign-up and its list, both held, once what is overdue has lapsed. */
interface Held {
  readonly tx: Tx;
  readonly signUp: SignUp;
  readonly list: List;
  readonly means: Means;
}

/** The sign-up after the change, the list with it, and which letter tells so; null when nothing changed. */
interface Step {
  readonly signUp: SignUp;
  readonly list: List;
  readonly event: SignUpEvent | null;
}

type Changes = Partial<Pick<SignUp, 'state' | 'number' | 'people' | 'confirmedAt' | 'answerBy'>>;

async function store({ tx, signUp }: Pick<Held, 'tx' | 'signUp'>, changes: Changes): Promise<SignUp> {
  await tx.db.update(tx.t.signUps).set(changes).where(eq(tx.t.signUps.id, signUp.id));
  return { ...signUp, ...changes };
}

/** The list without the places, or the turn, of this sign-up. */
function without(list: List, { state, people }: SignUp): List {
  if (hasPlace(state)) return { ...list, taken: list.taken - people };
  return state === 'waiting' ? { ...list, waiting: list.waiting - 1 } : list;
}

/** The yes of who is too late: at the end of the list, as if they signed up now, and confirmed. */
async function joinAgain(held: Held): Promise<Step> {
  const { signUp, list, means } = held;
  const state = arrivesAs(list, signUp.people);
  const number = list.lastNumber + 1;
  const again = await store(held, { state, number, confirmedAt: means.now, answerBy: null });
  const counts = state === 'placed' ? { taken: list.taken + signUp.people } : { waiting: list.waiting + 1 };
  return { signUp: again, list: { ...list, ...counts, lastNumber: number }, event: stands(state) };
}

const stands = (state: 'placed' | 'waiting'): SignUpEvent => (state === 'placed' ? 'confirmed' : 'waiting');

async function sayYes(held: Held): Promise<Step> {
  const { signUp, list, means } = held;
  switch (yesTo(signUp)) {
    case 'nothing':
      return { signUp, list, event: null };
    case 'joins-again':
      return joinAgain(held);
    case 'takes':
      return { signUp: await store(held, { state: 'placed', answerBy: null }), list, event: 'confirmed' };
    case 'confirms': {
      const confirmed = await store(held, { confirmedAt: means.now, answerBy: null });
      return { signUp: confirmed, list, event: stands(signUp.state === 'placed' ? 'placed' : 'waiting') };
    }
  }
}

async function sayNo(held: Held): Promise<Step> {
  const { signUp, list } = held;
  if (signUp.state === 'cancelled') return { signUp, list, event: null };
  const gone = await store(held, { state: 'cancelled', answerBy: null });
  return { signUp: gone, list: without(list, signUp), event: 'cancelled' };
}

/** The places of who leaves go to the next; then all is stored, with the letters. */
async function finish({ tx, means }: Held, { signUp, list, event }: Step) {
  const given = await giveFreePlaces(tx, list, means);
  await storeCounts(tx, given.list);
  // Giving places may have reached this sign-up too: it shrank, and fits now.
  const standing = await standingOf(tx, (await findSignUp(tx, { meetingId: list.meetingId, id: signUp.id })) ?? signUp);
  const told: Filing[] =
    event === null ? [] : [{ signUpId: signUp.id, kind: event, posting: means.letter(standing, event) }];
  return { standing, list: given.list, filings: [...told, ...given.filings] };
}

/** What residents answer, and what an organiser does for them. */
export function makeAnswers(needs: StoreNeeds): Pick<SignUpStore, 'confirm' | 'cancel' | 'changePeople' | 'erase'> {
  const { database, now, patience, fileLetters } = needs;

  /** Finds and holds; undefined when there is no such sign-up. */
  function changing<Value>(ref: SignUpRef, letter: WriteLetter, change: (held: Held) => Promise<Value>) {
    return database.write<Value | undefined>(
      async (tx) => {
        const found = await findSignUp(tx, ref);
        if (found === undefined) return undefined;
        const locked = await holdList(tx, found.meetingId, letter);
        if (locked === undefined) return undefined;
        const means = { now: now(), patience, letter };
        const { list, filings } = await settled(tx, locked, means);
        await storeCounts(tx, list);
        await fileLetters(tx, filings);
        // Only under the lock it is sure how it stands.
        const signUp = await findSignUp(tx, ref);
        return signUp && change({ tx, signUp, list, means });
      },
      { rowLocks: true },
    );
  }

  async function stored(held: Held, step: Step) {
    const { standing, list, filings } = await finish(held, step);
    await fileLetters(held.tx, filings);
    return { standing, list: stateOf(list) };
  }

  return {
    confirm: (ref, letter) =>
      changing(ref, letter, async (held) => {
        // Who signed up anew meanwhile says yes to that.
        const twin = yesTo(held.signUp) === 'joins-again' ? await findTwin(held.tx, held.signUp) : undefined;
        const meant = twin ? { ...held, signUp: twin } : held;
        const tooLate = yesTo(meant.signUp) === 'joins-again';
        return { ...(await stored(meant, await sayYes(meant))), tooLate };
      }),

    cancel: (ref, letter) => changing(ref, letter, async (held) => stored(held, await sayNo(held))),

    changePeople: (ref, people, letter) =>
      changing(ref, letter, async (held) => {
        const { signUp, list } = held;
        const room = roomFor(signUp, people, list);
        if (room !== 'fits') return room;
        const freed = hasPlace(signUp.state) ? { taken: list.taken - signUp.people + people } : {};
        const changed = await store(held, { people });
        return stored(held, { signUp: changed, list: { ...list, ...freed }, event: null });
      }),

    async erase(ref, letter) {
      const list = await changing(ref, letter, async (held) => {
        const { tx, signUp } = held;
        await keepArrived(held);
        await tx.db.delete(tx.t.signUps).where(eq(tx.t.signUps.id, signUp.id));
        const given = await giveFreePlaces(tx, without(held.list, signUp), held.means);
        await storeCounts(tx, given.list);
        await fileLetters(tx, given.filings);
        return stateOf(given.list);
      });
      // It is gone whether or not its traces can be wiped right now: the clock wipes too.
      await database.wipeDeleted().catch(() => undefined);
      return list;
    },
  };

  /** Who came stays counted, without a name. */
  async function keepArrived({ tx, signUp }: Held): Promise<void> {
    if (signUp.arrived === null || signUp.arrived === 0) return;
    const { meetingId, arrived: people } = signUp;
    await tx.db.insert(tx.t.walkIns).values({ id: needs.newId(), meetingId, people });
  }
}
