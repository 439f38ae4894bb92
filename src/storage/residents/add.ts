import { answerBy, arrivesAs, type AddOutcome, type SignUpStore, type Told } from '../../domain/sign-ups/index.ts';
import type { Session } from '../engine/index.ts';
import { onItsWay, type Filing } from './letters.ts';
import { isOldNews, lockList, stateOf, storeCounts, type List } from './lists.ts';
import { settled } from './places.ts';
import { findKnown, insertSignUp, standingOf } from './sign-up-rows.ts';
import type { StoreNeeds } from './sign-up-store.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;
type Adding = Parameters<SignUpStore['add']>;

/** The list with one more on it. */
function arrived(list: List, people: number): List {
  const numbered = { ...list, lastNumber: list.lastNumber + 1 };
  return arrivesAs(list, people) === 'placed'
    ? { ...numbered, taken: list.taken + people }
    : { ...numbered, waiting: list.waiting + 1 };
}

/** Signs up under the list's lock. Nothing here counts over the list: it takes as long for the first as for the last. */
export const makeAdd = ({ database, now, patience, fileLetters }: StoreNeeds): SignUpStore['add'] => {
  async function known(tx: Tx, [form, , letter]: Adding): Promise<Filing[]> {
    const standing = await standingOf(tx, await findKnown(tx, form));
    const about = { signUpId: standing.signUp.id, kind: 'known' as const };
    if (form.origin === 'organiser' || (await onItsWay(tx, about))) return [];
    return [{ ...about, posting: letter(standing, 'known') }];
  }

  return (form, terms, letter) =>
    database.write<AddOutcome>(
      async (tx) => {
        const locked = await lockList(tx, terms);
        if (locked.version !== terms.version || isOldNews(letter, locked)) return { kind: 'stale' };
        const at = now();
        const { list, filings } = await settled(tx, locked, { now: at, patience, letter });
        const told: Told = {
          state: arrivesAs(list, form.people),
          waitingBefore: arrivesAs(list, form.people) === 'waiting' ? list.waiting : 0,
          confirmBy: answerBy(at, patience.confirmMs, list.startsAt),
        };
        const { state, confirmBy } = told;
        const forgetAfter = list.forgetAfter ?? terms.forgetAfter;
        const signUp = await insertSignUp(tx, form, { state, confirmBy, forgetAfter, number: list.lastNumber + 1 });
        if (signUp === undefined) {
          await storeCounts(tx, list);
          await fileLetters(tx, [...filings, ...(await known(tx, [form, terms, letter]))]);
          const standing = await standingOf(tx, await findKnown(tx, form));
          return { kind: 'known', standing, list: stateOf(list), told };
        }
        const after = arrived(list, form.people);
        await storeCounts(tx, after);
        const standing = { signUp, waitingBefore: told.waitingBefore };
        const kind = form.origin === 'web' ? 'received' : state === 'placed' ? 'confirmed' : 'waiting';
        await fileLetters(tx, [...filings, { signUpId: signUp.id, kind, posting: letter(standing, kind) }]);
        return { kind: 'added', standing, list: stateOf(after), told };
      },
      { rowLocks: true },
    );
};
