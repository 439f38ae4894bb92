import english from '../../content/messages/en/letters.json' with { type: 'json' };
import dutch from '../../content/messages/nl/letters.json' with { type: 'json' };
import { dayOf, ZONE, type Day, type LetterLanguage } from '../domain/kernel/index.ts';
import type { Meeting } from '../domain/meetings/index.ts';
import { makeSpeaker, type MessageValues } from './translate.ts';

/** A sentence of content/messages/{language}/letters.json; English has each that a letter to residents needs. */
export type LetterKey = keyof typeof dutch;

/** How letters say things in one language. */
export interface LetterWords {
  say(key: LetterKey, values?: MessageValues): string;
  /** `donderdag 18 maart 2027`, `Thursday 18 March 2027` */
  longDay(when: Date | Day): string;
  /** `18 maart 2027` */
  day(when: Date | Day): string;
  /** `donderdag 18 maart 2027 om 19.30 uur`, `Thursday 18 March 2027 at 19:30` */
  moment(when: Date): string;
  /** `van 19.30 tot 21.30 uur`, `19:30 to 21:30`; names the day of the end when that is another one. */
  hours(meeting: Pick<Meeting, 'startsAt' | 'endsAt'>): string;
}

const LOCALES: Readonly<Record<LetterLanguage, string>> = { nl: 'nl', en: 'en-GB' };

/** Noon: far from both midnights, whatever the season. */
const instant = (when: Date | Day): Date => (typeof when === 'string' ? new Date(`${when}T12:00:00Z`) : when);

function wordsIn(language: LetterLanguage, sentences: typeof english): LetterWords {
  const speaker = makeSpeaker(language, { letters: sentences });
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options });
    // British English writes a comma after the day of the week.
    return (when: Date | Day) => formatter.format(instant(when)).replace(',', '');
  };
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const [longDay, day] = [format({ weekday: 'long', ...date }), format(date)];
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const bare = (when: Date) => (language === 'nl' ? clock(when).replace(':', '.') : clock(when));
  const time = (when: Date) => (language === 'nl' ? `${bare(when)} uur` : bare(when));
  const say: LetterWords['say'] = (key, values) => speaker.say(`letters.${key}`, values);

  return {
    say,
    longDay,
    day,
    moment: (when) => say('moment', { day: longDay(when), time: time(when) }),
    hours: ({ startsAt, endsAt }) =>
      dayOf(startsAt) === dayOf(endsAt)
        ? say('time', { from: bare(startsAt), to: time(endsAt) })
        : say('time.over', { from: time(startsAt), dayTo: longDay(endsAt), to: time(endsAt) }),
  };
}

/** The words of each language in which residents get letters. */
export const letterWords: Readonly<Record<LetterLanguage, LetterWords>> = {
  nl: wordsIn('nl', dutch),
  en: wordsIn('en', english),
};
