import { describe, expect, it } from 'vitest';
import { aBuurt, aDraft, aMeeting, anIntervention } from '../../../../tests/factories/index.ts';
import { standing } from '../../../domain/interventions/index.ts';
import { translate as t } from '../../translate.ts';
import type { BuurtToday, TodayFacts } from './facts.ts';
import { waitingToday } from './today.ts';

const now = new Date('2027-03-01T08:00:00Z');

function aBuurtToday(changes: Partial<BuurtToday> = {}): BuurtToday {
  return {
    buurt: aBuurt({ name: 'H-buurt', slug: 'h-buurt' }),
    promises: [],
    drafts: [],
    meetings: [],
    unreported: [],
    reported: [],
    mayWrite: true,
    ...changes,
  };
}
const promise = (title: string, dueOn: string | null, newsOn: string) => {
  const intervention = { ...anIntervention({ title, dueOn, publishedAt: new Date(newsOn) }), progress: [] };
  return { intervention, standing: standing(intervention, '2027-03-01') };
};
const meeting = (title: string, startsAt: string, changes = {}) => ({
  ...aMeeting({ title, startsAt: new Date(startsAt), places: 20, slug: 'praat-mee', ...changes }),
  placesLeft: 3,
  waiting: 2,
});
const waiting = (facts: Partial<TodayFacts>) =>
  waitingToday({ buurten: [], newSignals: null, failingLetters: null, ...facts }, { t, now, reportWithinDays: 7 });

describe('what waits today', () => {
  it('begins with the promise that is latest, then the one that is silent longest', () => {
    const promises = [
      promise('Stil', null, '2026-12-01'),
      promise('Iets te laat', '2027-02-26', '2027-02-20'),
      promise('Op tijd', '2027-06-01', '2027-02-20'),
      promise('Veel te laat', '2026-12-01', '2027-02-20'),
    ];
    const all = waiting({ buurten: [aBuurtToday({ promises })] });
    expect(all.map(({ mark, words }) => `${words}: ${mark}`)).toEqual([
      'Veel te laat: 2 maanden te laat',
      'Iets te laat: 3 dagen te laat',
      'Stil: 2 maanden geen nieuws',
    ]);
    expect(all[0]?.go?.href).toBe(`/beheer/buurten/h-buurt/nieuw/progress?van=${promises[3]?.intervention.id ?? ''}`);
  });

  it('P5: says to make a key as long as signals are sealed to that of the sample', () => {
    expect(waiting({ sampleKey: false })).toEqual([]);
    expect(waiting({ sampleKey: true })).toMatchObject([
      { kind: 'key', more: [expect.stringContaining('desk-key --new')] },
    ]);
  });

  it('counts a late report among what is late, and leads to the draft when somebody began', () => {
    const late = meeting('Laat', '2027-02-10T18:30:00Z', { endsAt: new Date('2027-02-10T20:30:00Z') });
    const due = meeting('Nog tijd', '2027-02-26T18:30:00Z', { endsAt: new Date('2027-02-26T20:30:00Z') });
    const draft = aDraft({ kind: 'report', subjectId: due.id, fields: {} });
    const promises = [promise('Iets te laat', '2027-02-26', '2027-02-20')];
    const all = waiting({ buurten: [aBuurtToday({ promises, unreported: [due, late], drafts: [draft] })] });
    expect(all.map(({ kind, mark, words, go }) => [kind, mark, words, go?.href])).toEqual([
      ['late', 'verslag 12 dagen te laat', 'Laat', `/beheer/buurten/h-buurt/nieuw/report?van=${late.id}`],
      ['late', '3 dagen te laat', 'Iets te laat', expect.stringContaining('progress')],
      ['report', 'verslag voor 5 maart 2027', 'Nog tijd', `/beheer/concepten/${draft.id}`],
    ]);
  });

  it('names the report that is being changed after its meeting', () => {
    const held = meeting('Praat mee', '2027-02-10T18:30:00Z');
    const draft = aDraft({ kind: 'report', subjectId: held.id, fields: {} });
    const all = waiting({ buurten: [aBuurtToday({ drafts: [draft], reported: [held] })] });
    expect(all.map(({ words }) => words)).toEqual(['Het verslag van Praat mee']);
  });

  it('leads to the door on the day itself', () => {
    const [today] = waiting({ buurten: [aBuurtToday({ meetings: [meeting('Vanavond', '2027-03-01T18:30:00Z')] })] });
    expect(today).toMatchObject({ mark: 'vandaag', go: { href: '/beheer/bijeenkomsten/praat-mee/deur' } });
  });

  it('has the drafts, also one without a title yet', () => {
    const drafts = [aDraft({ fields: { title: 'Deuren' }, changedBy: 'Noor', changedAt: now }), aDraft({ fields: {} })];
    const all = waiting({ buurten: [aBuurtToday({ drafts })] });
    expect(all.map(({ words }) => words)).toEqual(['Deuren', 'zonder titel']);
    expect(all[0]?.more).toEqual(['door Noor, vandaag']);
  });

  it('has the meetings of the next two weeks with how full they are, without those that were cancelled', () => {
    const meetings = [
      meeting('Straks', '2027-03-04T18:30:00Z'),
      meeting('Later', '2027-03-16T18:30:00Z'),
      meeting('Afgelast', '2027-03-04T18:30:00Z', { cancelled: 'De zaal is dicht.' }),
    ];
    const all = waiting({ buurten: [aBuurtToday({ meetings })] });
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      words: 'Straks',
      mark: 'over 3 dagen',
      more: ['donderdag 4 maart 2027, 19.30 uur', '17 plaatsen bezet van 20', '2 aanmeldingen op de wachtlijst'],
    });
  });

  it('has the meetings of all buurten in the order of the days', () => {
    const here = aBuurtToday({ meetings: [meeting('Straks', '2027-03-04T18:30:00Z')] });
    const there = aBuurtToday({
      meetings: [meeting('Vanavond', '2027-03-01T18:30:00Z'), meeting('Daarna', '2027-03-09T18:30:00Z')],
    });
    expect(waiting({ buurten: [here, there] }).map(({ words }) => words)).toEqual(['Vanavond', 'Straks', 'Daarna']);
  });

  it('has new signals and letters that fail, when there are any', () => {
    expect(waiting({ newSignals: 0, failingLetters: 0 })).toEqual([]);
    const [post] = waiting({ failingLetters: 1, lettersWaitSince: new Date('2027-02-01T08:05:00Z') });
    expect(post?.more[0]).toBe('De oudste mail wacht sinds maandag 1 februari 2027, 09.05 uur.');
    expect(waiting({ newSignals: 1, failingLetters: 3 }).map(({ words }) => words)).toEqual([
      '1 nieuw signaal om te lezen',
      '3 brieven komen niet aan',
    ]);
  });
});
