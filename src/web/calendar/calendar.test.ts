import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByIcalJs, readByNodeIcal, type ReadEntry } from '../../../tests/calendar/read-calendar.ts';
import { aMeeting } from '../../../tests/factories/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { translate as t } from '../translate.ts';
import { calendarFeed, calendarOf } from './index.ts';

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
    route: 'Bus 41 stopt voor de deur. Bel aan bij "zaal".',
  }),
  placesLeft: 20,
  waiting: 0,
};

const textOf = (changes: Partial<Meeting> = {}) => calendarOf({ ...meeting, ...changes }, { origin, t });

/** What both programs understand; they must agree on everything. */
function read(text: string): ReadEntry[] {
  const entries = readByIcalJs(text);
  expect(readByNodeIcal(text)).toEqual(entries);
  return entries;
}

function readOne(changes: Partial<Meeting> = {}): ReadEntry {
  const [entry, ...others] = read(textOf(changes));
  if (!entry || others.length > 0) throw new Error('There is not one event in the calendar');
  return entry;
}

const lastsTwoHours = (begin: string) => {
  const startsAt = new Date(begin);
  return { startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) };
};

describe('a meeting for in the calendar', () => {
  it('is read back as it was published', () => {
    expect(readOne()).toMatchObject({
      uid: meeting.id,
      start: meeting.startsAt.toISOString(),
      end: meeting.endsAt.toISOString(),
      zone: 'Europe/Amsterdam',
      summary: meeting.title,
      location: 'Buurthuis "De Linde"\nLindestraat 1; Amsterdam',
      status: 'CONFIRMED',
      sequence: 3,
      stamp: '2027-02-12T09:00:00.000Z',
      url: `${origin}/bijeenkomsten/koffie-en-plannen`,
    });
    expect(readOne().description).toContain(meeting.summary);
    expect(readOne().description).toContain(meeting.route);
  });

  it.each([
    ['the day before summer time', '2027-03-27T18:30:00Z', '20270327T193000'],
    ['the first day of summer time', '2027-03-28T18:30:00Z', '20270328T203000'],
    ['the night in which summer time begins', '2027-03-28T00:30:00Z', '20270328T013000'],
    ['the last day of summer time', '2027-10-30T18:30:00Z', '20271030T203000'],
    ['the first day of winter time', '2027-10-31T18:30:00Z', '20271031T193000'],
    ['the morning after the hour that came twice', '2027-10-31T02:30:00Z', '20271031T033000'],
  ])('names the Dutch hour on %s', (_, instant, written) => {
    expect(textOf(lastsTwoHours(instant))).toContain(`DTSTART;TZID=Europe/Amsterdam:${written}`);
    const { start, end } = readOne(lastsTwoHours(instant));
    expect(start).toBe(new Date(instant).toISOString());
    expect(Date.parse(end) - Date.parse(start)).toBe(7_200_000);
  });

  it('says so when it does not go on', () => {
    const entry = readOne({ cancelled: 'De zaal is dicht.' });
    expect(entry.status).toBe('CANCELLED');
    expect(entry.summary).toContain('Gaat niet door');
    expect(entry.description).toContain('De zaal is dicht.');
  });

  it('moves with the meeting: the same entry, a later version, another hour', () => {
    const moved = readOne({ version: 4, ...lastsTwoHours('2027-05-06T17:30:00Z') });
    expect(moved).toMatchObject({ uid: readOne().uid, sequence: 4, start: '2027-05-06T17:30:00.000Z' });
  });

  it('says that one can take part online, and nothing of that once it is off', () => {
    expect(readOne({ online: true }).description).toContain('online meedoen');
    expect(readOne({ online: true, cancelled: 'Ziek.' }).description).not.toContain('online meedoen');
  });

  it('is text by the rules: CRLF, lines of at most 75 bytes, no control characters, the time zone with it', () => {
    const text = textOf();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam');
    expect(text).toContain('DTSTAMP:20270212T090000Z');
    expect(text).toContain(`URL;VALUE=URI:${origin}/bijeenkomsten/koffie-en-plannen`);
    expect(text).toContain('METHOD:PUBLISH');
  });

  it('is the same each time, so that a program sees that nothing changed', () => {
    expect(textOf()).toBe(textOf());
  });

  it('cannot be broken by what an organiser typed', () => {
    const text = textOf({ title: 'x\r\nEND:VEVENT\r\nBEGIN:VALARM', placeName: 'y\nATTACH:https://kwaad.example' });
    expect(text).not.toMatch(/^(END:VEVENT\r\nBEGIN:VALARM|ATTACH)/m);
    expect(read(text)).toHaveLength(1);
  });

  it.each([
    ['Arabic', 'قهوة وخطط: للساحة، 2027'],
    ['signs that mean something to calendars', '\\, \\; :;,"=\\\\ \\t'],
    ['a family of one sign', '👩‍👩‍👧‍👦'.repeat(30)],
    ['a very long word', 'é'.repeat(500)],
  ])('keeps %s', (_, words) => {
    expect(readOne({ title: words, placeName: words, address: words })).toMatchObject({
      summary: words,
      location: `${words}\n${words}`,
    });
  });

  it('never looks like the end of a line to programs that read a backslash wrongly', () => {
    expect(readOne({ title: 'Map C:\\nieuw \\N' }).summary).toBe('Map C:/nieuw /N');
  });

  it('keeps every text, and means the same to both programs', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    const oneLine = (typed: string) =>
      typed
        .replace(/\p{Cc}/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/\\(?=n)/gi, '/')
        .trim();
    fc.assert(
      fc.property(words, words, words, (title, placeName, summary) => {
        const entry = readOne({ title: `t${title}`, placeName: `p${placeName}`, address: 'a', summary, route: '' });
        expect(entry.summary).toBe(oneLine(`t${title}`));
        expect(entry.location).toBe(`${oneLine(`p${placeName}`)}\na`);
      }),
      { numRuns: 120 },
    );
  });
});

describe('meetings for a program that subscribes', () => {
  const other: Meeting = { ...meeting, id: 'another', slug: 'nog-een', cancelled: 'Ziek.', version: 5 };
  const head = { name: 'Bijeenkomsten, alle; in de buurt', page: `${origin}/bijeenkomsten` };

  it('are one calendar with the time zone once, and the same entries as in files and mails', () => {
    const text = calendarFeed([meeting, other], head, { origin, t });
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(read(text)).toEqual([...read(textOf()), ...read(textOf(other))]);
  });

  it('say how often to look again, and what the calendar is called', () => {
    const text = calendarFeed([meeting], head, { origin, t });
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT6H');
    expect(text).toContain('X-PUBLISHED-TTL:PT6H');
    expect(text).toContain('X-WR-CALNAME:Bijeenkomsten\\, alle\\; in de buurt');
  });

  it('are a calendar also when there are none', () => {
    const text = calendarFeed([], head, { origin, t });
    expect(read(text)).toEqual([]);
    expect(text).toContain('BEGIN:VTIMEZONE');
  });
});
