import { ZONE } from '../../../domain/kernel/index.ts';
import type { MeetingContent } from '../../../domain/meetings/index.ts';

/** A meeting in another language, for who reads little Dutch. */
export interface TranslationView {
  /** BCP 47, for `lang`. */
  readonly language: string;
  /** The language as its speakers call it: "English", "العربية". */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Day and hour in that language. */
  readonly moment: string;
  /** Name and address of the place, as they stand on the door. */
  readonly where: string;
}

const MOMENT = {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  // As on Dutch clocks, posters and phones.
  hourCycle: 'h23',
} as const;

/** A tag that this server cannot speak is no reason to show nothing. */
function orElse<Value>(make: () => Value, otherwise: Value): Value {
  try {
    return make();
  } catch {
    return otherwise;
  }
}

const nameOf = (tag: string): string =>
  orElse(() => new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' }).of(tag) ?? tag, tag);

/** With the digits that stand on Dutch clocks, posters and phones: a resident compares them. */
const momentIn = (tag: string, when: Date): string =>
  orElse(() => new Intl.DateTimeFormat(`${tag}-u-nu-latn`, MOMENT), new Intl.DateTimeFormat('en-GB', MOMENT)).format(
    when,
  );

const upper = (name: string, tag: string): string =>
  orElse(() => `${name.slice(0, 1).toLocaleUpperCase(tag)}${name.slice(1)}`, name);

/** The title and summary of a meeting in each language that the organiser wrote them in. */
export const translationViews = ({
  translations,
  startsAt,
  placeName,
  address,
}: Pick<MeetingContent, 'translations' | 'startsAt' | 'placeName' | 'address'>): TranslationView[] =>
  translations.map(({ language, title, summary }) => ({
    language,
    name: upper(nameOf(language), language),
    title,
    summary,
    moment: momentIn(language, startsAt),
    where: [placeName, address].filter((words) => words.trim() !== '').join(', '),
  }));
