import type { Version } from '../kernel/index.ts';
import type { MeetingContent } from '../meetings/index.ts';
import type { NewsSince } from './sign-up.ts';

/** What is of interest for who comes: when it is, where, and how one takes part. */
const FACTS = ['startsAt', 'endsAt', 'placeName', 'address', 'online'] as const;

type Facts = Pick<MeetingContent, (typeof FACTS)[number] | 'cancelled'>;

const same = (one: Facts[keyof Facts], other: Facts[keyof Facts]): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;

/** What a change means for those who signed up: the place or the hour is another one, it is off, or it is on again. */
export function newsIn(before: Facts, after: Facts): ReturnType<NewsSince> {
  if (after.cancelled !== null) return before.cancelled === null ? 'called-off' : null;
  return before.cancelled === null && FACTS.every((fact) => same(before[fact], after[fact])) ? null : 'changed';
}

/** The news for who knew the meeting in one of its versions: from there to how it is now, whatever was in between. */
export const newsOf =
  (versions: readonly Version<Facts>[], now: Facts): NewsSince =>
  (known) => {
    const before = versions.find(({ version }) => version === known);
    return before ? newsIn(before.content, now) : null;
  };
