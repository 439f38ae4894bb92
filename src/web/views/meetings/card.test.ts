import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../../tests/factories/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { translate as t } from '../../translate.ts';
import { sayHours, sayLanguages, sayPlaces } from './words.ts';
import { byMonth, meetingCard, nextMeetings } from './card.ts';

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

  it('says from when one can sign up, and that it is closed, with nothing to press', () => {
    const notYet = card({ signUpOpensAt: new Date('2027-03-16T08:00:00Z') });
    expect(notYet).toMatchObject({ signUp: null, places: 'Aanmelden kan vanaf 16 maart 2027' });
    expect(card({ signUpClosesAt: now })).toMatchObject({ signUp: null, places: 'Aanmelden kan niet meer' });
    expect(card({ signUpOpensAt: now }).signUp?.label).toBe('Meld u aan');
  });

  it('says that one can take part from a distance, as long as there is something to take part in', () => {
    expect(card().online).toBeNull();
    expect(card({ online: true }).online).toBe('Ook online');
    expect(card({ online: true, cancelled: 'Ziek.' }).online).toBeNull();
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
