import { asc, eq } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import type { Patience, SignUpStore } from '../../domain/sign-ups/index.ts';
import { makeAdd } from './add.ts';
import { makeAnswers } from './answers.ts';
import { makeDoor } from './door.ts';
import { makeForget } from './forgetting.ts';
import { makeFileLetters } from './letters.ts';
import { signUpColumns, stateOf } from './lists.ts';
import { findSignUp, standingOf } from './sign-up-rows.ts';
import type { ResidentsDatabase } from './tables.ts';
import { makePost } from './tell.ts';
import { makeTerms } from './terms.ts';

interface Needs {
  readonly database: ResidentsDatabase;
  readonly now: Now;
  readonly newId: NewId;
  readonly patience: Patience;
}

/** What the parts of this store need. */
export interface StoreNeeds extends Needs {
  readonly fileLetters: ReturnType<typeof makeFileLetters>;
}

type Reading = Pick<SignUpStore, 'find' | 'findByLink' | 'list' | 'listState' | 'knownVersion'>;

function makeReading({ read }: ResidentsDatabase): Reading {
  const { db, t } = read;
  const listOf = async (meetingId: string) => {
    const [list] = await db.select().from(t.signUpLists).where(eq(t.signUpLists.meetingId, meetingId));
    return list;
  };
  const find: SignUpStore['find'] = async (ref) => {
    const signUp = await findSignUp(read, ref);
    return signUp && standingOf(read, signUp);
  };

  return {
    find,
    findByLink: (linkHash) => find({ linkHash }),
    list: (meetingId) =>
      db
        .select(signUpColumns(t))
        .from(t.signUps)
        .where(eq(t.signUps.meetingId, meetingId))
        .orderBy(asc(t.signUps.number)),
    async listState(meetingId, places) {
      const list = await listOf(meetingId);
      return list ? stateOf({ ...list, places }) : { left: places, waiting: 0, turn: 0 };
    },
    knownVersion: async (meetingId) => (await listOf(meetingId))?.version,
  };
}

/** Stores sign-ups; each change of a list is one transaction under its lock. */
export function makeSignUpStore(given: Needs): SignUpStore {
  const { database, now, newId } = given;
  const needs: StoreNeeds = { ...given, fileLetters: makeFileLetters({ now, newId }) };
  return {
    ...makeReading(database),
    add: makeAdd(needs),
    ...makeAnswers(needs),
    ...makeTerms(needs),
    ...makePost(needs),
    ...makeDoor(needs),
    forget: makeForget(database),
  };
}
