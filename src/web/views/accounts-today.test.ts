import { describe, expect, it } from 'vitest';
import { aBuurt, aDraft, aMeeting, anIntervention } from '../../../tests/factories/index.ts';
import { standing } from '../../domain/interventions/index.ts';
import { translate as t } from '../translate.ts';
import type { BuurtToday, TodayFacts } from './accounts-facts.ts';
import { waitingToday } from './accounts-today.ts';

const now = new Date('2027-03-01T08:00:00Z');

function aBuurtToday(changes: Partial<BuurtToday> = {}): BuurtToday {
  return {
    buurt: aBuurt({ name: 'H-buurt', slug: 'h-buurt' }),
    promises: [],
    drafts: [],
    meetings: [],
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
  waitingToday({ buurten: [], newSignals: null, failingLetters: null, ...facts }, { t, now });

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

  it('has new signals and letters that fail, when there are any', () => {
    expect(waiting({ newSignals: 0, failingLetters: 0 })).toEqual([]);
    expect(waiting({ newSignals: 1, failingLetters: 3 }).map(({ words }) => words)).toEqual([
      '1 nieuw signaal om te lezen',
      '3 brieven komen niet aan',
    ]);
  });
});
