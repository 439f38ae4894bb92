import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../domain/kernel/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { DUTCH_TIME } from './time-zone.ts';

/** How a calendar entry is sent: RFC 5545 as UTF-8. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);

/** RFC 5545 has no place for control characters; the library escapes line ends in the texts of an event. */
const text = (words: string): string => words.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
const line = (words: string): string => text(words).replace(/\s+/g, ' ').trim();
/** The name of a calendar is the one text that the library does not escape (3.3.11). */
const escaped = (words: string): string => line(words).replace(/[\\;,]/g, '\\$&');

/**
 * The meeting for in a calendar program (RFC 5545, RFC 7986). UID stays and SEQUENCE grows with each change, so that a
 * program that reads it again moves the entry, or strikes it out when the meeting is called off. The same meeting gives
 * the same bytes.
 */
export function calendarOf(
  meeting: Meeting,
  { origin, t }: { readonly origin: string; readonly t: Translate },
): string {
  const page = `${origin}${routes.meeting(meeting.slug)}`;
  const title = line(meeting.title);
  const calendar = new ICalCalendar({
    prodId: { company: 'Buurtbalans', product: 'Bijeenkomsten', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(title),
    // A subscribed program looks again after six hours.
    ttl: 6 * 3600,
    url: page,
  });
  // Not as the calendar's own zone: the library would then write DTSTAMP and the hours without any zone.
  calendar.timezone({ name: null, generator: () => DUTCH_TIME });
  calendar.createEvent({
    id: meeting.id,
    sequence: meeting.version,
    stamp: zoned(meeting.changedAt),
    created: zoned(meeting.publishedAt),
    lastModified: zoned(meeting.changedAt),
    timezone: ZONE,
    start: zoned(meeting.startsAt),
    end: zoned(meeting.endsAt),
    summary: meeting.cancelled === null ? title : t('meetings.calendar.off', { title }),
    description: text(
      [meeting.cancelled, meeting.summary, t('meetings.calendar.more', { page })].filter(Boolean).join('\n\n'),
    ),
    location: {
      title: line(meeting.placeName),
      address: line(meeting.address),
      ...(meeting.place && { geo: meeting.place }),
    },
    status: meeting.cancelled === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    url: page,
  });
  return calendar.toString();
}
