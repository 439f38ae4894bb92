import { addDays, dayOf, timeOf } from '../../kernel/index.ts';
import type { MeetingContent } from '../../meetings/index.ts';
import { furthestDay, writePoint, type FieldReader } from '../field-reader.ts';
import { idsOf, type Kind, type Surroundings } from './kind.ts';

/** What is spoken or interpreted at meetings; BCP 47. More can be added here: the browser's own list names them. */
export const LANGUAGES = ['nl', 'en', 'ar', 'tr', 'pl', 'es', 'fr', 'so', 'ti', 'uk', 'zgh', 'srn', 'pap'] as const;

const HOUR = 60 * 60 * 1000;
const SOON = 14 * 24 * HOUR;

function readHours(reader: FieldReader, { now, meeting }: Surroundings): Pick<MeetingContent, 'startsAt' | 'endsAt'> {
  const begin = reader.instant('day', 'begin');
  const end = reader.instant('day', 'end');
  // A preview of a meeting without a right hour must not say that it is going on, or over.
  const startsAt = begin ?? meeting?.startsAt ?? new Date(now.getTime() + SOON);
  const endsAt = (begin && end) ?? new Date(startsAt.getTime() + 2 * HOUR);
  if (begin !== null && end !== null && endsAt <= startsAt) reader.report('end', 'end-before-begin');
  // A meeting that has been can still get a better text; only its hour cannot be moved into the past.
  const moved = startsAt.getTime() !== meeting?.startsAt.getTime();
  if (begin !== null && moved && startsAt <= now) reader.report('day', 'starts-in-past');
  if (begin !== null && dayOf(startsAt) > furthestDay(dayOf(now))) reader.report('day', 'too-far-away');
  return { startsAt, endsAt };
}

function readCancelled(reader: FieldReader): string | null {
  if (!reader.ticked('isCancelled')) return null;
  return reader.text('cancelled', { max: 500 });
}

export const meetingKind: Kind<MeetingContent> = {
  fields: [
    'title',
    'summary',
    'day',
    'begin',
    'end',
    'placeName',
    'address',
    'point',
    'places',
    'organiser',
    'languages',
    'wheelchair',
    'childcare',
    'food',
    'themeIds',
    'description',
    'isCancelled',
    'cancelled',
  ],
  read(reader, surroundings) {
    const places = reader.whole('places', 1, 2_000);
    if (reader.raw('places') === '') reader.report('places', 'required');
    const languages = reader.references('languages', LANGUAGES);
    if (languages.length === 0) reader.report('languages', 'required');
    return {
      title: reader.text('title', { max: 80 }),
      summary: reader.text('summary', { max: 200 }),
      description: reader.text('description', { max: 10_000, optional: true }),
      ...readHours(reader, surroundings),
      placeName: reader.text('placeName', { max: 120 }),
      address: reader.text('address', { max: 200 }),
      place: reader.point('point'),
      places: places ?? 1,
      organiser: reader.text('organiser', { max: 120 }),
      languages,
      wheelchair: reader.ticked('wheelchair'),
      childcare: reader.ticked('childcare'),
      food: reader.ticked('food'),
      themeIds: reader.references('themeIds', idsOf(surroundings.themes)),
      cancelled: readCancelled(reader),
    };
  },
  write: ({ startsAt, endsAt, place, places, wheelchair, childcare, food, cancelled, ...rest }) => ({
    ...rest,
    day: dayOf(startsAt),
    begin: timeOf(startsAt),
    end: timeOf(endsAt),
    point: writePoint(place),
    places: String(places),
    wheelchair: wheelchair ? 'on' : '',
    childcare: childcare ? 'on' : '',
    food: food ? 'on' : '',
    isCancelled: cancelled === null ? '' : 'on',
    cancelled: cancelled ?? '',
  }),
  blank: ({ now, buurt }) => ({
    day: addDays(dayOf(now), 14),
    begin: '19:30',
    end: '21:30',
    languages: ['nl'],
    organiser: buurt?.contact.organisation ?? '',
  }),
};
