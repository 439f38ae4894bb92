import { sync } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { aMeeting } from '../../../tests/factories/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { translate as t } from '../translate.ts';
import { calendarOf } from './index.ts';

const origin = 'https://portaal.example';
const meeting: Meeting = {
  ...aMeeting({
    version: 3,
    publishedAt: new Date('2027-01-12T09:00:00Z'),
    changedAt: new Date('2027-02-12T09:00:00Z'),
    slug: 'koffie-en-plannen',
    title: 'Koffie, thee; en plannen \\ maken 👍',
    summary:
      'Een avond waarop we met heel veel mensen uit de buurt praten over deuren, trappen, licht en é.\nKomt u ook?',
    placeName: 'Buurthuis "De Linde"',
    address: 'Lindestraat 1; Amsterdam',
  }),
  placesLeft: 20,
  waiting: 0,
};

function read(changes: Partial<Meeting> = {}) {
  const text = calendarOf({ ...meeting, ...changes }, { origin, t });
  const event = Object.values(sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('There is no event in the calendar');
  return { text, event };
}

describe('a meeting for in the calendar', () => {
  it('is read back as it was published', () => {
    const { event } = read();
    expect(event.summary).toBe(meeting.title);
    expect(event.description).toContain(meeting.summary);
    expect(event.location).toBe('Buurthuis "De Linde"\nLindestraat 1; Amsterdam');
    expect(event.start.getTime()).toBe(meeting.startsAt.getTime());
    expect(event.end?.getTime()).toBe(meeting.endsAt.getTime());
    expect(event.start.tz).toBe('Europe/Amsterdam');
    expect(event.uid).toBe(meeting.id);
    expect(String(event.sequence)).toBe('3');
    expect(event.status).toBe('CONFIRMED');
  });

  it.each([
    ['the day before summer time', '2027-03-27T18:30:00Z', '20270327T193000'],
    ['the first day of summer time', '2027-03-28T18:30:00Z', '20270328T203000'],
    ['the last day of summer time', '2027-10-30T18:30:00Z', '20271030T203000'],
    ['the first day of winter time', '2027-10-31T18:30:00Z', '20271031T193000'],
  ])('names the Dutch hour on %s', (_, instant, written) => {
    const startsAt = new Date(instant);
    const { text, event } = read({ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) });
    expect(text).toContain(`DTSTART;TZID=Europe/Amsterdam:${written}`);
    expect(event.start.getTime()).toBe(startsAt.getTime());
  });

  it('says so when it does not go on', () => {
    const { event } = read({ cancelled: 'De zaal is dicht.' });
    expect(event.status).toBe('CANCELLED');
    expect(event.summary).toContain('Gaat niet door');
    expect(event.description).toContain('De zaal is dicht.');
  });

  it('is text by the rules: CRLF, lines of at most 75 bytes, no control characters, the time zone with it', () => {
    const { text } = read();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam');
    expect(text).toContain('DTSTAMP:20270212T090000Z');
    expect(text).toContain(`URL;VALUE=URI:${origin}/bijeenkomsten/koffie-en-plannen`);
    expect(text).toContain('METHOD:PUBLISH');
  });

  it('is the same each time, so that a program sees that nothing changed', () => {
    expect(read().text).toBe(read().text);
  });

  it('cannot be broken by what an organiser typed', () => {
    const { text, event } = read({
      title: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM',
      placeName: 'y\nATTACH:https://kwaad.example',
    });
    expect(text).not.toMatch(/^(END:VEVENT\r\nBEGIN:VALARM|ATTACH)/m);
    expect(event.uid).toBe(meeting.id);
  });
});
