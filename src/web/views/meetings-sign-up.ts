import { newSecret } from '../../domain/kernel/index.ts';
import { hasRoom, stateOf, type Meeting } from '../../domain/meetings/index.ts';
import { forgetAfterOf, MOST_PEOPLE, type OwnSignUp, type Receipt } from '../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { sayBefore, sayPeople, sayPlaces } from './meetings-words.ts';
import { momentView, type MomentView } from './meetings.ts';

/** What the island asks for now and then, and what the page shows without it. */
export interface PlacesView {
  readonly text: string;
  readonly send: string;
}

/** The number of places in words, and what the button then does. */
export const placesView = (meeting: Pick<Meeting, 'placesLeft' | 'waiting'>, t: Translate): PlacesView => ({
  text: sayPlaces(meeting, t),
  send: hasRoom(meeting) ? t('meetings.form.send') : t('meetings.form.send.waiting'),
});

export interface SignUpPageView {
  readonly meetingId: string;
  readonly title: string;
  readonly href: string;
  readonly moment: MomentView;
  readonly where: string;
  readonly places: PlacesView;
  readonly placesAddress: string;
  readonly mostPeople: number;
  readonly forgetDay: string;
  /** Two posts with the same one are one sign-up. */
  readonly attempt: string;
  /** Why nobody can sign up; null when they can. */
  readonly closed: string | null;
}

interface SignUpPageNeeds {
  readonly t: Translate;
  readonly now: Date;
  readonly forgetAfterDays: number;
}

function closedBecause(meeting: Meeting, { t, now }: SignUpPageNeeds): string | null {
  const state = stateOf(meeting, now);
  if (state === 'upcoming') return null;
  return state === 'called-off' ? t('meetings.error.off') : t('meetings.error.past');
}

/** The page with the form; each time with a new `attempt`, so it may not be kept for others. */
export const signUpPage = (meeting: Meeting, needs: SignUpPageNeeds): SignUpPageView => ({
  meetingId: meeting.id,
  title: meeting.title,
  href: routes.meeting(meeting.slug),
  moment: momentView(meeting, needs),
  where: needs.t('meetings.letter.where', { place: meeting.placeName, address: meeting.address }),
  places: placesView(meeting, needs.t),
  placesAddress: routes.places(meeting.slug),
  mostPeople: Math.min(MOST_PEOPLE, meeting.places),
  forgetDay: sayDay(forgetAfterOf(meeting, needs.forgetAfterDays)),
  attempt: newSecret(12),
  closed: closedBecause(meeting, needs),
});

/** The page right after signing up: the same for who was known already, so that it gives nobody away. */
export const receivedPage = ({ state, before, at }: Receipt, t: Translate) => ({
  good: state === 'placed',
  title: t(`meetings.received.${state}`),
  before: state === 'waiting' ? sayBefore(before, t) : null,
  at: t('meetings.received.at', { moment: sayMoment(at) }),
});

export interface OwnSignUpView {
  readonly title: string;
  readonly text: string;
  readonly good: boolean;
  readonly mayCancel: boolean;
  readonly mayReturn: boolean;
  readonly forgetDay: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

type Words = Pick<OwnSignUpView, 'title' | 'text' | 'good'>;

function standingWords({ standing, meeting }: OwnSignUp, { t, now }: { t: Translate; now: Date }): Words {
  const { signUp, waitingBefore } = standing;
  if (signUp.state === 'cancelled')
    return { title: t('meetings.mine.cancelled'), text: t('meetings.mine.cancelled.text'), good: false };
  const over = { text: t('meetings.mine.over.text'), good: false };
  if (meeting.cancelled !== null) return { title: t('meetings.mine.off'), ...over };
  const state = stateOf(meeting, now);
  if (state === 'past') return { title: t('meetings.mine.past'), ...over };
  const people = sayPeople(signUp.people, t);
  if (signUp.state === 'placed')
    return { title: t('meetings.mine.placed'), text: t('meetings.mine.placed.text', { people }), good: true };
  if (state === 'running') return { title: t('meetings.mine.running'), ...over };
  const before = sayBefore(waitingBefore, t);
  return { title: t('meetings.mine.waiting'), text: t('meetings.mine.waiting.text', { people, before }), good: false };
}

/** The personal page. */
export function ownSignUpPage(own: OwnSignUp, needs: { readonly t: Translate; readonly now: Date }): OwnSignUpView {
  const { t, now } = needs;
  const { signUp } = own.standing;
  const open = stateOf(own.meeting, now) === 'upcoming';
  return {
    ...standingWords(own, needs),
    mayCancel: open && signUp.state !== 'cancelled',
    mayReturn: open && signUp.state === 'cancelled',
    forgetDay: sayDay(own.forgetAfter),
    facts: [
      { name: t('meetings.mine.name'), value: signUp.name },
      { name: t('meetings.mine.email'), value: signUp.email },
      { name: t('meetings.mine.people'), value: sayPeople(signUp.people, t) },
      { name: t('meetings.mine.needs'), value: signUp.needs || t('meetings.mine.needs.none') },
    ],
  };
}
