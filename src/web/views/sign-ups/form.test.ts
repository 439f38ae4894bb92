import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../../tests/factories/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { translate as t, translateIn } from '../../translate.ts';
import { momentView } from '../meetings/card.ts';
import { titleIn } from '../meetings/words.ts';
import { placesView, receivedPage, signUpPage } from './form.ts';

const now = new Date('2027-03-15T09:00:00Z');
const aMeeting = ({ placesLeft = 20, waiting = 0, ...changes }: Partial<Meeting> = {}): Meeting => ({
  ...announced({ slug: 'koffie', ...changes }),
  placesLeft,
  waiting,
});
const page = (changes: Partial<Meeting> = {}) =>
  signUpPage(aMeeting(changes), { t, now, forgetAfterDays: 14, confirmWithinHours: 24 });
const closed = (changes: Partial<Meeting>) => {
  const view = page(changes).closed;
  return view && [view.title, view.lead];
};

describe('the form to sign up', () => {
  it('tells how many can come together, and when all is forgotten', () => {
    expect(page()).toMatchObject({ mostPeople: 10, closed: null, full: null });
    expect(page({ places: 3 }).mostPeople).toBe(3);
    expect(page().privacy).toContain('14 dagen na de bijeenkomst. Dat is na 1 april 2027.');
  });

  it('tells how long one has to confirm, and that the place is held so long', () => {
    const next = page().next.join(' ');
    expect(next).toContain('tot 24 uur nadat u zich aanmeldt');
    expect(next).toContain('Zo lang houden we uw plaats vast.');
  });

  it('tells before anything is typed that it is full, and holds no place then', () => {
    const full = page({ placesLeft: 0, waiting: 2 });
    expect(full.full).toContain('U komt op de wachtlijst.');
    expect(full.places).toEqual({
      text: 'Alle plaatsen zijn bezet. Er staan 2 aanmeldingen op de wachtlijst.',
      send: 'Zet op de wachtlijst',
    });
    expect(full.next.join(' ')).not.toContain('houden we uw plaats vast');
  });

  it('carries another word each time, by which a double click is known', () => {
    expect(page().attempt).not.toBe(page().attempt);
  });
});

describe('a form that is closed', () => {
  it.each<[string, Partial<Meeting>, [string, string]]>([
    [
      'not open yet',
      { signUpOpensAt: new Date('2027-03-16T08:00:00Z') },
      ['Aanmelden kan nog niet', 'Aanmelden kan vanaf dinsdag 16 maart 2027, 09.00 uur.'],
    ],
    [
      'closed',
      { signUpClosesAt: now },
      ['Aanmelden kan niet meer', 'Aanmelden kon tot maandag 15 maart 2027, 10.00 uur.'],
    ],
    ['called off', { cancelled: 'Ziek.' }, ['De bijeenkomst gaat niet door', 'De organisator schrijft: Ziek.']],
    [
      'running',
      { startsAt: now },
      ['De bijeenkomst is al begonnen', 'Ze begon maandag 15 maart 2027, 10.00 uur. U kunt zich niet meer aanmelden.'],
    ],
    [
      'past',
      { startsAt: new Date('2027-03-01T18:00:00Z'), endsAt: new Date('2027-03-01T20:00:00Z') },
      ['De bijeenkomst is geweest', 'Ze was op 1 maart 2027. U kunt zich niet meer aanmelden.'],
    ],
  ])('says so, and when: %s', (_, changes, words) => {
    expect(closed(changes)).toEqual(words);
    expect(page(changes).closed?.links.at(-1)?.href).toBe('/bijeenkomsten/koffie');
  });

  it('says the same to the island that looks at the places', () => {
    expect(placesView(aMeeting({ signUpClosesAt: now }), { t, now }).text).toContain('Aanmelden kon tot');
  });
});

describe('the form in English', () => {
  const english = { t: translateIn.en, now, forgetAfterDays: 14, confirmWithinHours: 24 };
  const meeting = aMeeting({ title: 'Koffie' });

  it('asks for the places in English', () => {
    const view = signUpPage(meeting, english);
    expect(view.placesAddress).toBe('/bijeenkomsten/koffie/plaatsen.json?taal=en');
    expect(view.privacy).toContain('We delete everything 14 days after the meeting.');
  });

  it('says days and hours in English, also past midnight', () => {
    const late = { startsAt: new Date('2027-03-27T22:30:00Z'), endsAt: new Date('2027-03-28T01:30:00Z') };
    const view = momentView(late, english);
    expect(view.block).toEqual({ weekday: 'Saturday', day: '27', month: 'March' });
    expect(`${view.day}, ${view.hours}`).toBe('Saturday 27 March 2027, from 23:30 to Sunday 28 March 2027, 03:30');
  });

  it('says the title as the organiser translated it, and which language it is in', () => {
    const translations = [{ language: 'en', title: 'Coffee', summary: '' }];
    expect(titleIn({ ...meeting, translations }, english.t)).toEqual({ text: 'Coffee', language: 'en' });
    expect(titleIn(meeting, english.t)).toEqual({ text: 'Koffie', language: 'nl' });
    expect(titleIn({ ...meeting, translations }, t)).toEqual({ text: 'Koffie', language: 'nl' });
  });
});

describe('the page right after signing up', () => {
  const confirmBy = new Date('2027-03-16T09:00:00Z');

  it('says until when the place is held, and when that was so', () => {
    expect(receivedPage({ state: 'placed', before: 0, at: now, confirmBy }, t)).toMatchObject({
      title: 'We houden uw plaats vast tot dinsdag 16 maart 2027, 10.00 uur.',
      at: 'Zo was het op maandag 15 maart 2027, 10.00 uur.',
    });
  });

  it('promises no place to who comes on the waiting list', () => {
    const view = receivedPage({ state: 'waiting', before: 2, at: now, confirmBy }, t);
    expect(view.title).toBe(
      'Er is nu geen plaats. Bevestig voor dinsdag 16 maart 2027, 10.00 uur, dan staat u op de wachtlijst.',
    );
    expect(view.lines).toEqual(['Er zijn 2 aanmeldingen vóór u.']);
  });
});
