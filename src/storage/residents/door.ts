import { and, asc, eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import { OldNews, type Attendance, type ListTerms, type SignUpStore } from '../../domain/sign-ups/index.ts';
import type { Session } from '../engine/index.ts';
import { makeFileLetters } from './letters.ts';
import { signUpColumns } from './lists.ts';
import type { ResidentsDatabase, ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

interface Needs {
  readonly database: ResidentsDatabase;
  readonly now: Now;
  readonly newId: NewId;
}

/** Longer than a request takes: when a mark was made is known no better than that. */
const SLACK_MS = 60_000;

/** What happens around the day itself: who came, and the link for who takes part from a distance. */
type Door = Pick<SignUpStore, 'markArrivals' | 'addWalkIns' | 'attendance' | 'onlineLink' | 'setOnlineLink'>;

const walkInsOf = async ({ db, t: { walkIns } }: Tx, meetingId: string): Promise<number> => {
  const [sum] = await db
    .select({ people: sql`coalesce(sum(${walkIns.people}), 0)`.mapWith(Number) })
    .from(walkIns)
    .where(eq(walkIns.meetingId, meetingId));
  return sum?.people ?? 0;
};

/** Counted from the names that are still there; `forget` keeps these numbers when the names go. */
export async function countAttendance(session: Tx, meetingId: string): Promise<Omit<Attendance, 'forgotten'>> {
  const { db, t } = session;
  const { signUps } = t;
  const placed = sql`${signUps.state} = 'placed' and ${signUps.confirmedAt} is not null`;
  const [sum] = await db
    .select({
      expected: sql`coalesce(sum(case when ${placed} then ${signUps.people} else 0 end), 0)`.mapWith(Number),
      came: sql`coalesce(sum(${signUps.arrived}), 0)`.mapWith(Number),
    })
    .from(signUps)
    .where(eq(signUps.meetingId, meetingId));
  return { expected: sum?.expected ?? 0, came: sum?.came ?? 0, walkIns: await walkInsOf(session, meetingId) };
}

/** Makes the list when nobody signed up yet, and holds it until the transaction ends. */
async function holdOrMake({ db, t: { signUpLists: lists } }: Tx, { meetingId, ...terms }: ListTerms) {
  const counts = { taken: 0, waiting: 0, lastNumber: 0, turn: 1 };
  const [list] = await db
    .insert(lists)
    .values({ meetingId, ...terms, ...counts })
    // The same again: it only takes the lock.
    .onConflictDoUpdate({ target: lists.meetingId, set: { meetingId } })
    .returning();
  if (list === undefined) throw new Error(`No list for meeting ${meetingId}.`);
  return list;
}

/** Stores what organisers do around the day. */
export function makeDoor({ database, now, newId }: Needs): Door {
  const { read } = database;
  const fileLetters = makeFileLetters({ now, newId });

  async function onlineLink(meetingId: string): Promise<string | null> {
    const { signUpLists: lists } = read.t;
    const [list] = await read.db.select({ link: lists.onlineLink }).from(lists).where(eq(lists.meetingId, meetingId));
    return list?.link ?? null;
  }

  return {
    onlineLink,

    markArrivals: (meetingId, marks) =>
      database.write(async ({ db, t: { signUps } }) => {
        let found = 0;
        for (const { signUpId, arrived, at } of marks) {
          const newer = or(isNull(signUps.markedAt), lte(signUps.markedAt, new Date(at.getTime() + SLACK_MS)));
          const one = and(eq(signUps.id, signUpId), eq(signUps.meetingId, meetingId), newer);
          const put = db.update(signUps).set({ arrived, markedAt: at }).where(one);
          const changed = await put.returning({ id: signUps.id });
          found += changed.length;
        }
        return found;
      }),

    addWalkIns: (terms, { id, people }) =>
      database.write(
        async (tx) => {
          const { meetingId } = await holdOrMake(tx, terms);
          // Two phones that both take the last one away: nobody is less than nobody.
          const least = -(await walkInsOf(tx, meetingId));
          const row = { id, meetingId, people: Math.max(people, least) };
          await tx.db.insert(tx.t.walkIns).values(row).onConflictDoNothing();
        },
        { rowLocks: true },
      ),

    async attendance(meetingId) {
      const { signUpLists: lists } = read.t;
      const [list] = await read.db.select().from(lists).where(eq(lists.meetingId, meetingId));
      if (list === undefined || list.signedUp === null)
        return { ...(await countAttendance(read, meetingId)), forgotten: false };
      return { expected: list.signedUp, came: list.came ?? 0, walkIns: list.walkIns ?? 0, forgotten: true };
    },

    setOnlineLink: (terms, link, letter) =>
      database.write(
        async (tx) => {
          const { meetingId, onlineLink: before, version } = await holdOrMake(tx, terms);
          if (before === link) return;
          if (terms.version < version) throw new OldNews(meetingId);
          const { signUpLists: lists, signUps } = tx.t;
          await tx.db.update(lists).set({ onlineLink: link }).where(eq(lists.meetingId, meetingId));
          // A link that is taken away is mostly followed by a better one: one letter tells both.
          if (link === null) return;
          const placed = await tx.db
            .select(signUpColumns(tx.t))
            .from(signUps)
            .where(and(eq(signUps.meetingId, meetingId), eq(signUps.state, 'placed'), isNotNull(signUps.confirmedAt)))
            .orderBy(asc(signUps.number));
          const filings = placed.map((signUp) => {
            const posting = letter({ signUp, waitingBefore: 0 }, 'changed');
            return { signUpId: signUp.id, kind: 'changed' as const, posting };
          });
          await fileLetters(tx, filings);
        },
        { rowLocks: true },
      ),
  };
}
