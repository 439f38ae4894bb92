import type { Letter, LetterAttachment, LetterLanguage } from '../../../domain/kernel/index.ts';
import type { Agreement, Meeting, Report } from '../../../domain/meetings/index.ts';
import type { LetterFacts, SignUp, Standing } from '../../../domain/sign-ups/index.ts';
import { CALENDAR_TYPE, calendarOf } from '../../calendar/index.ts';
import { letterWords, type LetterWords } from '../../letter-words.ts';
import { plainBlocks, type PlainBlock } from '../../plain-blocks.ts';
import { inLanguage, routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';

type LetterName =
  | 'received-held'
  | 'received-waiting'
  | 'received-lapsed'
  | 'confirmed'
  | 'waiting'
  | 'offered'
  | 'changed'
  | 'cancelled'
  | 'called-off'
  | 'known'
  | 'reminder'
  | 'report';

export interface SignUpLettersNeeds {
  /** Fills a letter of content/letters; see src/mail. */
  readonly write: (order: {
    readonly name: LetterName;
    readonly language: LetterLanguage;
    readonly to: string;
    readonly values: Readonly<Record<string, string | null>>;
    readonly texts: Readonly<Record<string, readonly PlainBlock[]>>;
    readonly attachments: readonly LetterAttachment[];
    readonly unsubscribe?: string;
  }) => Letter;
  /** The public origin: links in mails begin with it. */
  readonly origin: string;
  /** For the calendar entry, that is the same for everybody. */
  readonly t: Translate;
}

function nameOf({ event, standing: { signUp } }: LetterFacts): LetterName {
  if (event !== 'received') return event;
  if (signUp.state === 'lapsed') return 'received-lapsed';
  return signUp.state === 'waiting' ? 'received-waiting' : 'received-held';
}

const isConfirmed = ({ state, confirmedAt }: SignUp): boolean => state === 'placed' && confirmedAt !== null;
/** Whether we wait for an answer: a confirmation, or yes to an offered place. */
const isAsked = ({ state, confirmedAt }: SignUp): boolean =>
  state === 'offered' || (confirmedAt === null && (state === 'placed' || state === 'waiting'));

const sayBefore = (before: number, words: LetterWords): string =>
  before === 0 ? words.say('before.none') : words.say('before', { n: before });

function sayStanding({ signUp, waitingBefore }: Standing, words: LetterWords): string {
  const { state, people, answerBy } = signUp;
  const asked = isAsked(signUp) && state !== 'offered';
  const key = asked ? (state === 'placed' ? 'held' : 'asked') : state;
  return words.say(`standing.${key}`, {
    people: words.say('people', { n: people }),
    places: words.say('places', { n: people }),
    before: sayBefore(waitingBefore, words),
    moment: answerBy === null ? '' : words.moment(answerBy),
  });
}

/** In the reader's language when the organiser wrote it, with the Dutch one that stands on the page. */
function titleOf({ title, translations }: Meeting, language: LetterLanguage): string {
  const translated = translations.find((translation) => translation.language === language)?.title ?? '';
  return translated === '' ? title : letterWords[language].say('title', { title: translated, dutch: title });
}

function sayAgreement({ what, owner, dueOn, done }: Agreement, words: LetterWords): string {
  const more = [
    owner === '' ? [] : [words.say('agreement.owner', { owner })],
    dueOn === null || done ? [] : [words.say('agreement.due', { day: words.day(dueOn) })],
    done ? [words.say('agreement.done')] : [],
  ].flat();
  return more.length === 0 ? what : words.say('agreement', { what, more: more.join(', ') });
}

function reportTexts({ said, agreements, next }: Report, words: LetterWords, t: Translate) {
  const agreed: PlainBlock =
    agreements.length === 0
      ? { kind: 'paragraph', text: words.say('agreement.none') }
      : { kind: 'list', items: agreements.map((agreement) => sayAgreement(agreement, words)) };
  return { said: plainBlocks(said, t), agreed: [agreed], next: plainBlocks(next, t) };
}

/** Whoever has a place gets the meeting for in the calendar; a meeting that is off is taken out of it. */
const hasCalendar = ({ event, standing: { signUp } }: LetterFacts): boolean =>
  isConfirmed(signUp) && ['confirmed', 'changed', 'called-off'].includes(event);

function calendarNote(facts: LetterFacts, words: LetterWords): string | null {
  if (!hasCalendar(facts)) return null;
  return words.say(facts.event === 'called-off' ? 'calendar.off' : 'calendar.changed');
}

function valuesOf(facts: LetterFacts, origin: string): Readonly<Record<string, string | null>> {
  const { meeting, standing, secret, forgetAfter, onlineLink, report, stopWord } = facts;
  const { signUp } = standing;
  const words = letterWords[signUp.language];
  const link = `${origin}${routes.mySignUp(meeting.slug, secret)}`;
  const people = words.say('people', { n: signUp.people });
  return {
    reader: signUp.by === '' ? signUp.name : signUp.by,
    forWhom: signUp.by === '' ? null : words.say('for', { name: signUp.name }),
    title: titleOf(meeting, signUp.language),
    day: words.longDay(meeting.startsAt),
    when: words.say('when', { day: words.longDay(meeting.startsAt), time: words.hours(meeting) }),
    where: words.say('where', { place: meeting.placeName, address: meeting.address }),
    route: meeting.route === '' ? null : meeting.route,
    people,
    places: words.say('places', { n: signUp.people }),
    before: sayBefore(standing.waitingBefore, words),
    moment: signUp.answerBy === null ? null : words.moment(signUp.answerBy),
    standing: sayStanding(standing, words),
    organiser: meeting.organiser,
    reason: meeting.cancelled,
    link,
    answerLink: isAsked(signUp) ? link : null,
    pageLink: isAsked(signUp) ? null : link,
    meetingLink: `${origin}${routes.meeting(meeting.slug)}`,
    onlineLink,
    calendarNote: calendarNote(facts, words),
    attended: report?.attended == null ? null : words.say('people', { n: report.attended }),
    tellOn: report?.tellOn == null ? null : words.say('tell-on', { day: words.longDay(report.tellOn) }),
    stopLink: `${origin}${inLanguage(routes.stopReport(stopWord), signUp)}`,
    forgetDay: words.day(forgetAfter),
  };
}

/** Says what happened to a sign-up, in a letter. What it tells is true at the commit that stores it. */
export const makeSignUpLetters =
  ({ write, origin, t }: SignUpLettersNeeds) =>
  (facts: LetterFacts): Letter => {
    const { meeting, report, standing, stopWord } = facts;
    const { email, language } = standing.signUp;
    const calendar = { name: 'bijeenkomst.ics', type: CALENDAR_TYPE };
    return write({
      name: nameOf(facts),
      language,
      to: email,
      values: valuesOf(facts, origin),
      texts: report ? reportTexts(report, letterWords[language], t) : {},
      attachments: hasCalendar(facts) ? [{ ...calendar, content: calendarOf(meeting, { origin, t }) }] : [],
      // The others are about the meeting itself, and stop with the sign-up.
      ...(facts.event === 'report' && {
        unsubscribe: `${origin}${inLanguage(routes.stopReport(stopWord), { language })}`,
      }),
    });
  };
