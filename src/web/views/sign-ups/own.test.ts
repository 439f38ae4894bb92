import { describe, expect, it } from 'vitest';
import { aMeeting as announced } from '../../../../tests/factories/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import type { SignUp } from '../../../domain/sign-ups/index.ts';
import type { Done } from '../../forms/own-sign-up.ts';
import { translateIn, type PageLanguage } from '../../translate.ts';
import { ownSignUpPage } from './own.ts';

const now = new Date('2027-03-15T09:00:00Z');
const tomorrow = new Date('2027-03-16T09:00:00Z');
const yesterday = new Date('2027-03-14T09:00:00Z');
const signUp: SignUp = {
  id: 's',
  meetingId: 'm',
  number: 1,
  state: 'placed',
  origin: 'web',
  phone: '',
  createdAt: yesterday,
  confirmedAt: yesterday,
  answerBy: null,
  arrived: null,
  name: 'Noor',
  by: '',
  email: 'n@v.nl',
  people: 2,
  needs: '',
  question: '',
  wantsReport: false,
  language: 'nl',
};

interface Given {
  readonly mine?: Partial<SignUp>;
  readonly meeting?: Partial<Meeting>;
  readonly onlineLink?: string | null;
  readonly done?: Done;
  readonly language?: PageLanguage;
}

function page({ mine = {}, meeting = {}, onlineLink = null, done, language = 'nl' }: Given) {
  const announcement = announced({ slug: 'koffie', ...meeting });
  const own = {
    standing: { signUp: { ...signUp, ...mine }, waitingBefore: 1 },
    meeting: { ...announcement, placesLeft: 5, waiting: 0 },
    forgetAfter: new Date('2027-04-01T20:30:00Z'),
    onlineLink,
  };
  const note = 'We gaan naar een andere zaal.';
  const history = [
    { version: 2, at: new Date('2027-03-01T09:00:00Z'), note: 'Eerder.', content: announcement },
    { version: 3, at: now, note, content: announcement },
  ];
  return ownSignUpPage(own, { t: translateIn[language], now, history, done });
}

const held = { confirmedAt: null, answerBy: tomorrow };

describe('how a sign-up stands, on its own page', () => {
  it('asks to say yes, by when, while a place is held', () => {
    const { title, lines, ask, tone } = page({ mine: held });
    expect({ title, ask, tone }).toEqual({
      title: 'Zeg dat u komt',
      ask: { yes: 'Ja, ik kom', no: 'Nee, ik kom niet' },
      tone: 'asks',
    });
    expect(lines[0]).toBe(
      'We houden uw plaats vast tot dinsdag 16 maart 2027, 10.00 uur. Het gaat om 2 personen. Zegt u ja, dan is de plaats van u.',
    );
  });

  it('asks the same of who must still confirm to wait, and promises no place', () => {
    const view = page({ mine: { ...held, state: 'waiting' } });
    expect(view).toMatchObject({ title: 'Bevestig dat u wilt wachten', ask: { yes: 'Ja, ik wil wachten' } });
    expect(view.lines[0]).toContain('Er is 1 aanmelding vóór u.');
  });

  it('says so to who has a place, or waits', () => {
    expect(page({})).toMatchObject({ title: 'U heeft een plaats', tone: 'good', ask: null });
    const waiting = page({ mine: { state: 'waiting' } });
    expect(waiting.title).toBe('U staat op de wachtlijst');
    expect(waiting.lines.join(' ')).toContain('Er is 1 aanmelding vóór u.');
    expect(waiting.ask).toBeNull();
  });

  it('offers a place until its time, to say yes or no to', () => {
    const view = page({ mine: { state: 'offered', answerBy: tomorrow } });
    expect(view).toMatchObject({ title: 'Er is plaats voor u', ask: { no: 'Nee, ik kom niet' } });
    expect(view.lines[0]).toContain('tot dinsdag 16 maart 2027, 10.00 uur');
  });

  it.each([
    ['it lapsed', { state: 'lapsed', answerBy: null }],
    ['the clock did not come by yet', { ...held, answerBy: now }],
    ['an offer is over', { state: 'offered', answerBy: now }],
  ] as const)('says what happened and lets one come after all, when %s', (_, mine) => {
    const view = page({ mine });
    expect(view).toMatchObject({
      title: 'Uw aanmelding is verlopen',
      ask: { yes: 'Ja, ik wil toch komen', no: null },
      number: null,
      cancel: null,
    });
    expect(view.lines.join(' ')).toContain('Anders komt u achteraan op de wachtlijst.');
  });

  it('lets who cancelled sign up again only while that is open', () => {
    const mine = { state: 'cancelled' } as const;
    expect(page({ mine })).toMatchObject({
      title: 'U bent afgemeld',
      again: { href: '/bijeenkomsten/koffie/aanmelden' },
    });
    expect(page({ mine, meeting: { signUpClosesAt: now } }).again).toBeNull();
  });

  it('names who comes when somebody else signed them up', () => {
    const view = page({ mine: { ...held, by: 'Samira' } });
    expect(view).toMatchObject({ about: 'Voor wie: Noor', ask: { yes: 'Ja, Noor komt', no: 'Nee, Noor komt niet' } });
    expect(view.facts).toContainEqual({ name: 'Aangemeld door', value: 'Samira' });
  });
});

describe('a personal page when the meeting is over or off', () => {
  it.each<[string, Given, string]>([
    ['off', { meeting: { cancelled: 'Ziek.' } }, 'De bijeenkomst gaat niet door'],
    ['off before a yes', { mine: held, meeting: { cancelled: 'Ziek.' } }, 'De bijeenkomst gaat niet door'],
    ['begun', { meeting: { startsAt: now } }, 'De bijeenkomst is begonnen'],
    ['begun before a yes', { mine: held, meeting: { startsAt: now } }, 'De bijeenkomst is begonnen'],
    ['over', { meeting: { startsAt: yesterday, endsAt: yesterday } }, 'De bijeenkomst is geweest'],
  ])('has nothing to press: %s', (_, given, title) => {
    expect(page(given)).toMatchObject({ title, ask: null, number: null, cancel: null, again: null });
  });

  it('lets in who has a place, and promises none to others', () => {
    const meeting = { startsAt: now };
    expect(page({ meeting }).lines).toEqual(['Er is plaats voor 2 personen. Loop maar naar binnen.']);
    expect(page({ meeting, mine: held }).lines[0]).toContain('U had nog geen plaats.');
  });
});

describe('what a personal page tells besides', () => {
  const onlineLink = 'https://online.voorbeeld.nl/zaal';

  it('gives the link for taking part from a distance only to who has a confirmed place', () => {
    const meeting = { online: true };
    expect(page({ meeting, onlineLink }).online?.link).toBe(onlineLink);
    for (const mine of [held, { state: 'waiting' }, { state: 'offered', answerBy: tomorrow }] as const)
      expect(page({ mine, meeting, onlineLink }).online?.link).toBeNull();
    expect(page({ mine: { state: 'cancelled' }, meeting, onlineLink }).online).toBeNull();
    expect(page({ meeting }).online?.text).toContain('De link komt op deze pagina');
  });

  it('makes no link of what is no https address', () => {
    expect(page({ meeting: { online: true }, onlineLink: 'javascript:alert(1)' }).online?.link).toBeNull();
  });

  it('tells what changed since they signed up', () => {
    expect(page({}).changes).toEqual(['15 maart 2027: We gaan naar een andere zaal.']);
  });

  it('says until when it works, and what being forgotten costs', () => {
    expect(page({}).forgetDay).toBe('1 april 2027');
    expect(page({}).forgetMeans.join(' ')).toContain('Uw plaats komt vrij.');
    expect(page({ mine: { state: 'cancelled' } }).forgetMeans.join(' ')).not.toContain('Uw plaats');
  });

  it('offers the report by mail only to who can get it', () => {
    expect(page({}).report).toEqual({ wants: false });
    expect(page({ meeting: { startsAt: yesterday, endsAt: yesterday } }).report).not.toBeNull();
    expect(page({ mine: { state: 'cancelled' } }).report).toBeNull();
    expect(page({ mine: { state: 'lapsed', confirmedAt: null } }).report).toBeNull();
  });

  it('asks for no other number where only one can come', () => {
    expect(page({ meeting: { places: 1 } }).number).toBeNull();
    expect(page({ meeting: { places: 4 } }).number?.hint).toContain('hoogstens 4');
  });
});

describe('what was just done', () => {
  it.each<[Done, Partial<SignUp>, string | null]>([
    ['ja', {}, 'Uw antwoord is bewaard.'],
    ['laat', {}, 'Uw antwoord kwam na de tijd die ervoor was. Er was gelukkig nog plaats.'],
    ['aantal', {}, 'Het aantal is aangepast. Dit geldt nu:'],
    ['verslag', { wantsReport: true }, 'U krijgt het verslag per mail, zodra het er is.'],
    ['verslag', { wantsReport: false }, 'U krijgt het verslag niet per mail.'],
  ])('is said: %s %j', (done, mine, words) => {
    expect(page({ done, mine }).done).toBe(words);
  });

  it('tells who was too late that there was no place any more', () => {
    expect(page({ done: 'laat', mine: { state: 'waiting' } }).done).toContain('U staat nu achteraan op de wachtlijst.');
  });

  it('is not said any more when it is not so any more', () => {
    expect(page({ done: 'ja', mine: { state: 'cancelled' } }).done).toBeNull();
    expect(page({ done: 'laat', mine: { state: 'lapsed' } }).done).toBeNull();
  });
});

describe('the same page in English', () => {
  it('says days and numbers in English, and leads to the English form', () => {
    const { lines, forgetDay, number } = page({ mine: held, language: 'en' });
    expect(lines[0]).toBe(
      'We are holding your place until Tuesday 16 March 2027 at 10:00. It is for 2 people. If you say yes, the place is yours.',
    );
    expect(forgetDay).toBe('1 April 2027');
    expect(number?.hint).toContain('The number is 2 now.');
    expect(page({ mine: { state: 'cancelled' }, language: 'en' }).again).toEqual({
      href: '/bijeenkomsten/koffie/aanmelden?taal=en',
      label: 'Do you want to come after all? Sign up again',
    });
  });

  it('leaves what the organiser wrote as it is', () => {
    expect(page({ meeting: { cancelled: 'De zaal is dicht.' }, language: 'en' }).lines[0]).toContain(
      'De zaal is dicht.',
    );
  });
});
