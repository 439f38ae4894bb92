import { describe, expect, it } from 'vitest';
import { aMeeting as announced, aReport } from '../../../../tests/factories/index.ts';
import type { Agreement, Meeting, Report } from '../../../domain/meetings/index.ts';
import { translate as t } from '../../translate.ts';
import { outcomesOf } from './outcomes.ts';
import { reportView } from './article.ts';
import { makeTexts } from '../texts.ts';

const now = new Date('2027-05-10T10:00:00Z');
const needs = () => ({ t, now, texts: makeTexts(t) });
const buurt = { slug: 'linde', name: 'Lindebuurt' };
const interventions = [{ id: 'doors', slug: 'deuren', title: 'Nieuwe deuren' }];
const agreed = (changes: Partial<Agreement> = {}): Agreement => ({
  what: 'Nieuwe lampen',
  owner: 'Woonbedrijf Zuid',
  dueOn: '2027-06-01',
  interventionId: null,
  done: false,
  ...changes,
});
const view = (changes: Partial<Report> = {}) => reportView(aReport(changes), { buurt, interventions }, needs());
const agreementOf = (changes: Partial<Agreement>) => view({ agreements: [agreed(changes)] }).agreements[0];

describe('what was agreed', () => {
  it('says by when, and that it is late as soon as that day is over', () => {
    expect(agreementOf({})).toMatchObject({ due: { words: 'Klaar op 1 juni 2027' }, mark: { words: 'Loopt nog' } });
    expect(agreementOf({ dueOn: '2027-05-10' })?.mark.kind).toBe('running');
    expect(agreementOf({ dueOn: '2027-05-05' })).toMatchObject({
      due: { words: 'Dit zou klaar zijn op 5 mei 2027', day: '2027-05-05' },
      mark: { kind: 'late', words: '5 dagen te laat' },
    });
  });

  it('says that there is no day, or that it is done, however late', () => {
    expect(agreementOf({ dueOn: null })?.due?.words).toBe('Er is geen datum afgesproken');
    expect(agreementOf({ done: true, dueOn: '2027-01-01' })).toMatchObject({ due: null, mark: { kind: 'done' } });
  });

  it('leads to the promise that it became, which has a day of its own', () => {
    expect(agreementOf({ interventionId: 'doors', dueOn: '2027-01-01' })).toMatchObject({
      due: null,
      mark: { kind: 'running', words: 'Dit is nu een belofte' },
      promise: { href: '/buurten/linde/interventies/deuren', label: 'Nieuwe deuren' },
    });
  });

  it('is judged by its own day when its promise is gone', () => {
    expect(agreementOf({ interventionId: 'gone', dueOn: '2027-05-09' })).toMatchObject({
      promise: null,
      mark: { words: '1 dag te laat' },
    });
  });
});

describe('when residents hear more', () => {
  it.each([
    ['2027-05-20', 'U hoort meer op donderdag 20 mei 2027, over 10 dagen.'],
    ['2027-05-10', 'U hoort meer op maandag 10 mei 2027, vandaag.'],
    ['2027-05-08', 'We zouden u op zaterdag 8 mei 2027 meer vertellen. Dat was 2 dagen geleden.'],
    [null, 'Is er nieuws, dan staat het op de pagina van Lindebuurt.'],
  ])('says of %s: %s', (tellOn, sentence) => {
    expect(view({ tellOn }).tell).toBe(sentence);
  });
});

it('says how many were there, and nothing when nobody counted', () => {
  expect(view({ attended: 1 }).attended).toBe('Er was 1 persoon.');
  expect(view({ attended: 0 }).attended).toBe('Er waren 0 mensen.');
  expect(view({ attended: null }).attended).toBeNull();
});

it('tells when it was written, and each change with its reason', () => {
  const history = [1, 2, 3].map((version) => ({
    version,
    at: new Date(`2027-05-0${version}T10:00:00Z`),
    note: version === 2 ? 'Een afspraak vergeten.' : '',
    content: aReport(),
  }));
  const report = aReport({ publishedAt: new Date('2027-05-01T10:00:00Z') });
  expect(reportView(report, { buurt, interventions, history }, needs()).dated).toEqual([
    'Geschreven op 1 mei 2027',
    'Veranderd op 2 mei 2027: Een afspraak vergeten.',
    'Veranderd op 3 mei 2027. Wat u hier leest, klopt.',
  ]);
});

describe('what came of meetings', () => {
  const held = (id: string, day: string, changes: Partial<Meeting> = {}): Meeting => ({
    ...announced({
      id,
      slug: id,
      startsAt: new Date(`${day}T17:30:00Z`),
      endsAt: new Date(`${day}T19:30:00Z`),
      ...changes,
    }),
    placesLeft: 0,
    waiting: 0,
  });
  const outcomes = (past: Meeting[], reports: Report[] = []) =>
    outcomesOf({ buurt, themes: [], interventions, past, reports, reportWithinDays: 7 }, needs());

  it('says by when the report comes, and then how late it is', () => {
    const [expected, late] = outcomes([held('new', '2027-05-08'), held('old', '2027-04-28')]);
    expect(expected?.waiting).toMatchObject({ mark: null, words: 'Verslag volgt uiterlijk zaterdag 15 mei 2027' });
    expect(late?.waiting?.mark).toEqual({ kind: 'late', words: 'Het verslag is 5 dagen te laat' });
  });

  it('leaves out what did not go on', () => {
    expect(outcomes([held('off', '2027-05-01', { cancelled: 'Ziek.' })])).toEqual([]);
  });

  it('shows three agreements, and how many more there are', () => {
    const agreements = [1, 2, 3, 4, 5].map((n) => agreed({ what: `Afspraak ${n}` }));
    const [outcome] = outcomes([held('m', '2027-05-01')], [aReport({ id: 'm', agreements })]);
    expect(outcome?.agreements.map(({ what }) => what)).toEqual(['Afspraak 1', 'Afspraak 2', 'Afspraak 3']);
    expect(outcome).toMatchObject({ rest: 'En nog 2 afspraken.', waiting: null, next: '' });
  });

  it('says what happens now when nothing was agreed, as one line that lets nothing through', () => {
    const next = `## Kop\n\n- **Wij** vragen [dit](https://x.example) na <img src=x>.\n- ${'lang '.repeat(80)}`;
    const [outcome] = outcomes([held('m', '2027-05-01')], [aReport({ id: 'm', agreements: [], next })]);
    expect(outcome?.next).toMatch(/^Kop Wij vragen dit na &lt;img src=x&gt;\. lang .*lang…$/);
  });
});
