import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import type { LetterState, SignUp, SignUpEvent, SignUpStore } from '../../domain/sign-ups/index.ts';
import { TOO_LATE, type Session } from '../engine/index.ts';
import { makeFileLetters } from './letters.ts';
import { holdList, signUpColumns } from './lists.ts';
import { findSignUp, standingOf } from './sign-up-rows.ts';
import type { ResidentsDatabase, ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

interface Needs {
  readonly database: ResidentsDatabase;
  readonly now: Now;
  readonly newId: NewId;
}

/** The post about sign-ups that follows from no change of the list. */
type Post = Pick<SignUpStore, 'tell' | 'resend' | 'letters' | 'stopReport' | 'wantReport'>;

type About = Parameters<SignUpStore['tell']>[0];

/** Which letter tells how it stands. Who is on the list of a meeting that is off hears that again, not that they are welcome. */
const eventOf = ({ state, confirmedAt }: SignUp, off: boolean): SignUpEvent => {
  if (off && state !== 'cancelled') return 'called-off';
  if (state === 'placed') return confirmedAt === null ? 'received' : 'confirmed';
  if (state === 'waiting') return confirmedAt === null ? 'received' : 'waiting';
  return state === 'lapsed' ? 'received' : state;
};

/** A letter about this sign-up, that is like so. */
const letterOf = ({ db, t: { letters, signUps } }: Tx, like: ReturnType<typeof and>) =>
  db
    .select({ one: sql`1` })
    .from(letters)
    .where(and(eq(letters.signUpId, signUps.id), like));

/** Who gets it: see `SignUpStore.tell`. */
function readersOf(tx: Tx, { meetingId, event, fact, before }: About) {
  const { signUps, letters } = tx.t;
  const confirmed = and(eq(signUps.meetingId, meetingId), ne(signUps.email, ''), lt(signUps.confirmedAt, before));
  const hadIt = letterOf(tx, eq(letters.fact, fact));
  if (event === 'report')
    return and(confirmed, eq(signUps.wantsReport, true), ne(signUps.state, 'cancelled'), notExists(hadIt));
  // Who heard of the meeting since then knows when it is.
  const heard = letterOf(tx, and(inArray(letters.kind, ['confirmed', 'changed']), gte(letters.createdAt, before)));
  return and(confirmed, eq(signUps.state, 'placed'), notExists(hadIt), notExists(heard));
}

const letterColumns = ({ letters }: ResidentsTables) => ({
  signUpId: letters.signUpId,
  kind: letters.kind,
  createdAt: letters.createdAt,
  notAfter: letters.notAfter,
  dueAt: letters.dueAt,
  sentAt: letters.sentAt,
  error: letters.error,
});

type LetterRow = Omit<ResidentsTables['letters']['$inferSelect'], 'id'>;

const KINDS: readonly SignUpEvent[] = [
  'received',
  'confirmed',
  'waiting',
  'offered',
  'cancelled',
  'known',
  'called-off',
  'changed',
  'reminder',
  'report',
];

function stateOf(
  { sentAt, dueAt, notAfter, error }: Pick<LetterRow, 'sentAt' | 'dueAt' | 'notAfter' | 'error'>,
  now: Date,
): LetterState['state'] {
  if (sentAt !== null) return 'sent';
  if (error === TOO_LATE || (notAfter !== null && notAfter <= now)) return 'late';
  return dueAt === null ? 'failed' : 'waiting';
}

export function makePost({ database, now, newId }: Needs): Post {
  const { read } = database;
  const fileLetters = makeFileLetters({ now, newId });

  return {
    tell: (about, letter) =>
      database.write(
        async (tx) => {
          const { signUps } = tx.t;
          // Nobody cancels between the question who comes and their letter.
          if ((await holdList(tx, about.meetingId, letter)) === undefined) return 0;
          const readers = await tx.db
            .select(signUpColumns(tx.t))
            .from(signUps)
            .where(readersOf(tx, about))
            .orderBy(asc(signUps.number));
          const { event: kind, fact } = about;
          return fileLetters(
            tx,
            readers.map((signUp) => ({
              signUpId: signUp.id,
              kind,
              fact,
              posting: letter({ signUp, waitingBefore: 0 }, kind),
            })),
          );
        },
        { rowLocks: true },
      ),

    resend: (ref, letter) =>
      database.write(
        async (tx) => {
          const found = await findSignUp(tx, ref);
          const list = found && (await holdList(tx, found.meetingId, letter));
          // Only under the lock it is sure how it stands.
          const signUp = list && (await findSignUp(tx, ref));
          if (list === undefined || signUp === undefined || signUp.email === '') return false;
          const { id } = signUp;
          const at = now();
          const { letters } = tx.t;
          const useful = or(isNull(letters.notAfter), gt(letters.notAfter, at));
          const waits = and(eq(letters.signUpId, id), isNotNull(letters.dueAt), useful);
          if ((await tx.db.$count(letters, waits)) > 0) return false;
          const kind = eventOf(signUp, list.off);
          const posting = letter(await standingOf(tx, signUp), kind);
          if (posting?.notAfter != null && posting.notAfter <= at) return false;
          return (await fileLetters(tx, [{ signUpId: id, kind, posting }])) > 0;
        },
        { rowLocks: true },
      ),

    async letters(meetingId) {
      const { db, t } = read;
      const rows = await db
        .select(letterColumns(t))
        .from(t.letters)
        .innerJoin(t.signUps, eq(t.signUps.id, t.letters.signUpId))
        .where(eq(t.signUps.meetingId, meetingId))
        .orderBy(asc(t.letters.createdAt), asc(t.letters.id));
      const last = new Map<string, LetterState>();
      for (const { signUpId, kind: word, createdAt, error, ...row } of rows) {
        const kind = KINDS.find((known) => known === word);
        if (signUpId === null || kind === undefined) continue;
        const state = stateOf({ ...row, error }, now());
        const problem = state === 'sent' || error === TOO_LATE ? null : error;
        last.set(signUpId, { signUpId, kind, state, at: row.sentAt ?? createdAt, problem });
      }
      return [...last.values()];
    },

    wantReport: (id) =>
      database.write(async ({ db, t: { signUps } }) => {
        await db.update(signUps).set({ wantsReport: true }).where(eq(signUps.id, id));
      }),

    stopReport: (id) =>
      database.write(
        async (tx) => {
          const { signUps, letters } = tx.t;
          const mine = eq(signUps.id, id);
          const [found] = await tx.db.select({ meetingId: signUps.meetingId }).from(signUps).where(mine);
          if (found === undefined) return;
          // No report is filed for them while this goes on.
          await holdList(tx, found.meetingId, () => null);
          await tx.db.update(signUps).set({ wantsReport: false }).where(mine);
          const report = and(eq(letters.signUpId, id), eq(letters.kind, 'report'), isNull(letters.sentAt));
          await tx.db.delete(letters).where(report);
        },
        { rowLocks: true },
      ),
  };
}
