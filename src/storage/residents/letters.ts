import { and, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { NewId, Now } from '../../domain/kernel/index.ts';
import type { Posting, SignUpEvent } from '../../domain/sign-ups/index.ts';
import { EMPTIED, given, prepared, TOO_LATE, type Session } from '../engine/index.ts';
import type { ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

/** A letter about a sign-up, for the outbox. */
export interface Filing {
  readonly signUpId: string;
  readonly kind: SignUpEvent;
  /** Null: nothing is sent. */
  readonly posting: Posting | null;
  /** When this may be told only once; a second letter to this sign-up with the same fact is not stored. */
  readonly fact?: string;
}

/** The letters that may ask for an answer before a moment. `known` is not one: anybody can have that sent. */
export const ASKING = ['received', 'offered', 'changed'] as const satisfies readonly SignUpEvent[];

/** Letters that tell how it stands from now on. */
const NEWER: readonly SignUpEvent[] = ['confirmed', 'waiting', 'offered', 'cancelled', 'called-off', 'changed'];
/** What is not true any more once one of those is there. */
const OLDER = ['received', 'known', 'reminder', ...NEWER] as const;

/** Letters in one statement: sixteen parameters each, and SQLite takes 32,766. */
const PART = 1_000;

/** Most sign-ups bring one letter. */
const insertLetter = prepared('letter_insert', ({ db, t }: Tx) =>
  db
    .insert(t.letters)
    .values({
      id: given('id'),
      kind: given('kind'),
      signUpId: given('signUpId'),
      createdAt: given('createdAt'),
      fact: given('fact'),
      notAfter: given('notAfter'),
      dueAt: given('dueAt'),
      attempts: given('attempts'),
      to: given('to'),
      subject: given('subject'),
      text: given('text'),
      html: given('html'),
      attachments: given('attachments'),
      unsubscribe: given('unsubscribe'),
    })
    .onConflictDoNothing()
    .returning({ id: t.letters.id }),
);

/**
 * Ends letters that a mail server would not take so far, when a newer one says how it stands: they would come after it, as
 * each waits longer for its next attempt. Those that were not tried yet go out in their order.
 */
async function endOlder({ db, t: { letters } }: Tx, filings: readonly Filing[]): Promise<void> {
  const ids = filings.flatMap(({ kind, posting, signUpId }) =>
    posting !== null && NEWER.includes(kind) ? [signUpId] : [],
  );
  for (let from = 0; from < ids.length; from += PART) {
    const stuck = and(isNotNull(letters.dueAt), gt(letters.attempts, 0), inArray(letters.kind, [...OLDER]));
    await db
      .update(letters)
      .set({ ...EMPTIED, error: TOO_LATE })
      .where(and(inArray(letters.signUpId, ids.slice(from, from + PART)), stuck));
  }
}

/** Puts letters in the outbox, in the transaction of the fact they speak of; tells how many were new. */
export const makeFileLetters =
  ({ now, newId }: { readonly now: Now; readonly newId: NewId }) =>
  async (tx: Tx, filings: readonly Filing[]): Promise<number> => {
    const { db, t } = tx;
    const at = now();
    await endOlder(tx, filings);
    const rows = filings.flatMap(({ signUpId, kind, posting, fact = null }) => {
      if (posting === null) return [];
      const { letter, notAfter } = posting;
      const { to, subject, text, html, attachments, unsubscribe = null } = letter;
      const row = { id: newId(), kind, signUpId, createdAt: at, fact, notAfter, dueAt: at, attempts: 0 };
      return [{ ...row, to, subject, text, html, attachments, unsubscribe }];
    });
    const [only] = rows;
    // A prepared statement cannot take a moment that is not there.
    if (only?.notAfter != null && rows.length === 1) return (await insertLetter(tx, only)).length;
    let filed = 0;
    for (let from = 0; from < rows.length; from += PART) {
      const part = db.insert(t.letters).values(rows.slice(from, from + PART));
      filed += (await part.onConflictDoNothing().returning({ id: t.letters.id })).length;
    }
    return filed;
  };

/** Whether such a letter is on its way already: pressing a button ten times sends no ten letters. */
export async function onItsWay({ db, t }: Tx, { signUpId, kind }: Pick<Filing, 'signUpId' | 'kind'>): Promise<boolean> {
  const same = and(eq(t.letters.signUpId, signUpId), eq(t.letters.kind, kind), isNotNull(t.letters.dueAt));
  return (await db.$count(t.letters, same)) > 0;
}
