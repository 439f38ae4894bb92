import { describe, expect, it } from 'vitest';
import { standing, type Intervention, type Progress } from '../../src/domain/interventions/index.ts';
import { translate as t } from '../../src/web/translate.ts';
import { interventionView } from '../../src/web/views/interventions/article.ts';
import { promiseView } from '../../src/web/views/interventions/promise.ts';
import { makeTexts } from '../../src/web/views/texts.ts';
import { aBuurt, anIntervention, aProgress } from '../factories/index.ts';

const now = new Date('2027-06-22T10:00:00Z');
const today = '2027-06-22';
const needs = () => ({ t, now, texts: makeTexts(t) });
const buurt = aBuurt({ slug: 'lindebuurt' });

const promised = (changes: Partial<Intervention> = {}, progress: Partial<Progress>[] = []): Intervention => ({
  ...anIntervention({ slug: 'deuren', ...changes }),
  progress: progress.map((report) => aProgress(report)),
});
const standingOf = (intervention: Intervention) => standing(intervention, today, 60);
const shown = (intervention: Intervention) =>
  promiseView({ buurt, intervention, standing: standingOf(intervention) }, needs());

describe('a promise on the page', () => {
  it('is a sentence about who does what, and by when', () => {
    const view = shown(promised({ dueOn: '2027-07-01', promise: 'vervangt 120 voordeuren' }));
    expect(`${view.owner} ${view.promise}`).toBe('Woonbedrijf Zuid vervangt 120 voordeuren.');
    expect(view.due).toEqual({ words: 'Klaar op 1 juli 2027', day: '2027-07-01', distance: 'over 9 dagen' });
  });
  it('says how late it is, and that it should have been ready', () => {
    const view = shown(promised({ dueOn: '2027-06-01' }, [{ at: now }]));
    expect(view.marks).toEqual([{ kind: 'late', words: '3 weken te laat' }]);
    expect(view.due.words).toBe('Dit zou klaar zijn op 1 juni 2027');
  });
  it('says for how many days nothing was heard', () => {
    const view = shown(promised({ dueOn: null }, [{ at: new Date('2027-04-09T10:00:00Z') }]));
    expect(view.marks).toEqual([{ kind: 'silent', words: '74 dagen geen nieuws' }]);
  });
  it('says both when it is late and silent', () => {
    const view = shown(promised({ dueOn: '2027-06-21', publishedAt: new Date('2027-01-01T10:00:00Z') }));
    expect(view.marks.map(({ words }) => words)).toEqual(['1 dag te laat', '172 dagen geen nieuws']);
  });
  it('says since when it is done, and is then neither', () => {
    const view = shown(promised({ dueOn: '2027-01-01' }, [{ at: new Date('2027-02-01T10:00:00Z'), state: 'done' }]));
    expect(view.marks).toEqual([{ kind: 'done', words: 'Klaar' }]);
    expect(view.due.words).toBe('Klaar sinds 1 februari 2027');
  });
  it('says how far it is in words, and never fills the bar over its end', () => {
    expect(shown(promised({}, [{ at: now, reached: 40 }])).reached).toMatchObject({
      words: '40 van de 120 deuren',
      value: 40,
    });
    expect(shown(promised({}, [{ at: now, reached: 130 }])).reached).toMatchObject({
      words: '130 van de 120 deuren',
      value: 120,
    });
    expect(shown(promised({ target: null })).reached).toBeNull();
  });
  it('says it when no date was agreed', () => {
    expect(shown(promised({ dueOn: null })).due).toEqual({
      words: 'Er is geen datum afgesproken',
      day: null,
      distance: null,
    });
  });
});

describe('a promise that changed', () => {
  const at = new Date('2027-03-03T10:00:00Z');
  const changed = (change: Parameters<typeof interventionView>[0]['changes'][number]['changes'][number], note = '') => {
    const intervention = promised();
    const changes = [{ version: 2, at, on: '2027-03-03', note, changes: [change] }];
    const input = { buurt, intervention, standing: standingOf(intervention), themes: [], changes };
    return interventionView(input, needs()).changes[0];
  };

  it('tells the day it slipped, from when to when, and why', () => {
    expect(changed({ field: 'dueOn', from: '2027-04-01', to: '2027-06-01' }, 'De fabriek is laat.')).toEqual({
      sentences: ['Op 3 maart 2027 schoof de datum van 1 april 2027 naar 1 juni 2027.'],
      why: 'Waarom: De fabriek is laat.',
    });
  });
  it.each([
    [{ field: 'dueOn', from: null, to: '2027-06-01' }, 'kwam er een datum: 1 juni 2027'],
    [{ field: 'dueOn', from: '2027-06-01', to: null }, 'verviel de datum 1 juni 2027'],
    [{ field: 'owner', from: 'De gemeente', to: 'De corporatie' }, 'Eerst: De gemeente. Nu: De corporatie.'],
    [
      { field: 'target', from: { number: 120, unit: 'deuren' }, to: { number: 1_080, unit: 'deuren' } },
      'van 120 deuren naar 1.080 deuren',
    ],
    [{ field: 'target', from: { number: 120, unit: 'deuren' }, to: null }, 'verviel het aantal: 120 deuren'],
  ] as const)('tells what it was and what it is: %o', (change, words) => {
    expect(changed(change)?.sentences.join()).toContain(words);
  });
  it('tells that only the explanation changed', () => {
    const intervention = promised();
    const changes = [{ version: 2, at, on: '2027-03-03', note: '', changes: [] }];
    const view = interventionView(
      { buurt, intervention, standing: standingOf(intervention), themes: [], changes },
      needs(),
    );
    expect(view.changes[0]).toEqual({
      sentences: ['Op 3 maart 2027 veranderde de uitleg. De belofte bleef gelijk.'],
      why: null,
    });
  });
});
