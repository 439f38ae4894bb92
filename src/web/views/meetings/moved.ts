import type { Version } from '../../../domain/kernel/index.ts';
import type { Meeting, MeetingContent } from '../../../domain/meetings/index.ts';
import { sayMoment } from '../../dates.ts';
import type { Translate } from '../../translate.ts';
import { sayWhere } from './words.ts';

type WhenAndWhere = Pick<MeetingContent, 'startsAt' | 'placeName' | 'address'>;

/** What a meeting was before it moved, as far as it did. */
export interface MovedView {
  /** "dinsdag 6 april 2027, 19.30 uur"; null when the start is what it always was. */
  readonly time: string | null;
  readonly place: string | null;
}

/** The newest version that says otherwise: what people may still have in mind. Undefined when it never moved. */
function lastOther(
  meeting: Pick<Meeting, 'version'>,
  history: readonly Version<MeetingContent>[],
  isOther: (content: WhenAndWhere) => boolean,
): MeetingContent | undefined {
  return history
    .filter(({ version }) => version < meeting.version)
    .toSorted((one, other) => other.version - one.version)
    .find(({ content }) => isOther(content))?.content;
}

/** When it would have started before the start was changed; undefined when that never changed. */
export const previousStart = (
  meeting: Pick<Meeting, 'version' | 'startsAt'>,
  history: readonly Version<MeetingContent>[],
): Date | undefined =>
  lastOther(meeting, history, ({ startsAt }) => startsAt.getTime() !== meeting.startsAt.getTime())?.startsAt;

/** What the meeting was before: for who wrote down the old day, or goes to the old place. */
export function movedView(meeting: Meeting, history: readonly Version<MeetingContent>[], t: Translate): MovedView {
  const start = previousStart(meeting, history);
  // A mended letter in an address is no other place: only then both differ.
  const place = lastOther(meeting, history, ({ placeName }) => placeName !== meeting.placeName);
  return { time: start ? sayMoment(start) : null, place: place ? sayWhere(place, t) : null };
}
