import type { SignUp } from './sign-up.ts';

/**
 * What the button "yes, I come" does.
 * - confirms: the e-mail address is theirs; the place is theirs too, or their turn on the waiting list
 * - takes: the place that was offered is theirs
 * - joins-again: what was asked had lapsed; at the end of the list
 * - nothing: it was said already, or the sign-up was cancelled
 */
export type Yes = 'confirms' | 'takes' | 'joins-again' | 'nothing';

/** What yes means for a sign-up, once what is overdue has lapsed. */
export function yesTo({ state, confirmedAt }: Pick<SignUp, 'state' | 'confirmedAt'>): Yes {
  if (state === 'lapsed') return 'joins-again';
  if (state === 'offered') return 'takes';
  return state !== 'cancelled' && confirmedAt === null ? 'confirms' : 'nothing';
}
