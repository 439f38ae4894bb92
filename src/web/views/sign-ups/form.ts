import { newSecret } from '../../../domain/kernel/index.ts';
import { hasRoom, signUpClosesAt, signUpWindow, stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import { forgetAfterOf, MOST_PEOPLE, type Receipt } from '../../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import { inLanguage, routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { Link } from '../link.ts';
import { sayBefore, sayPlaces } from '../meetings/words.ts';

interface ViewNeeds {
  readonly t: Translate;
  readonly now: Date;
}

/** What the island asks for now and then, and what the page shows without it. */
export interface PlacesView {
  readonly text: string;
  readonly send: string;
}

/** The number of places in words, or why nobody can sign up; and what the button does. */
export function placesView(meeting: Meeting, { t, now }: ViewNeeds): PlacesView {
  const closed = closedBecause(meeting, { t, now });
  return {
    text: closed ? closed.lead : sayPlaces(meeting, t),
    send: hasRoom(meeting) ? t('signUps.form.send') : t('signUps.form.send.waiting'),
  };
}

/** In place of the form when nobody can sign up: why, since or until when, and what one can do instead. */
export interface ClosedView {
  readonly title: string;
  readonly lead: string;
  readonly next: string;
  readonly links: readonly Link[];
}

export interface SignUpPageView {
  readonly meetingId: string;
  readonly places: PlacesView;
  readonly placesAddress: string;
  /** Said before anything is typed: one comes on the waiting list. Null when there is room. */
  readonly full: string | null;
  readonly mostPeople: number;
  /** What happens after sending, in order. */
  readonly next: readonly string[];
  readonly privacy: string;
  /** Two posts with the same one are one sign-up. */
  readonly attempt: string;
  /** Null when one can sign up. */
  readonly closed: ClosedView | null;
}

export interface SignUpPageNeeds extends ViewNeeds {
  readonly forgetAfterDays: number;
  readonly confirmWithinHours: number;
}

type ClosedKind = 'notYet' | 'closed' | 'off' | 'running' | 'past';

function closedKind(meeting: Meeting, now: Date): ClosedKind | null {
  const state = stateOf(meeting, now);
  if (state !== 'upcoming') return state === 'called-off' ? 'off' : state;
  const window = signUpWindow(meeting, now);
  if (window === 'not-yet') return 'notYet';
  return window === 'closed' ? 'closed' : null;
}

function closedLead(meeting: Meeting, kind: ClosedKind, t: Translate): string {
  const reason = meeting.cancelled?.trim() ?? '';
  switch (kind) {
    case 'notYet':
      return t('signUps.closed.notYet', { moment: sayMoment(meeting.signUpOpensAt ?? meeting.startsAt, t) });
    case 'closed':
      return t('signUps.closed.closed', { moment: sayMoment(signUpClosesAt(meeting), t) });
    case 'off':
      return reason === '' ? t('signUps.closed.off') : t('signUps.closed.off.reason', { reason });
    case 'running':
      return t('signUps.closed.running', { moment: sayMoment(meeting.startsAt, t) });
    case 'past':
      return t('signUps.closed.past', { day: sayDay(meeting.startsAt, t) });
  }
}

function closedLink(meeting: Meeting, kind: ClosedKind, t: Translate): Link[] {
  switch (kind) {
    case 'notYet':
      return [{ href: routes.calendar(meeting.slug), label: t('signUps.closed.calendar') }];
    case 'closed':
      return [{ href: routes.contact(), label: t('signUps.closed.contact') }];
    case 'off':
    case 'past':
      return [{ href: routes.meetings(), label: t('signUps.closed.others') }];
    case 'running':
      return [];
  }
}

function closedBecause(meeting: Meeting, { t, now }: ViewNeeds): ClosedView | null {
  const kind = closedKind(meeting, now);
  if (kind === null) return null;
  return {
    title: t(`signUps.closed.${kind}.title`),
    lead: closedLead(meeting, kind, t),
    next: t(`signUps.closed.${kind}.next`, { organiser: meeting.organiser }),
    links: [...closedLink(meeting, kind, t), { href: routes.meeting(meeting.slug), label: t('signUps.form.back') }],
  };
}

function nextSteps(meeting: Meeting, { t, confirmWithinHours }: SignUpPageNeeds): string[] {
  const hours = t('signUps.form.hours', { n: confirmWithinHours });
  return [
    t('signUps.form.next.mail'),
    t('signUps.form.next.confirm', { hours }),
    ...(hasRoom(meeting) ? [t('signUps.form.next.held')] : []),
    t('signUps.form.next.change'),
  ];
}

/** The page with the form; each time with a new `attempt`, so it may not be kept for others. */
export const signUpPage = (meeting: Meeting, needs: SignUpPageNeeds): SignUpPageView => ({
  meetingId: meeting.id,
  places: placesView(meeting, needs),
  placesAddress: inLanguage(routes.places(meeting.slug), needs.t),
  full: hasRoom(meeting) ? null : needs.t('signUps.form.full'),
  mostPeople: Math.min(MOST_PEOPLE, meeting.places),
  next: nextSteps(meeting, needs),
  privacy: needs.t('signUps.form.privacy', {
    n: needs.forgetAfterDays,
    day: sayDay(forgetAfterOf(meeting, needs.forgetAfterDays), needs.t),
  }),
  attempt: newSecret(12),
  closed: closedBecause(meeting, needs),
});

export interface ReceivedView {
  readonly good: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  /** When this was so. */
  readonly at: string;
  readonly steps: readonly string[];
}

/** The page right after signing up: the same for who was known already, so that it gives nobody away. */
export function receivedPage({ state, before, at, confirmBy }: Receipt, t: Translate): ReceivedView {
  const good = state === 'placed';
  const moment = sayMoment(confirmBy, t);
  return {
    good,
    title: t(`signUps.received.${state}`, { moment }),
    lines: [good ? t('signUps.received.placed.then') : sayBefore(before, t)],
    at: t('signUps.received.at', { moment: sayMoment(at, t) }),
    steps: [t('signUps.received.do.open'), t('signUps.received.do.link'), t('signUps.received.do.yes')],
  };
}
