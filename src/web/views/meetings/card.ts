import { dayOf } from '../../../domain/kernel/index.ts';
import {
  hasRoom,
  signUpWindow,
  stateOf,
  type Meeting,
  type MeetingContent,
  type MeetingState,
} from '../../../domain/meetings/index.ts';
import { machineTime, sayDay, sayDistance, sayLongDay, sayWith } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { sayHours, sayPlaces, sayWhere } from './words.ts';

const weekday = sayWith({ weekday: 'long' });
const dayNumber = sayWith({ day: 'numeric' });
const month = sayWith({ month: 'long' });
const monthAndYear = sayWith({ month: 'long', year: 'numeric' });

/** A day as it stands on the noticeboard: large, in three lines. */
export interface DayBlock {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
}

const dayBlock = (when: Date, t: Translate): DayBlock => ({
  weekday: weekday(when, t),
  day: dayNumber(when, t),
  month: month(when, t),
});

/** When it is, in words and for machines. */
export interface MomentView {
  readonly block: DayBlock;
  /** "donderdag 18 maart 2027" */
  readonly day: string;
  /** "van 19.30 tot 21.30 uur" */
  readonly hours: string;
  /** "over 3 dagen" */
  readonly distance: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** When a meeting is: in words, as a block, and how far it is from `now`. */
export const momentView = (
  meeting: Pick<MeetingContent, 'startsAt' | 'endsAt'>,
  { t, now }: { readonly t: Translate; readonly now: Date },
): MomentView => ({
  block: dayBlock(meeting.startsAt, t),
  day: sayLongDay(meeting.startsAt, t),
  hours: sayHours(meeting, t),
  distance: sayDistance(meeting.startsAt, now, t),
  startsAt: machineTime(meeting.startsAt),
  endsAt: machineTime(meeting.endsAt),
});

/** A meeting as a sheet on the board, for lists and for the page of its buurt. */
export interface MeetingCardView {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly moment: MomentView;
  readonly where: string;
  readonly state: MeetingState;
  /** It did not go on, or will not. */
  readonly isOff: boolean;
  /** "Gaat niet door", or null when it simply is to come. */
  readonly mark: string | null;
  /** Places in words, or why one cannot sign up yet or any more; null when it began, is over or is off. */
  readonly places: string | null;
  /** "Ook online"; null when one has to be there. */
  readonly online: string | null;
  /** Null while, and as soon as, nobody can sign up. */
  readonly signUp: { readonly href: string; readonly label: string } | null;
}

export interface MeetingViewNeeds {
  readonly t: Translate;
  readonly now: Date;
}

const signUpWords = (meeting: Pick<Meeting, 'placesLeft' | 'waiting'>, t: Translate): string =>
  hasRoom(meeting) ? t('meetings.signUp') : t('meetings.signUp.waiting');

const MARKS = {
  'called-off': 'meetings.state.off',
  running: 'meetings.state.running',
  past: 'meetings.state.past',
} as const;

/** Room, a waiting list, or from when, in a few words. */
function placesWords(meeting: Meeting, { t, now }: MeetingViewNeeds): string | null {
  if (stateOf(meeting, now) !== 'upcoming') return null;
  const window = signUpWindow(meeting, now);
  if (window === 'closed') return t('meetings.window.card.closed');
  if (window === 'not-yet' && meeting.signUpOpensAt !== null)
    return t('meetings.window.card.notYet', { day: sayDay(meeting.signUpOpensAt, t) });
  return hasRoom(meeting) ? sayPlaces(meeting, t) : t('meetings.card.full');
}

/** A meeting in a list: enough to choose by. */
export function meetingCard(meeting: Meeting, { t, now }: MeetingViewNeeds): MeetingCardView {
  const state = stateOf(meeting, now);
  const open = signUpWindow(meeting, now) === 'open';
  return {
    href: routes.meeting(meeting.slug),
    title: meeting.title,
    summary: meeting.summary,
    moment: momentView(meeting, { t, now }),
    where: sayWhere(meeting, t),
    state,
    isOff: meeting.cancelled !== null,
    mark: state === 'upcoming' ? null : t(MARKS[meeting.cancelled === null ? state : 'called-off']),
    places: placesWords(meeting, { t, now }),
    online: meeting.online && state !== 'past' && meeting.cancelled === null ? t('meetings.online.card') : null,
    signUp: open ? { href: routes.signUp(meeting.slug), label: signUpWords(meeting, t) } : null,
  };
}

/** How many meetings the page of a buurt shows after the next one; more have a page of their own. */
const MOST_LATER = 4;

/** What the page of a buurt shows of its meetings, which are in order of time. */
export interface NextMeetingsView {
  readonly next: MeetingCardView | undefined;
  readonly later: readonly MeetingCardView[];
  readonly more: { readonly href: string; readonly label: string } | null;
}

export function nextMeetings(
  meetings: readonly Meeting[],
  { slug, name }: { readonly slug: string; readonly name: string },
  needs: MeetingViewNeeds,
): NextMeetingsView {
  const [next, ...later] = meetings.slice(0, 1 + MOST_LATER).map((meeting) => meetingCard(meeting, needs));
  const n = meetings.length - 1 - later.length;
  const more = n > 0 ? { href: routes.meetings(slug), label: needs.t('buurten.meeting.rest', { n, name }) } : null;
  return { next, later, more };
}

/** Meetings under the month in which they start: "maart 2027". */
export interface MonthView<Item> {
  readonly title: string;
  readonly items: readonly Item[];
}

/** Puts meetings that are in order of time under their months. */
export function byMonth<Item>(meetings: readonly Meeting[], view: (meeting: Meeting) => Item): MonthView<Item>[] {
  const months = Map.groupBy(meetings, ({ startsAt }) => dayOf(startsAt).slice(0, 7));
  return [...months.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ title: monthAndYear(first.startsAt), items: group.map(view) }] : [];
  });
}
