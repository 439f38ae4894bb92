import { and, eq, isNotNull } from 'drizzle-orm';
import type { Letter, NewId, Now } from '../../domain/kernel/index.ts';
import type { SignUpEvent } from '../../domain/sign-ups/index.ts';
import { given, prepared, type Session } from '../engine/index.ts';
import type { ResidentsTables } from './tables.ts';

interface Filing {
  readonly signUpId: string;
  readonly kind: SignUpEvent;
  /** Null: nothing is sent. */
  readonly letter: Letter | null;
}

/** Letters in one statement: thirteen parameters each, and SQLite takes 32,766. */
const PART = 1_000;

/** Most sign-ups bring one letter. */
const insertLetter = prepared('letter_insert', ({ db, t }: Session<ResidentsTables>) =>
  db.insert(t.letters).values({
    id: given('id'),
    kind: given('kind'),
    signUpId: given('signUpId'),
    createdAt: given('createdAt'),
    dueAt: given('dueAt'),
    attempts: given('attempts'),
    to: given('to'),
    subject: given('subject'),
    text: given('text'),
    html: given('html'),
    attachments: given('attachments'),
  }),
);

/** Puts letters in the outbox, in the transaction of the fact they speak of. */
export const makeFileLetters =
  ({ now, newId }: { readonly now: Now; readonly newId: NewId }) =>
  async (tx: Session<ResidentsTables>, filings: readonly Filing[]): Promise<void> => {
    const { db, t } = tx;
    const at = now();
    const rows = filings.flatMap(({ signUpId, kind, letter }) => {
      if (letter === null) return [];
      const { to, subject, text, html, attachments } = letter;
      const row = { id: newId(), kind, signUpId, createdAt: at, dueAt: at, attempts: 0 };
      return [{ ...row, to, subject, text, html, attachments }];
    });
    const [only] = rows;
    if (only !== undefined && rows.length === 1) {
      await insertLetter(tx, only);
      return;
    }
    for (let from = 0; from < rows.length; from += PART)
      await db.insert(t.letters).values(rows.slice(from, from + PART));
  };

/** Whether such a letter is on its way already: pressing a button ten times sends no ten letters. */
export async function onItsWay(
  { db, t }: Session<ResidentsTables>,
  { signUpId, kind }: Omit<Filing, 'letter'>,
): Promise<boolean> {
  const same = and(eq(t.letters.signUpId, signUpId), eq(t.letters.kind, kind), isNotNull(t.letters.dueAt));
  return (await db.$count(t.letters, same)) > 0;
}
