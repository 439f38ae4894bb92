import { eq } from 'drizzle-orm';
import type { OutboxStore } from '../../domain/kernel/index.ts';
import { makeLetterQueue, type Session } from '../engine/index.ts';
import { ASKING } from './letters.ts';
import type { ResidentsDatabase, ResidentsTables } from './tables.ts';

type Tx = Session<ResidentsTables>;

/**
 * Gives who was asked something its time to answer from `at` on: a letter that left late costs nobody a place. Called in the
 * transaction that marks the letter as sent; does nothing when nothing is asked any more.
 */
export type ExtendAnswer = (tx: Tx, signUpId: string, at: Date) => Promise<void>;

/** The post of residents. */
export const makeOutboxStore = (database: ResidentsDatabase, extendAnswer: ExtendAnswer): OutboxStore =>
  makeLetterQueue(database, async (tx, { id, at }) => {
    const { letters } = tx.t;
    const [letter] = await tx.db
      .select({ kind: letters.kind, signUpId: letters.signUpId })
      .from(letters)
      .where(eq(letters.id, id));
    if (letter?.signUpId != null && ASKING.some((kind) => kind === letter.kind))
      await extendAnswer(tx, letter.signUpId, at);
  });
