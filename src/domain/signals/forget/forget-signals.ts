import { DAY_MS, dayOf, weekOf, type Day, type Now } from '../../kernel/index.ts';

/** What went, in numbers. */
export interface Forgotten {
  /** Signals of which nothing is left, and signals of which only the tick in a count is left. */
  readonly signals: number;
}

/** Port. Every method is one transaction. */
export interface ForgetStore {
  /**
   * Of the signals that came in `lastWeek` or earlier: those that count, or will (accepted, released), lose text, photo,
   * dialogue and receipt; the others go as a whole. Tells how many.
   */
  forgetUpTo(lastWeek: string): Promise<number>;
  /** Forms that were used up in `lastWeek` or earlier: they are too old to be sent again. */
  forgetFormsUpTo(lastWeek: string): Promise<void>;
  /** Takes what was deleted out of the files of the database: free pages and the WAL. */
  wipe(): Promise<void>;
  /** Writes the tables anew in the order of their random keys, so that no file tells what came first. */
  shuffle(): Promise<void>;
}

interface Needs {
  readonly forgetting: ForgetStore;
  readonly keepWeeks: number;
  readonly now: Now;
}

/** The ISO week of so many weeks ago. */
const weeksAgo = (weeks: number, now: Date): string => weekOf(new Date(now.getTime() - weeks * 7 * DAY_MS));

/** A form is good for some hours: one of the week before last cannot be sent any more. */
const FORM_WEEKS = 2;

/**
 * Deletes what may no longer be kept. Only the week of arrival is known, so it counts whole weeks from there, and forgets in
 * the week in which the term ends. Once a day it also takes away the order in which rows came.
 */
export function makeForgetSignals({ forgetting, keepWeeks, now }: Needs) {
  let shuffledOn: Day | undefined;
  return async (): Promise<Forgotten> => {
    const signals = await forgetting.forgetUpTo(weeksAgo(keepWeeks, now()));
    await forgetting.forgetFormsUpTo(weeksAgo(FORM_WEEKS, now()));
    // Before the mark, so that a day on which it fails is tried again at the next hour.
    const today = dayOf(now());
    if (shuffledOn !== today) await forgetting.shuffle();
    // Also when nothing went now: a withdrawal or a redaction may have had to leave this behind.
    else await forgetting.wipe();
    shuffledOn = today;
    return { signals };
  };
}
