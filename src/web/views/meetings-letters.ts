import type { Letter, LetterAttachment } from '../../domain/kernel/index.ts';
import type { LetterFacts } from '../../domain/sign-ups/index.ts';
import { CALENDAR_TYPE, calendarOf } from '../calendar/index.ts';
import { sayDay, sayLongDay } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { sayBefore, sayHours, sayPeople } from './meetings-words.ts';

type LetterName =
  'received-placed' | 'received-waiting' | 'moved-up' | 'cancelled' | 'known' | 'called-off' | 'changed';

export interface SignUpLettersNeeds {
  /** Fills a letter of content/letters; see src/mail. */
  readonly write: (order: {
    readonly name: LetterName;
    readonly to: string;
    readonly values: Readonly<Record<string, string>>;
    readonly attachments: readonly LetterAttachment[];
  }) => Letter;
  /** The public origin: links in mails begin with it. */
  readonly origin: string;
  readonly t: Translate;
}

function nameOf({ event, standing }: LetterFacts): LetterName {
  if (event !== 'received') return event;
  return standing.signUp.state === 'placed' ? 'received-placed' : 'received-waiting';
}

function sayStanding({ signUp, waitingBefore }: LetterFacts['standing'], t: Translate): string {
  const people = sayPeople(signUp.people, t);
  return t(`meetings.letter.standing.${signUp.state}`, { people, before: sayBefore(waitingBefore, t) });
}

/** Whoever has a place, or is told of another hour, gets the meeting for in the calendar; a meeting that is off strikes it out. */
const WITH_CALENDAR: readonly LetterName[] = ['received-placed', 'moved-up', 'called-off', 'changed'];

/** Says what happened to a sign-up, in a letter. What it tells is true at the commit that stores it. */
export const makeSignUpLetters =
  ({ write, origin, t }: SignUpLettersNeeds) =>
  (facts: LetterFacts): Letter => {
    const { meeting, standing, secret, forgetAfter } = facts;
    const { signUp } = standing;
    const name = nameOf(facts);
    const calendar = { name: 'bijeenkomst.ics', type: CALENDAR_TYPE };
    return write({
      name,
      to: signUp.email,
      values: {
        name: signUp.name,
        title: meeting.title,
        when: t('meetings.letter.when', { day: sayLongDay(meeting.startsAt), time: sayHours(meeting, t) }),
        where: t('meetings.letter.where', { place: meeting.placeName, address: meeting.address }),
        people: sayPeople(signUp.people, t),
        before: sayBefore(standing.waitingBefore, t),
        standing: sayStanding(standing, t),
        organiser: meeting.organiser,
        reason: meeting.cancelled ?? '',
        link: `${origin}${routes.mySignUp(meeting.slug, secret)}`,
        meetingLink: `${origin}${routes.meeting(meeting.slug)}`,
        forgetDay: sayDay(forgetAfter),
      },
      attachments: WITH_CALENDAR.includes(name) ? [{ ...calendar, content: calendarOf(meeting, { origin, t }) }] : [],
    });
  };
