import ar from '../../../content/messages/ar/poster.json' with { type: 'json' };
import en from '../../../content/messages/en/poster.json' with { type: 'json' };
import es from '../../../content/messages/es/poster.json' with { type: 'json' };
import fr from '../../../content/messages/fr/poster.json' with { type: 'json' };
import nl from '../../../content/messages/nl/poster.json' with { type: 'json' };
import pl from '../../../content/messages/pl/poster.json' with { type: 'json' };
import tr from '../../../content/messages/tr/poster.json' with { type: 'json' };
import type { Buurt } from '../../domain/buurten/index.ts';
import { dayOf, ZONE } from '../../domain/kernel/index.ts';
import { signUpWindow, type Meeting } from '../../domain/meetings/index.ts';
import { makeSpeaker, type Speaker } from '../translate.ts';

const FILES = { nl, en, ar, tr, pl, es, fr };

/** In which a poster can speak. Dutch is always on it, and first. */
export type PosterLanguage = keyof typeof FILES;
export const POSTER_LANGUAGES: readonly PosterLanguage[] = ['nl', 'en', 'ar', 'tr', 'pl', 'es', 'fr'];

const isPosterLanguage = (tag: string): tag is PosterLanguage => tag in FILES;

/** A poster to hang up, or a flyer to hand out. */
export type SheetSize = 'a4' | 'a5';
/** How many languages one sheet holds, Dutch among them. More would make all of them too small to read. */
export const MOST_LANGUAGES: Readonly<Record<SheetSize, number>> = { a4: 3, a5: 2 };

/**
 * The languages that `taal` asks for: each once, Dutch first, in our own order, no more than fit. What we do not have is
 * left out. So there are only so many different sheets of one meeting.
 */
export function chosenLanguages(asked: readonly string[], size: SheetSize): PosterLanguage[] {
  const tags = asked.flatMap((one) => one.split(',')).map((tag) => tag.trim());
  const known = new Set(tags.filter(isPosterLanguage).filter((tag) => tag !== 'nl'));
  const first = new Set([...known].slice(0, MOST_LANGUAGES[size] - 1));
  return POSTER_LANGUAGES.filter((tag) => tag === 'nl' || first.has(tag));
}

/**
 * Arabic with the digits 0–9: it is how hours, telephones and house numbers are written in the Netherlands and in Morocco,
 * and who learned other digits reads these as well. English the British way: a day before its month, 24 hours.
 */
const LOCALES: Readonly<Record<PosterLanguage, string>> = {
  ...{ nl: 'nl', en: 'en-GB', ar: 'ar-u-nu-latn', tr: 'tr', pl: 'pl', es: 'es', fr: 'fr' },
};

const speakers = new Map<PosterLanguage, Speaker>(
  POSTER_LANGUAGES.map((tag) => [tag, makeSpeaker(LOCALES[tag], { poster: FILES[tag] })]),
);

/** What one language says on the sheet. Free texts are in Dutch, unless the organiser translated them. */
export interface SheetWords {
  readonly language: PosterLanguage;
  readonly direction: 'ltr' | 'rtl';
  /** Its own name: `Türkçe`. */
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  /** Empty when there is no translation. */
  readonly summary: string;
  readonly translated: boolean;
  readonly weekday: string;
  readonly day: string;
  readonly hours: string;
  /** Day and hours in one sentence. */
  readonly when: string;
  /** What is good to know; nothing when it does not go on. */
  readonly facts: readonly string[];
  readonly audience: string | null;
  readonly off: string | null;
  /** What to do: sign up, from when, or read more. */
  readonly join: string;
  readonly scan: string;
  readonly call: string | null;
  readonly organiser: string;
}

/** A number that stays together, and keeps its order between Arabic letters (U+200E, LEFT-TO-RIGHT MARK). */
const phoneWords = (phone: string): string => `\u200E${phone.trim().replace(/\s+/g, '\u00A0')}\u200E`;

function hourIn(language: PosterLanguage, when: Date): string {
  const clock = new Intl.DateTimeFormat(LOCALES[language], {
    ...{ timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(when);
  return language === 'nl' ? clock.replace(':', '.') : clock;
}

const dayIn = (language: PosterLanguage, when: Date, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options }).format(when);

const DAY = { day: 'numeric', month: 'long' } as const;

function hoursIn(language: PosterLanguage, { startsAt, endsAt }: Meeting, { say }: Speaker): string {
  const to = hourIn(language, endsAt);
  const another = dayOf(startsAt) === dayOf(endsAt) ? to : `${dayIn(language, endsAt, DAY)}, ${to}`;
  return say('poster.sheet.hours', { from: hourIn(language, startsAt), to: another });
}

function listIn(language: PosterLanguage, tags: readonly string[]): string {
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'language' });
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  return list.format(tags.flatMap((tag) => names.of(tag) ?? []));
}

/** Who reads another language wants to know whether it is spoken there; who reads Dutch, which ones are. */
function spokenIn(
  language: PosterLanguage,
  { languages, interpreters }: Meeting,
): Pick<Meeting, 'languages' | 'interpreters'> {
  const own = (tags: readonly string[]) => tags.filter((tag) => tag === language);
  if (language === 'nl' || !(languages.includes(language) || interpreters.includes(language)))
    return { languages, interpreters };
  return { languages: own(languages), interpreters: own(interpreters) };
}

function factsIn(language: PosterLanguage, meeting: Meeting, { say }: Speaker): string[] {
  const ticks = (['food', 'childcare', 'wheelchair', 'online'] as const).filter((fact) => meeting[fact]);
  const spoken = spokenIn(language, meeting);
  const lists = (['languages', 'interpreters'] as const).filter((fact) => spoken[fact].length > 0);
  return [
    say('poster.sheet.free'),
    ...ticks.map((fact) => say(`poster.sheet.${fact}`)),
    ...lists.map((fact) => say(`poster.sheet.${fact}`, { list: listIn(language, spoken[fact]) })),
  ];
}

function joinIn(
  language: PosterLanguage,
  meeting: Meeting,
  { speaker: { say }, now }: { speaker: Speaker; now: Date },
) {
  if (meeting.cancelled !== null) return say('poster.sheet.read');
  const window = signUpWindow(meeting, now);
  if (window === 'closed') return say('poster.sheet.closed');
  if (window === 'open' || meeting.signUpOpensAt === null) return say('poster.sheet.join');
  return say('poster.sheet.opens', { day: dayIn(language, meeting.signUpOpensAt, DAY) });
}

export interface SheetSubject {
  readonly meeting: Meeting;
  readonly buurt: Pick<Buurt, 'name' | 'contact'>;
  readonly now: Date;
}

/** The name of a language, said in a language: `Turks`, `Türkçe`. */
export const languageName = (language: PosterLanguage, inLanguage: PosterLanguage): string =>
  new Intl.DisplayNames(LOCALES[inLanguage], { type: 'language' }).of(language) ?? language;

/** Everything that stands on a sheet in one language. */
export function wordsIn(language: PosterLanguage, { meeting, buurt, now }: SheetSubject): SheetWords {
  const speaker = speakers.get(language);
  if (!speaker) throw new Error(`There is no content/messages/${language}/poster.json`);
  const { say } = speaker;
  const own = language === 'nl' ? meeting : meeting.translations.find((one) => one.language === language);
  const phone = buurt.contact.phone.trim();
  const hours = hoursIn(language, meeting, speaker);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    name: languageName(language, language),
    kind: say('poster.sheet.kind'),
    title: own?.title ?? say('poster.sheet.kind'),
    summary: own?.summary ?? '',
    translated: own !== undefined,
    weekday: dayIn(language, meeting.startsAt, { weekday: 'long' }),
    day: dayIn(language, meeting.startsAt, DAY),
    hours,
    when: say('poster.sheet.when', { day: dayIn(language, meeting.startsAt, { weekday: 'long', ...DAY }), hours }),
    facts: meeting.cancelled === null ? factsIn(language, meeting, speaker) : [],
    audience: language === 'nl' && meeting.audience.trim() !== '' ? meeting.audience : null,
    off: meeting.cancelled === null ? null : say('poster.sheet.off'),
    join: joinIn(language, meeting, { speaker, now }),
    scan: say('poster.sheet.scan'),
    call: phone === '' ? null : say('poster.sheet.call', { phone: phoneWords(phone) }),
    organiser: say('poster.sheet.organiser', { organiser: meeting.organiser }),
  };
}
