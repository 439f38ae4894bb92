import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../tests/factories/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import type { OwnSignUp, SignUp } from '../../domain/sign-ups/index.ts';
import { translate as t } from '../translate.ts';
import { meetingArticle } from './meetings-article.ts';
import { ownSignUpPage, receivedPage, signUpPage } from './meetings-sign-up.ts';
import { sayHours, sayLanguages, sayPlaces } from './meetings-words.ts';
import { byMonth, meetingCard, nextMeetings } from './meetings.ts';
import { makeTexts } from './texts.ts';

const now = new Date('2027-03-15T09:00:00Z');
const aMeeting = ({ placesLeft = 20, waiting = 0, ...changes }: Partial<Meeting> = {}): Meeting => ({
  ...announced({
    id: 'm',
    publishedAt: now,
    changedAt: now,
    buurtId: 'b',
    slug: 'koffie',
    title: 'Koffie en plannen',
    description: 'Kom ook.',
    summary: 'Een avond.',
    placeName: 'De Linde',
    address: 'Lindestraat 1',
    place: null,
    organiser: 'De Linde',
    ...changes,
  }),
  placesLeft,
  waiting,
});
const card = (changes: Partial<Meeting> = {}) => meetingCard(aMeeting(changes), { t, now });

describe('places in words', () => {
  it.each([
    [{ placesLeft: 1, waiting: 0 }, 'Nog 1 plaats vrij'],
    [{ placesLeft: 2, waiting: 0 }, 'Nog 2 plaatsen vrij'],
    [{ placesLeft: 0, waiting: 0 }, 'Alle plaatsen zijn bezet. U kunt op de wachtlijst.'],
    [{ placesLeft: 0, waiting: 1 }, 'Alle plaatsen zijn bezet. Er staat 1 aanmelding op de wachtlijst.'],
    [{ placesLeft: 2, waiting: 3 }, 'Er is een wachtlijst met 3 aanmeldingen. Vrije plaatsen gaan eerst daarheen.'],
  ])('says of %j: %s', (places, sentence) => {
    expect(sayPlaces(places, t)).toBe(sentence);
  });
});

describe('the hours in words', () => {
  it('names the day of the end only when that is another one', () => {
    expect(sayHours(aMeeting(), t)).toBe('van 19.30 tot 21.30 uur');
    expect(sayHours(aMeeting({ endsAt: new Date('2027-03-19T01:00:00Z') }), t)).toBe(
      'van 19.30 uur tot vrijdag 19 maart 2027, 02.00 uur',
    );
  });
});

it('names languages as people do, and one that it does not know as it is', () => {
  expect(sayLanguages(['nl'], t)).toBe('Nederlands');
  expect(sayLanguages(['nl', 'en', 'ar'], t)).toBe('Nederlands, Engels en Arabisch');
  expect(sayLanguages(['nl', 'x-onbekend-!'], t)).toContain('x-onbekend-!');
  expect(sayLanguages([], t)).toBe('');
});

describe('a meeting in a list', () => {
  it('shows its day large, and says when it is in words and for machines', () => {
    const { moment } = card();
    expect(moment.block).toEqual({ weekday: 'donderdag', day: '18', month: 'maart' });
    expect(moment).toMatchObject({ distance: 'over 3 dagen', startsAt: '2027-03-18T19:30:00+01:00' });
  });

  it('offers to sign up, or the waiting list, and nothing once it began or is off', () => {
    expect(card().signUp).toEqual({ href: '/bijeenkomsten/koffie/aanmelden', label: 'Meld u aan' });
    expect(card({ placesLeft: 0 }).signUp?.label).toBe('Kom op de wachtlijst');
    expect(card({ startsAt: now }).signUp).toBeNull();
    expect(card({ cancelled: '' })).toMatchObject({ signUp: null, places: null, mark: 'Gaat niet door' });
  });

  it('still says that it did not go on when its day is over', () => {
    const over = { endsAt: new Date('2027-03-10T20:30:00Z'), startsAt: new Date('2027-03-10T18:30:00Z') };
    expect(card({ ...over, cancelled: 'Ziek.' }).mark).toBe('Gaat niet door');
    expect(card(over).mark).toBe('Is geweest');
  });

  it('stands under the month of the Dutch calendar', () => {
    const lastMinute = aMeeting({ startsAt: new Date('2027-03-31T22:30:00Z') });
    expect(byMonth([aMeeting(), lastMinute], ({ startsAt }) => startsAt).map(({ title }) => title)).toEqual([
      'maart 2027',
      'april 2027',
    ]);
  });
});

describe('the next meetings on the page of a buurt', () => {
  const buurt = { slug: 'linde', name: 'Lindebuurt' };
  const some = (n: number) => Array.from({ length: n }, (_, at) => aMeeting({ id: String(at), slug: `koffie-${at}` }));

  it('shows one large, the following small, and nothing more', () => {
    const { next, later, more } = nextMeetings(some(3), buurt, { t, now });
    expect(next?.href).toBe('/bijeenkomsten/koffie-0');
    expect(later.map(({ href }) => href)).toEqual(['/bijeenkomsten/koffie-1', '/bijeenkomsten/koffie-2']);
    expect(more).toBeNull();
  });

  it('leaves many meetings to their own list, and says how many', () => {
    const { later, more } = nextMeetings(some(200), buurt, { t, now });
    expect(later).toHaveLength(4);
    expect(more).toEqual({ href: '/bijeenkomsten?buurt=linde', label: 'Bekijk nog 195 bijeenkomsten in Lindebuurt' });
  });

  it('has none when there is none', () => {
    expect(nextMeetings([], buurt, { t, now })).toEqual({ next: undefined, later: [], more: null });
  });
});

describe('the page of a meeting', () => {
  const article = (changes: Partial<Meeting> = {}, history: Parameters<typeof meetingArticle>[1]['history'] = []) =>
    meetingArticle(
      aMeeting(changes),
      { buurt: { slug: 'linde', name: 'Lindebuurt' }, themes: [], history },
      { t, now, texts: makeTexts(t) },
    );

  it('says why it does not go on, and that nobody has to do anything', () => {
    const { notice, signUp } = article({ cancelled: 'De zaal is dicht.' });
    expect(notice?.lines.join(' ')).toContain('De zaal is dicht.');
    expect(notice?.lines.join(' ')).toContain('U hoeft niets te doen.');
    expect(signUp).toBeNull();
  });

  it('leads to what came of it when it is over', () => {
    const { notice, calendar } = article({
      startsAt: new Date('2027-03-01T18:30:00Z'),
      endsAt: new Date('2027-03-01T20:30:00Z'),
    });
    expect(notice?.link?.href).toBe('/buurten/linde');
    expect(notice?.lines[0]).toContain('2 weken geleden');
    expect(calendar).toBeNull();
  });

  it('tells each change with its day, newest first', () => {
    const version = (number: number, note: string) => ({ version: number, at: now, note, content: aMeeting() });
    expect(article({}, [version(1, ''), version(2, 'Andere zaal.'), version(3, '')]).changes).toEqual([
      '15 maart 2027: Er is iets veranderd. Wat u hierboven leest, klopt.',
      '15 maart 2027: Andere zaal.',
    ]);
  });
});

describe('the form to sign up', () => {
  const page = (changes: Partial<Meeting> = {}) => signUpPage(aMeeting(changes), { t, now, forgetAfterDays: 14 });

  it('tells how many can come together, and the day on which all is forgotten', () => {
    expect(page()).toMatchObject({ mostPeople: 10, forgetDay: '1 april 2027', closed: null });
    expect(page({ places: 3 }).mostPeople).toBe(3);
  });

  it('carries another word each time, by which a double click is known', () => {
    expect(page().attempt).not.toBe(page().attempt);
  });

  it('says why it is closed', () => {
    expect(page({ startsAt: now }).closed).toBe(t('meetings.error.past'));
    expect(page({ cancelled: 'Ziek.' }).closed).toBe(t('meetings.error.off'));
  });
});

it('says right after signing up what is true, and when that was', () => {
  expect(receivedPage({ state: 'waiting', before: 2, at: now }, t)).toEqual({
    good: false,
    title: 'U heeft nog geen plaats. U staat op de wachtlijst.',
    before: 'Er zijn 2 aanmeldingen vóór u.',
    at: 'Zo was het op maandag 15 maart 2027, 10.00 uur.',
  });
});

describe('the personal page', () => {
  const signUp: SignUp = {
    id: 's',
    meetingId: 'm',
    number: 1,
    state: 'placed',
    createdAt: now,
    name: 'Noor',
    email: 'n@v.nl',
    people: 1,
    needs: '',
  };
  const page = (state: SignUp['state'], changes: Partial<Meeting> = {}) => {
    const own: OwnSignUp = {
      standing: { signUp: { ...signUp, state }, waitingBefore: 1 },
      meeting: aMeeting(changes),
      forgetAfter: now,
    };
    return ownSignUpPage(own, { t, now });
  };

  it('says how it stands, with a button to cancel while that still helps', () => {
    expect(page('placed')).toMatchObject({ title: 'U heeft een plaats', good: true, mayCancel: true });
    expect(page('waiting')).toMatchObject({ title: 'U staat op de wachtlijst', mayCancel: true });
    expect(page('waiting').text).toContain('Er is 1 aanmelding vóór u.');
    expect(page('cancelled')).toMatchObject({ title: 'U bent afgemeld', mayCancel: false, mayReturn: true });
  });

  it('has no button once the meeting began or is off', () => {
    expect(page('placed', { startsAt: now })).toMatchObject({ title: 'U heeft een plaats', mayCancel: false });
    expect(page('waiting', { startsAt: now })).toMatchObject({ title: 'De bijeenkomst is begonnen', mayCancel: false });
    expect(page('placed', { cancelled: 'Ziek.' })).toMatchObject({
      title: 'De bijeenkomst gaat niet door',
      mayCancel: false,
    });
    expect(page('cancelled', { startsAt: now })).toMatchObject({ mayReturn: false });
  });
});
