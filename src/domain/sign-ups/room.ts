import { movesUp } from './moves-up.ts';
import type { SignUp } from './sign-up.ts';

/** The counts of a list: places, people who have one (held and offered ones too), sign-ups that wait. */
export interface Counts {
  readonly places: number;
  readonly taken: number;
  readonly waiting: number;
}

/** Who comes when nobody waits has a place at once when there is one; everybody else joins the queue. By the one rule. */
export const arrivesAs = ({ places, taken, waiting }: Counts, people: number): 'placed' | 'waiting' =>
  waiting === 0 && movesUp([{ id: '', people }], places - taken).length > 0 ? 'placed' : 'waiting';

/** Whether a sign-up in this state takes places: also one that must still be confirmed, or is only offered. */
export const hasPlace = (state: SignUp['state']): boolean => state === 'placed' || state === 'offered';

/**
 * Whether so many people can come on a sign-up that is there already.
 * - not-active: it was cancelled, or lapsed
 * - no-room: it has a place, and there are not so many left, or others wait for them
 */
export function roomFor(
  { state, people }: Pick<SignUp, 'state' | 'people'>,
  wanted: number,
  list: Counts,
): 'fits' | 'no-room' | 'not-active' {
  if (state === 'cancelled' || state === 'lapsed') return 'not-active';
  if (wanted > list.places && wanted > people) return 'no-room';
  if (state === 'waiting' || wanted <= people) return 'fits';
  return arrivesAs(list, wanted - people) === 'placed' ? 'fits' : 'no-room';
}
