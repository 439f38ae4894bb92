import { addDays, dayOf, timeOf } from '../../kernel/index.ts';
import type { MeetingContent, MeetingTranslation } from '../../meetings/index.ts';
import { writePoint, type FieldReader } from '../field-reader.ts';
import { idsOf, type Kind } from './kind.ts';
import { readHours } from './meeting-hours.ts';
import { rowsOf } from './rows.ts';
import { readRepeat } from './series.ts';

/** What is spoken or interpreted at meetings; BCP 47. More can be added here: the browser's own list names them. */
export const LANGUAGES = ['nl', 'en', 'ar', 'tr', 'pl', 'es', 'fr', 'so', 'ti', 'uk', 'zgh', 'srn', 'pap'] as const;

/** Into which title and summary can be translated: the page itself is in Dutch. */
export const TRANSLATION_LANGUAGES: readonly string[] = LANGUAGES.filter((language) => language !== 'nl');

const TITLE = { max: 80 };
const SUMMARY = { max: 200 };
const TRANSLATION = ['translationLanguage', 'translationTitle', 'translationSummary'] as const;

/** Each language once, with its title and its summary; a row with nothing in it is left out. */
function readTranslations(reader: FieldReader): MeetingTranslation[] {
  const seen = new Set<string>();
  return rowsOf(reader, TRANSLATION, TRANSLATION_LANGUAGES.length).flatMap((index) => {
    const empty = TRANSLATION.filter((column) => (reader.all(column)[index] ?? '') === '');
    if (empty.length === TRANSLATION.length) return [];
    for (const column of empty) reader.report(column, 'needs-partner', { index });
    const title = reader.textAt('translationTitle', index, TITLE);
    const summary = reader.textAt('translationSummary', index, SUMMARY);
    const language = reader.reference('translationLanguage', TRANSLATION_LANGUAGES, index);
    if (language === null) return [];
    if (seen.has(language)) reader.report('translationLanguage', 'language-twice', { index });
    seen.add(language);
    return [{ language, title, summary }];
  });
}

function readCancelled(reader: FieldReader): string | null {
  if (!reader.ticked('isCancelled')) {
    // Whoever wrote why must not believe that everybody was told.
    if (reader.raw('cancelled') !== '') reader.report('isCancelled', 'not-ticked');
    return null;
  }
  return reader.text('cancelled', { max: 500 });
}

/** Who can come, and what makes that easy. */
function readWelcome(reader: FieldReader) {
  const places = reader.whole('places', 1, 2_000);
  if (reader.raw('places') === '') reader.report('places', 'required');
  const languages = reader.references('languages', LANGUAGES);
  if (languages.length === 0) reader.report('languages', 'required');
  return {
    online: reader.ticked('online'),
    places: places ?? 1,
    organiser: reader.text('organiser', { max: 120 }),
    languages,
    interpreters: reader.references('interpreters', LANGUAGES),
    wheelchair: reader.ticked('wheelchair'),
    childcare: reader.ticked('childcare'),
    food: reader.ticked('food'),
    translations: readTranslations(reader),
  };
}

const tick = (ticked: boolean): string => (ticked ? 'on' : '');
const dayIn = (instant: Date | null): string => (instant === null ? '' : dayOf(instant));
const timeIn = (instant: Date | null): string => (instant === null ? '' : timeOf(instant));

export const meetingKind: Kind<MeetingContent> = {
  // Translations stand side by side in columns. `repeat` and `repeatTimes` are asked only of something new.
  fields: [
    ...['title', 'summary', 'audience', 'description', 'agenda'],
    ...['day', 'begin', 'end', 'repeat', 'repeatTimes'],
    ...['signUpOpensDay', 'signUpOpensTime', 'signUpClosesDay', 'signUpClosesTime'],
    ...['placeName', 'address', 'route', 'point', 'online'],
    ...['places', 'organiser', 'languages', 'interpreters', 'wheelchair', 'childcare', 'food'],
    ...TRANSLATION,
    ...['themeIds', 'isCancelled', 'cancelled'],
  ],
  read(reader, surroundings) {
    const { meeting, draftId, themes } = surroundings;
    return {
      title: reader.text('title', TITLE),
      summary: reader.text('summary', SUMMARY),
      audience: reader.text('audience', { max: 200, optional: true }),
      description: reader.text('description', { max: 10_000, optional: true }),
      agenda: reader.text('agenda', { max: 5_000, optional: true }),
      ...readHours(reader, surroundings),
      placeName: reader.text('placeName', { max: 120 }),
      address: reader.text('address', { max: 200 }),
      route: reader.text('route', { max: 1_000, optional: true }),
      place: reader.point('point'),
      ...readWelcome(reader),
      themeIds: reader.references('themeIds', idsOf(themes)),
      series: meeting?.series ?? (readRepeat(reader, surroundings) === null ? null : draftId),
      cancelled: readCancelled(reader),
    };
  },
  // `series` is no field: it says of which draft a meeting was made.
  write: ({ startsAt, endsAt, signUpOpensAt, signUpClosesAt, place, translations, series: _, ...rest }) => ({
    ...rest,
    day: dayOf(startsAt),
    begin: timeOf(startsAt),
    end: timeOf(endsAt),
    signUpOpensDay: dayIn(signUpOpensAt),
    signUpOpensTime: timeIn(signUpOpensAt),
    signUpClosesDay: dayIn(signUpClosesAt),
    signUpClosesTime: timeIn(signUpClosesAt),
    point: writePoint(place),
    online: tick(rest.online),
    places: String(rest.places),
    wheelchair: tick(rest.wheelchair),
    childcare: tick(rest.childcare),
    food: tick(rest.food),
    translationLanguage: translations.map(({ language }) => language),
    translationTitle: translations.map(({ title }) => title),
    translationSummary: translations.map(({ summary }) => summary),
    isCancelled: tick(rest.cancelled !== null),
    cancelled: rest.cancelled ?? '',
  }),
  blank: ({ now, buurt }) => ({
    day: addDays(dayOf(now), 14),
    begin: '19:30',
    end: '21:30',
    languages: ['nl'],
    organiser: buurt?.contact.organisation ?? '',
  }),
};
