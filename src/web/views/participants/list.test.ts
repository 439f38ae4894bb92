import { describe, expect, it } from 'vitest';
import type { LetterState, SignUp, SignUpList } from '../../../domain/sign-ups/index.ts';
import { aMeeting } from '../../../../tests/factories/index.ts';
import { translate } from '../../translate.ts';
import { participantsView } from './list.ts';

const HOUR = 3_600_000;
const startsAt = new Date('2027-03-18T18:30:00Z');
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * HOUR);

let last = 0;
function aSignUp(changes: Partial<SignUp> = {}): SignUp {
  last += 1;
  return {
    id: `sign-up-${String(last)}`,
    meetingId: 'meeting',
    number: last,
    state: 'placed',
    origin: 'web',
    name: 'Noor de Vries',
    by: '',
    email: 'noor@example.org',
    phone: '',
    people: 1,
    needs: '',
    question: '',
    wantsReport: false,
    language: 'nl',
    createdAt: hoursBefore(200),
    confirmedAt: hoursBefore(199),
    answerBy: null,
    arrived: null,
    ...changes,
  };
}

interface Given {
  readonly signUps?: readonly SignUp[];
  readonly letters?: readonly LetterState[];
  readonly now?: Date;
  readonly cancelled?: string;
  readonly online?: boolean;
  readonly forgotten?: boolean;
  readonly hasReport?: boolean;
  readonly reportDraftId?: string;
}

function view({ signUps = [], letters = [], now = hoursBefore(100), hasReport = false, ...rest }: Given) {
  const { cancelled = null, forgotten = false, online = false, reportDraftId = null } = rest;
  const meeting = {
    ...aMeeting({ startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR), signUpOpensAt: null, cancelled, online }),
    placesLeft: 3,
    waiting: 0,
  };
  const list: SignUpList = {
    meeting,
    signUps,
    letters,
    placed: 0,
    held: 0,
    offered: 0,
    waiting: 0,
    onlineLink: null,
    attendance: { expected: 4, came: 2, walkIns: 1, forgotten },
  };
  const needs = {
    t: translate,
    now,
    hasReport,
    reportDraftId,
    reportWithinDays: 7,
    forgetAfterDays: 14,
    buurt: 'h-buurt',
  };
  return participantsView(list, { waiting: 0, failing: 0, late: 0, oldestWaitingSince: null }, needs);
}

const words = (given: Given) => view(given).next.map((line) => line.words);
const actsOf = (signUp: SignUp, given: Given = {}) =>
  view({ ...given, signUps: [signUp] }).groups[0]?.rows[0]?.acts.map(({ act }) => act);

describe('the list of an organiser', () => {
  it('puts whom to call first, and those without a place last', () => {
    const signUps = [
      aSignUp(),
      aSignUp({ state: 'cancelled' }),
      aSignUp({ state: 'waiting' }),
      aSignUp({ confirmedAt: null, answerBy: hoursBefore(90) }),
      aSignUp({ state: 'offered', answerBy: hoursBefore(90) }),
      aSignUp({ state: 'offered', email: '', phone: '06 12345678', answerBy: hoursBefore(90) }),
      aSignUp({ state: 'lapsed', confirmedAt: null }),
    ];
    const { groups } = view({ signUps });
    expect(groups.map(({ id, rows }) => [id, rows.length])).toEqual([
      ['call', 1],
      ['offered', 1],
      ['held', 1],
      ['placed', 1],
      ['waiting', 1],
      ['gone', 2],
    ]);
    expect(groups[0]?.rows[0]?.phone).toEqual({ label: 'Telefoon 06 12345678', href: 'tel:0612345678' });
    expect(words({ signUps })[0]).toBe(
      'Bel 1 aanmelding: er kwam plaats vrij, en er is geen e-mail. Het nummer staat hieronder.',
    );
  });

  it('lets an organiser write to one address, whatever stands in it', () => {
    const { groups } = view({ signUps: [aSignUp({ email: 'a?bcc=b&c@müller.de' })] });
    expect(groups[0]?.rows[0]?.email).toEqual({
      label: 'a?bcc=b&c@müller.de',
      href: 'mailto:a%3Fbcc%3Db%26c@m%C3%BCller.de',
    });
  });

  it('offers only what makes sense for a sign-up', () => {
    const asked = { confirmedAt: null, answerBy: hoursBefore(90) };
    expect(actsOf(aSignUp())).toEqual(['resend', 'cancel', 'erase']);
    expect(actsOf(aSignUp(asked))).toEqual(['confirm', 'resend', 'cancel', 'erase']);
    expect(actsOf(aSignUp({ email: '' }))).toEqual(['cancel', 'erase']);
    expect(actsOf(aSignUp({ state: 'lapsed' }))).toEqual(['confirm', 'erase']);
    expect(actsOf(aSignUp({ state: 'cancelled' }))).toEqual(['resend', 'erase']);
    expect(actsOf(aSignUp(asked), { now: hoursBefore(-1) })).toEqual(['resend', 'erase']);
    expect(actsOf(aSignUp(asked), { now: hoursBefore(-10) })).toEqual(['erase']);
  });

  it('sends no second letter while one is on its way, and says what became of the last', () => {
    const signUp = aSignUp();
    const letter = { signUpId: signUp.id, kind: 'confirmed', at: hoursBefore(100) } as const;
    const failed: LetterState = { ...letter, state: 'failed', problem: '550 no such mailbox' };
    expect(actsOf(signUp, { letters: [{ ...letter, state: 'waiting', problem: null }] })).not.toContain('resend');
    const given = { signUps: [signUp], letters: [failed] };
    expect(view(given).groups[0]?.rows[0]?.letter).toEqual({
      words: 'Brief over de plaats: niet aangekomen',
      problem: 'Wat de mailserver zei: 550 no such mailbox',
      wrong: true,
    });
    expect(words(given)).toContain('1 brief kwam niet aan. Hieronder staat bij wie.');
  });

  it('asks for what its moment asks for', () => {
    const first = (given: Given) => view(given).first.label;
    expect(first({})).toBe('Zet iemand op de lijst');
    expect(first({ now: hoursBefore(5) })).toBe('Kijk bij de deur wie er is');
    expect(first({ now: hoursBefore(-1) })).toBe('Kijk bij de deur wie er is');
    expect(first({ now: hoursBefore(-10) })).toBe('Schrijf het verslag');
    expect(first({ now: hoursBefore(-10), hasReport: true })).toBe('Verander het verslag');
    expect(first({ now: hoursBefore(-10), reportDraftId: 'begun' })).toBe('Verder met het verslag');
    expect(first({ cancelled: 'De zaal is dicht.' })).toBe('Verander de bijeenkomst');
  });

  it('says when the report is due, and how late it is', () => {
    expect(words({ now: hoursBefore(-10) })).toEqual([
      'Schrijf het verslag. Op de site staat dat het er is op 25 maart 2027.',
    ]);
    expect(view({ now: hoursBefore(-10 * 24) }).next).toEqual([
      { words: 'Het verslag is 3 dagen te laat. Dat staat ook op de site.', wrong: true },
    ]);
    expect(words({ now: hoursBefore(-10), hasReport: true })).toEqual(['Het verslag staat op de site.']);
  });

  it('asks for the link only while a letter can still tell of it', () => {
    expect(view({ online: true }).online).toEqual({ link: '' });
    expect(view({ online: true, now: hoursBefore(0) }).online).toBeNull();
    expect(view({}).online).toBeNull();
  });

  it('invites nobody to a meeting that was', () => {
    expect(view({}).nobody[0]).toBe('Nog niemand heeft zich aangemeld.');
    expect(view({ now: hoursBefore(-10) }).nobody).toEqual(['Niemand had zich aangemeld.']);
  });

  it('says whom to call when it does not go on', () => {
    const signUps = [aSignUp({ email: '' }), aSignUp({ email: '', state: 'cancelled' }), aSignUp()];
    expect(words({ signUps, cancelled: 'De zaal is dicht.' })).toEqual([
      'De bijeenkomst gaat niet door. Wie op de lijst stond, krijgt daar een mail over.',
      'Bel ook 1 aanmelding zonder e-mail.',
    ]);
  });

  it('has only numbers once the names are forgotten', () => {
    const { groups, totals, forget } = view({ now: hoursBefore(-30 * 24), forgotten: true });
    expect(groups).toEqual([]);
    expect(totals.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Met een plaats: 4',
      'Gekomen: 2',
      'Zonder aanmelding: 1',
    ]);
    expect(forget).toBe('De namen zijn gewist. Alleen de aantallen zijn er nog.');
  });
});
