import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../../tests/factories/index.ts';
import type { Version } from '../../../domain/kernel/index.ts';
import type { Meeting, MeetingContent } from '../../../domain/meetings/index.ts';
import { translate as t } from '../../translate.ts';
import { meetingArticle, type MeetingSetting } from './article.ts';
import { makeTexts } from '../texts.ts';

const now = new Date('2027-03-15T09:00:00Z');
const over = { startsAt: new Date('2027-03-01T18:30:00Z'), endsAt: new Date('2027-03-01T20:30:00Z') };
const aMeeting = (changes: Partial<Meeting> = {}): Meeting => ({
  ...announced({ slug: 'koffie', placeName: 'De Linde', address: 'Lindestraat 1', place: null, ...changes }),
  placesLeft: 20,
  waiting: 0,
});
const article = (changes: Partial<Meeting> = {}, setting: Partial<MeetingSetting> = {}) =>
  meetingArticle(
    aMeeting(changes),
    { buurt: { slug: 'linde', name: 'Lindebuurt' }, themes: [], history: [], ...setting },
    { t, now, texts: makeTexts(t) },
  );
const version = (number: number, content: Partial<Meeting> = {}, note = ''): Version<MeetingContent> => ({
  version: number,
  at: now,
  note,
  content: aMeeting(content),
});
const said = ({ notices }: ReturnType<typeof article>) => notices.flatMap(({ lines }) => lines).join(' ');

describe('what one must know of a meeting first', () => {
  it('is why it does not go on, and that nobody has to do anything', () => {
    const off = article({ cancelled: 'De zaal is dicht.' });
    expect(said(off)).toContain('De zaal is dicht.');
    expect(said(off)).toContain('U hoeft niets te doen.');
    expect(off).toMatchObject({ isOff: true, signUp: null, sheets: [] });
  });

  it('is that it does not go on, without the way to get there', () => {
    const off = article({ cancelled: 'De zaal is dicht.', route: 'Neem lijn 3.', place: { lon: 4.9, lat: 52.3 } });
    expect(off).toMatchObject({ planRoute: null, route: '' });
  });

  it('is that it is over, without what would help to get there', () => {
    const past = article({ ...over, online: true, route: 'Neem lijn 3.', place: { lon: 4.9, lat: 52.3 } });
    expect(said(past)).toContain('2 weken geleden');
    expect(past).toMatchObject({ isOver: true, calendar: null, planRoute: null, route: '', online: null, access: [] });
  });

  it('is what it was before it moved: the last other day and place, also after a change of something else', () => {
    const history = [
      version(1, { startsAt: new Date('2027-04-06T17:30:00Z'), placeName: 'De Eik' }),
      version(2, { startsAt: new Date('2027-04-07T17:30:00Z') }),
      version(3),
      version(4),
    ];
    const moved = article({ version: 4 }, { history });
    expect(moved.moved).toEqual({ time: 'woensdag 7 april 2027, 19.30 uur', place: 'De Eik, Lindestraat 1' });
    expect(said(moved)).toContain('Eerst was het woensdag 7 april 2027, 19.30 uur.');
    expect(said(moved)).toContain('Nu is het donderdag 18 maart 2027, 19.30 uur.');
  });

  it('is nothing when only words changed, or an address was mended', () => {
    const history = [version(1, { title: 'Kofie', address: 'Lindestr 1' }), version(2)];
    expect(article({ version: 2 }, { history })).toMatchObject({ notices: [], moved: { time: null, place: null } });
  });
});

describe('signing up, in words', () => {
  const opens = new Date('2027-03-16T08:00:00Z');
  const closes = new Date('2027-03-17T16:00:00Z');

  it('says from when and until when, before it opens', () => {
    const view = article({ signUpOpensAt: opens, signUpClosesAt: closes });
    expect(view.window).toBe(
      'Dat kan vanaf dinsdag 16 maart 2027, 09.00 uur. Dat kan tot woensdag 17 maart 2027, 17.00 uur.',
    );
    expect(view).toMatchObject({ signUp: null, places: 'Er is plaats voor 20 mensen.' });
  });

  it('says until when while it is open, and nothing when that is the start', () => {
    expect(article({ signUpClosesAt: closes }).window).toBe('Dat kan tot woensdag 17 maart 2027, 17.00 uur.');
    expect(article().window).toBeNull();
    expect(article().signUp?.href).toBe('/bijeenkomsten/koffie/aanmelden');
  });

  it('says that it is closed, and whom to ask', () => {
    const view = article({ signUpClosesAt: now });
    expect(view.window).toContain('Vraag het de organisator.');
    expect(view).toMatchObject({ signUp: null, places: null });
  });
});

describe('the way there', () => {
  it('leads to a planner by coordinates, or by the address where those are not known', () => {
    expect(article({ place: { lon: 4.955, lat: 52.315 } }).planRoute?.href).toBe(
      'https://www.openstreetmap.org/directions?to=52.31500%2C4.95500',
    );
    expect(article({ address: 'A&B-straat 1' }).planRoute?.href).toContain('?to=A%26B-straat+1');
    expect(article({ address: ' ' }).planRoute).toBeNull();
  });
});

describe('who reads little Dutch', () => {
  const translations = [
    { language: 'en', title: 'Coffee', summary: 'An evening.' },
    { language: 'ar', title: 'قهوة', summary: 'أمسية.' },
    { language: 'zz-!', title: 'X', summary: 'Y' },
  ];

  it('reads title, day and hour in that language, with the digits of a Dutch clock', () => {
    const [english, arabic] = article({ translations }).translations;
    expect(english).toMatchObject({ name: 'English', moment: 'Thursday, March 18, 2027 at 19:30' });
    expect(arabic?.name).toBe('العربية');
    expect(arabic?.moment).toContain('2027');
  });

  it('still gets the words when the server does not know the language', () => {
    expect(article({ translations }).translations[2]).toMatchObject({ name: 'zz-!', title: 'X' });
  });
});

describe('the other dates of a series', () => {
  it('are those still to come, with what is off, without itself', () => {
    const itself = aMeeting();
    const series = [
      { ...aMeeting({ slug: 'koffie-1' }), ...over },
      itself,
      aMeeting({ slug: 'koffie-3', cancelled: 'Ziek.' }),
      aMeeting({ slug: 'koffie-4' }),
    ];
    const { series: dates } = article({ id: itself.id }, { series });
    expect(dates.map(({ href, mark }) => [href, mark])).toEqual([
      ['/bijeenkomsten/koffie-3', 'gaat niet door'],
      ['/bijeenkomsten/koffie-4', null],
    ]);
  });
});

it('shows six dates of a long series, and where the rest is', () => {
  const series = Array.from({ length: 12 }, (_, n) => aMeeting({ slug: `koffie-${n}` }));
  const { series: dates, seriesRest } = article({}, { series });
  expect(dates).toHaveLength(6);
  expect(seriesRest).toEqual({
    href: '/bijeenkomsten?buurt=linde',
    label: 'En nog 6 keer. Bekijk alle bijeenkomsten in Lindebuurt',
  });
});

describe('what the page of a meeting tells besides', () => {
  it('says for whom it is, and who interprets', () => {
    expect(article({ audience: '', interpreters: ['ar', 'tr'] })).toMatchObject({
      audience: 'Voor iedereen in Lindebuurt',
      access: [
        'Er is een tolk voor Arabisch en Turks.',
        t('meetings.wheelchair.yes'),
        ...[t('meetings.childcare.no'), t('meetings.food.yes')],
      ],
    });
  });

  it('tells each change with its day, newest first', () => {
    const history = [version(1), version(2, {}, 'Andere zaal.'), version(3)];
    expect(article({}, { history }).changes).toEqual([
      '15 maart 2027: Er is iets veranderd. Wat u hierboven leest, klopt.',
      '15 maart 2027: Andere zaal.',
    ]);
  });
});
