import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from '../../domain/kernel/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { DUTCH_TIME } from './time-zone.ts';

/** How a calendar entry is sent: RFC 5545 as UTF-8. */
export const CALENDAR_TYPE = 'text/calendar; charset=utf-8; method=PUBLISH';

/** A subscribed program looks again after six hours. */
const REFRESH_SECONDS = 6 * 3600;

const zoned = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE);

/**
 * RFC 5545 has no place for control characters, nor UTF-8 for half of a pair; the library escapes line ends itself. A
 * backslash before an n becomes a slash: some programs (node-ical) read it as the end of a line however well it is escaped.
 */
const text = (words: string): string =>
  words
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/\\(?=n)/gi, '/');
const line = (words: string): string => text(words).replace(/\s+/g, ' ').trim();
/** The name of a calendar is the one text that the library does not escape (3.3.11). */
const escaped = (words: string): string => line(words).replace(/[\\;,]/g, '\\$&');

export interface CalendarNeeds {
  /** Of the portal, without a slash behind it: entries lead back to their page. */
  readonly origin: string;
  readonly t: Translate;
}

interface CalendarHead {
  readonly name: string;
  /** The page that shows the same to people. */
  readonly page: string;
}

/** An empty calendar with the Dutch hours in it. */
function open({ name, page }: CalendarHead): ICalCalendar {
  const calendar = new ICalCalendar({
    prodId: { company: 'Buurtbalans', product: 'Bijeenkomsten', language: 'NL' },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(name),
    ttl: REFRESH_SECONDS,
    url: page,
  });
  // Not as the calendar's own zone: the library would then write DTSTAMP and the hours without any zone.
  calendar.timezone({ name: null, generator: () => DUTCH_TIME });
  return calendar;
}

/** What stands in the entry. Never the link to take part online: only participants get that, by mail. */
function describe(meeting: Meeting, page: string, t: Translate): string {
  const parts = [
    meeting.cancelled,
    meeting.summary,
    meeting.route && t('meetings.calendar.route', { route: meeting.route }),
    meeting.online && meeting.cancelled === null && t('meetings.calendar.online'),
    t('meetings.calendar.more', { page }),
  ];
  return text(parts.filter(Boolean).join('\n\n'));
}

/**
 * UID stays and SEQUENCE grows with each change, so that a program that reads it again moves the entry, or strikes it out
 * when the meeting is called off (RFC 5545, 3.8.7.4). UID is the same in a file, in a mail and in a feed.
 */
function enter(calendar: ICalCalendar, meeting: Meeting, { origin, t }: CalendarNeeds): void {
  const page = origin + routes.meeting(meeting.slug);
  const title = line(meeting.title);
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
    description: describe(meeting, page, t),
    location: {
      title: line(meeting.placeName),
      address: line(meeting.address),
      ...(meeting.place && { geo: meeting.place }),
    },
    status: meeting.cancelled === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    url: page,
  });
}

/** One meeting for in a calendar program (RFC 5545, RFC 7986). The same meeting gives the same bytes. */
export function calendarOf(meeting: Meeting, needs: CalendarNeeds): string {
  const calendar = open({ name: meeting.title, page: needs.origin + routes.meeting(meeting.slug) });
  enter(calendar, meeting, needs);
  return calendar.toString();
}

/** Meetings for a program that subscribes: it reads this again and again, and follows what moved or was called off. */
export function calendarFeed(meetings: readonly Meeting[], head: CalendarHead, needs: CalendarNeeds): string {
  const calendar = open(head);
  for (const meeting of meetings) enter(calendar, meeting, needs);
  const written = calendar.toString();
  // A calendar has at least one part (RFC 5545, 3.6); without entries the library writes no time zone either.
  return meetings.length > 0 ? written : written.replace('END:VCALENDAR', `${DUTCH_TIME}\r\nEND:VCALENDAR`);
}
