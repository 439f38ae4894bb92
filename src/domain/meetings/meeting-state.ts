import type { Meeting } from './meeting.ts';

/** Where a meeting is in its life. `running` counts from the first minute: from then on nobody can sign up or cancel. */
export type MeetingState = 'upcoming' | 'running' | 'past' | 'called-off';

/** Past goes before called off: after the day nobody needs to be warned any more. */
export function stateOf(meeting: Pick<Meeting, 'startsAt' | 'endsAt' | 'cancelled'>, now: Date): MeetingState {
  if (meeting.endsAt <= now) return 'past';
  if (meeting.cancelled !== null) return 'called-off';
  return meeting.startsAt <= now ? 'running' : 'upcoming';
}

/**
 * Whether so many people would get a place at once. While somebody waits, nobody new does, however many places are left:
 * whoever came first goes first (see `movesUp` of the sign-ups).
 */
export const hasRoom = ({ placesLeft, waiting }: Pick<Meeting, 'placesLeft' | 'waiting'>, people = 1): boolean =>
  waiting === 0 && placesLeft >= people;
