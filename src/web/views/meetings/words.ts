import { dayOf } from '../../../domain/kernel/index.ts';
import { hasRoom, signUpWindow, stateOf, type Meeting, type MeetingContent } from '../../../domain/meetings/index.ts';
import { sayLongDay, sayMoment, sayTime } from '../../dates.ts';
import type { Translate } from '../../translate.ts';

/** "van 19.30 tot 21.30 uur"; names the day of the end when that is another one. */
export function sayHours({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, t: Translate): string {
  const to = sayTime(endsAt, t);
  const from = sayTime(startsAt, t).replace(/ uur$/, '');
  if (dayOf(startsAt) === dayOf(endsAt)) return t('meetings.time', { from, to });
  return t('meetings.time.over', { from: sayTime(startsAt, t), dayTo: sayLongDay(endsAt, t), to });
}

/** "Nog 3 plaatsen vrij", or what the waiting list means. */
export function sayPlaces({ placesLeft, waiting }: Pick<Meeting, 'placesLeft' | 'waiting'>, t: Translate): string {
  if (hasRoom({ placesLeft, waiting })) return t('meetings.left', { n: placesLeft });
  if (waiting === 0) return t('meetings.full');
  return placesLeft > 0 ? t('meetings.queue', { n: waiting }) : t('meetings.full.waiting', { n: waiting });
}

/** When one can sign up, as far as that needs saying: "Dat kan vanaf maandag 1 maart 2027, 10.00 uur."; empty when it does not. */
export function sayWindow(meeting: Meeting, now: Date, t: Translate): string {
  const { signUpOpensAt, signUpClosesAt: closes, startsAt } = meeting;
  if (stateOf(meeting, now) !== 'upcoming') return '';
  const window = signUpWindow(meeting, now);
  if (window === 'closed') return t('meetings.window.closed');
  const until =
    closes !== null && closes < startsAt ? [t('meetings.window.until', { moment: sayMoment(closes, t) })] : [];
  if (window === 'open' || signUpOpensAt === null) return until.join(' ');
  return [t('meetings.window.notYet', { moment: sayMoment(signUpOpensAt, t) }), ...until].join(' ');
}

/** "De Linde, Lindestraat 1"; the name alone while there is no address. */
export const sayWhere = (
  { placeName, address }: Pick<MeetingContent, 'placeName' | 'address'>,
  t: Translate,
): string => (address.trim() === '' ? placeName : t('meetings.at', { place: placeName, address }));

/** "Er zijn 3 aanmeldingen vóór u." */
export const sayBefore = (before: number, t: Translate): string =>
  before === 0 ? t('meetings.before.none') : t('meetings.before', { n: before });

export const sayPeople = (people: number, t: Translate): string => t('meetings.people', { n: people });

const languageNames = new Intl.DisplayNames('nl', { type: 'language', fallback: 'code' });

/** "Nederlands, Engels en Arabisch", from BCP 47 tags; one that is not known is shown as it is. */
export function sayLanguages(tags: readonly string[], t: Translate): string {
  const words = tags.map((tag) => {
    try {
      return languageNames.of(tag) ?? tag;
    } catch {
      return tag;
    }
  });
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('meetings.language.and', { list: words.slice(0, -1).join(', '), last });
}

/** What a meeting is called, with the language of those words. */
interface TitleView {
  readonly text: string;
  readonly language: string;
}

/** In the language of the page when the organiser wrote it, else as it stands on the door. */
export function titleIn(
  { title, translations }: Pick<MeetingContent, 'title' | 'translations'>,
  t: Translate,
): TitleView {
  const translated = translations.find(({ language }) => language === t.language)?.title.trim() ?? '';
  return translated === '' ? { text: title, language: 'nl' } : { text: translated, language: t.language };
}
