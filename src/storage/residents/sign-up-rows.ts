import { and, eq, lt, ne, notInArray } from 'drizzle-orm';
import { mayBeId } from '../../domain/kernel/index.ts';
import type { NewSignUp, SignUp, SignUpRef, Standing } from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import { isRef, signUpColumns } from './lists.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** By what somebody is known: address and name without case. Without an address everybody is somebody else. */
const whoIs = ({ id, email, name }: Pick<NewSignUp, 'id' | 'email' | 'name'>): string =>
  email === '' ? `id:${id}` : `${plain(email)}\n${plain(name)}`;

const values = {
  id: given('id'),
  meetingId: given('meetingId'),
  number: given('number'),
  state: given('state'),
  origin: given('origin'),
  who: given('who'),
  name: given('name'),
  by: given('by'),
  email: given('email'),
  phone: given('phone'),
  people: given('people'),
  needs: given('needs'),
  question: given('question'),
  wantsReport: given('wantsReport'),
  language: given('language'),
  linkHash: given('linkHash'),
  createdAt: given('createdAt'),
  forgetAfter: given('forgetAfter'),
};

const insertAsked = prepared('sign_up_insert_asked', ({ db, t }: Tx) =>
  db
    .insert(t.signUps)
    .values({ ...values, answerBy: given('answerBy') })
    .onConflictDoNothing()
    .returning(signUpColumns(t)),
);

const insertSure = prepared('sign_up_insert_sure', ({ db, t }: Tx) =>
  db
    .insert(t.signUps)
    .values({ ...values, confirmedAt: given('confirmedAt') })
    .onConflictDoNothing()
    .returning(signUpColumns(t)),
);

/** What the list gives a new sign-up. */
interface Given {
  readonly number: number;
  readonly state: 'placed' | 'waiting';
  readonly forgetAfter: Date;
  /** Until when it must be confirmed; what an organiser entered is confirmed. */
  readonly confirmBy: Date;
}

/** Stores it; undefined when it is on the list already. */
export async function insertSignUp(tx: Tx, form: NewSignUp, { confirmBy, ...at }: Given): Promise<SignUp | undefined> {
  const row = { ...form, ...at, who: whoIs(form) };
  const [signUp] =
    form.origin === 'organiser'
      ? await insertSure(tx, { ...row, confirmedAt: form.createdAt })
      : await insertAsked(tx, { ...row, answerBy: confirmBy });
  return signUp;
}

/** The active sign-up of the same person for the same meeting, beside this one. */
export async function findTwin(
  { db, t }: Tx,
  { id, meetingId, ...form }: Pick<NewSignUp, 'id' | 'meetingId' | 'email' | 'name'>,
): Promise<SignUp | undefined> {
  const { signUps } = t;
  const [twin] = await db
    .select(signUpColumns(t))
    .from(signUps)
    .where(
      and(
        eq(signUps.meetingId, meetingId),
        eq(signUps.who, whoIs({ id, ...form })),
        notInArray(signUps.state, ['cancelled', 'lapsed']),
        ne(signUps.id, id),
      ),
    );
  return twin;
}

/** The row that was in the way of a new one: the same person for the same meeting, or the same form. */
export async function findKnown(tx: Tx, form: NewSignUp): Promise<SignUp> {
  const known = (await findTwin(tx, form)) ?? (await findSignUp(tx, { meetingId: form.meetingId, id: form.id }));
  if (known === undefined) throw new Error(`Sign-up ${form.id} could not be stored: its link or its number is taken.`);
  return known;
}

export async function findSignUp({ db, t }: Tx, ref: SignUpRef): Promise<SignUp | undefined> {
  if ('id' in ref && !mayBeId(ref.id)) return undefined;
  const [signUp] = await db.select(signUpColumns(t)).from(t.signUps).where(isRef(t, ref));
  return signUp;
}

export async function standingOf({ db, t }: Tx, signUp: SignUp): Promise<Standing> {
  if (signUp.state !== 'waiting') return { signUp, waitingBefore: 0 };
  const { signUps } = t;
  const before = and(
    eq(signUps.meetingId, signUp.meetingId),
    eq(signUps.state, 'waiting'),
    lt(signUps.number, signUp.number),
  );
  return { signUp, waitingBefore: await db.$count(signUps, before) };
}
