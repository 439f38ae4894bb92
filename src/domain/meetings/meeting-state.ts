import type { Meeting } from './meeting.ts';

/** Where a meeting is in its life. `running` counts from the first minute: from then on nobody can sign up or cancel. */
export type MeetingState = 'upcoming' | 'running' | 'past' | 'called-off';

/** Past goes before called off: after the day nobody needs to be warned any more. */
export function stateOf(meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'cancelled'>, now: Date): MeetingState {
  if (meeting.endsAt <= now) return 'past';
  if (meeting.cancelled !== null) return 'called-off';
  return meeting.startsAt <= now ? 'running' : 'upcoming';
}

/** Whether one can sign up now; `not-yet` and `closed` are what the organiser set, or the meeting itself. */
export type SignUpWindow = 'not-yet' | 'open' | 'closed';

/** When nobody can sign up any more. */
export const signUpClosesAt = ({
  signUpClosesAt: closes,
  startsAt,
}: Pick<Meeting, 'signUpClosesAt' | 'startsAt'>): Date => (closes !== null && closes < startsAt ? closes : startsAt);

/** Where sign-up stands; it is open from its first instant, and closed from its last. */
export function signUpWindow(
  meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'cancelled' | 'signUpOpensAt' | 'signUpClosesAt'>,
  now: Date,
): SignUpWindow {
  if (stateOf(meeting, now) !== 'upcoming' || signUpClosesAt(meeting) <= now) return 'closed';
  return meeting.signUpOpensAt !== null && meeting.signUpOpensAt > now ? 'not-yet' : 'open';
}

/**
 * Whether so many people would get a place at once. While somebody waits, nobody new does, however many places are left:
 * whoever came first goes first (see `movesUp` of the sign-ups).
 */
export const hasRoom = ({ placesLeft, waiting }: Pick<Meeting, 'placesLeft' | 'waiting'>, people = 1): boolean =>
  waiting === 0 && placesLeft >= people;
