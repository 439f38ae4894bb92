import { and, eq, sql } from 'drizzle-orm';
import {
  OldNews,
  type ListState,
  type ListTerms,
  type SignUpRef,
  type WriteLetter,
} from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;
export type List = ResidentsTables['signUpLists']['$inferSelect'];

export const signUpColumns = ({ signUps }: ResidentsTables) => ({
  id: signUps.id,
  meetingId: signUps.meetingId,
  number: signUps.number,
  state: signUps.state,
  origin: signUps.origin,
  name: signUps.name,
  by: signUps.by,
  email: signUps.email,
  phone: signUps.phone,
  people: signUps.people,
  needs: signUps.needs,
  question: signUps.question,
  wantsReport: signUps.wantsReport,
  language: signUps.language,
  createdAt: signUps.createdAt,
  confirmedAt: signUps.confirmedAt,
  answerBy: signUps.answerBy,
  arrived: signUps.arrived,
});

/** One sign-up, however it is asked for. */
export const isRef = ({ signUps }: ResidentsTables, ref: SignUpRef) =>
  'linkHash' in ref
    ? eq(signUps.linkHash, ref.linkHash)
    : and(eq(signUps.meetingId, ref.meetingId), eq(signUps.id, ref.id));

/** More people than places happens: an organiser may take places away. Nobody who has a place loses it. */
export const stateOf = ({
  places,
  taken,
  waiting,
  turn,
}: Pick<List, 'places' | 'taken' | 'waiting' | 'turn'>): ListState => ({
  left: Math.max(0, places - taken),
  waiting,
  turn,
});

const lock = prepared('sign_up_list_lock', ({ db, t: { signUpLists: lists } }: Tx) =>
  db
    .insert(lists)
    .values({
      meetingId: given('meetingId'),
      version: given('version'),
      places: given('places'),
      startsAt: given('startsAt'),
      off: given('off'),
      forgetAfter: given('forgetAfter'),
      taken: 0,
      waiting: 0,
      lastNumber: 0,
      turn: 1,
    })
    .onConflictDoUpdate({
      target: lists.meetingId,
      set: {
        turn: sql`${lists.turn} + 1`,
        // A list from before these were kept gets them now.
        version: sql`case when ${lists.version} = 0 then excluded.version else ${lists.version} end`,
        startsAt: sql`coalesce(${lists.startsAt}, excluded.starts_at)`,
        forgetAfter: sql`coalesce(${lists.forgetAfter}, excluded.forget_after)`,
      },
    })
    .returning(),
);

/**
 * Locks the meeting's list, and makes it when it is new. `terms` count only then: later the organiser's last word does
 * (`setTerms`), so that a sign-up that began before a change cannot undo it.
 */
export async function lockList(tx: Tx, terms: ListTerms): Promise<List> {
  // An upsert holds the row until the transaction ends, just as `for update` does.
  const [list] = await lock(tx, { ...terms });
  if (list === undefined) throw new Error(`No list for meeting ${terms.meetingId}.`);
  return list;
}

/** Whether letters would tell of the meeting, or of its link, what the list knows is not so any more. */
export const isOldNews = ({ version, onlineLink }: WriteLetter, list: Pick<List, 'version' | 'onlineLink'>): boolean =>
  (version !== undefined && version < list.version) || (onlineLink !== undefined && onlineLink !== list.onlineLink);

/** Locks a list that may not be there; for letters that tell of the meeting as the list knows it, or newer. */
export async function holdList(
  { db, t: { signUpLists: lists }, k }: Tx,
  meetingId: string,
  letter: WriteLetter,
): Promise<List | undefined> {
  const [list] = await k.forUpdate(db.select().from(lists).where(eq(lists.meetingId, meetingId)).$dynamic());
  if (list === undefined) return undefined;
  if (isOldNews(letter, list)) throw new OldNews(meetingId);
  return { ...list, turn: list.turn + 1 };
}

const recount = prepared('sign_up_list_recount', ({ db, t: { signUpLists: lists } }: Tx) =>
  db
    .update(lists)
    .set({
      taken: sql`${given('taken')}`,
      waiting: sql`${given('waiting')}`,
      lastNumber: sql`${given('lastNumber')}`,
      turn: sql`${given('turn')}`,
    })
    .where(eq(lists.meetingId, given('meetingId'))),
);

/** Stores what follows from who is on the list. */
export async function storeCounts(tx: Tx, { meetingId, taken, waiting, lastNumber, turn }: List): Promise<void> {
  await recount(tx, { meetingId, taken, waiting, lastNumber, turn });
}
