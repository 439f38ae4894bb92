import { describe, expect, it } from 'vitest';
import { standing, type Intervention, type Progress } from '../../src/domain/interventions/index.ts';
import { translate as t } from '../../src/web/translate.ts';
import { searchView, searchWords } from '../../src/web/views/buurten/areas.ts';
import { buurtHead } from '../../src/web/views/buurten/head.ts';
import { buurtPage } from '../../src/web/views/buurten/page.ts';
import { pictureViews } from '../../src/web/views/pictures.ts';
import { makeTexts } from '../../src/web/views/texts.ts';
import { themePage } from '../../src/web/views/themes/page.ts';
import { timelineEntry } from '../../src/web/views/interventions/timeline.ts';
import { aBuurt, anIntervention, anUpdate, aProgress, aResponse, aTheme } from '../factories/index.ts';

const now = new Date('2027-06-22T10:00:00Z');
const today = '2027-06-22';
const needs = () => ({ t, now, texts: makeTexts(t) });
const buurt = aBuurt({ slug: 'lindebuurt' });

const promised = (changes: Partial<Intervention> = {}, progress: Partial<Progress>[] = []): Intervention => ({
  ...anIntervention({ slug: 'deuren', ...changes }),
  progress: progress.map((report) => aProgress(report)),
});
const standingOf = (intervention: Intervention) => standing(intervention, today, 60);
describe('the page of a buurt', () => {
  const work = aTheme({ id: 'work', slug: 'portieken', title: 'Schone portieken', phase: 'work' });
  const start = aTheme({ id: 'start', slug: 'jeugd', title: 'Jeugd', phase: 'start' });
  const finished = aTheme({ id: 'finished', slug: 'groen', title: 'Groen', phase: 'done' });
  const empty = {
    themes: [],
    interventions: [],
    standing: standingOf,
    updates: [],
    pictures: [],
    responses: [],
  };

  it('has themes that are worked on first, and done ones apart', () => {
    const { promises } = buurtPage({ ...empty, buurt, themes: [start, finished, work] }, needs());
    expect(promises.groups.map(({ title }) => title)).toEqual(['Schone portieken', 'Jeugd']);
    expect(promises.doneThemes).toEqual([{ title: 'Groen', href: '/buurten/lindebuurt/themas/groen' }]);
  });
  it('has each promise once, the most urgent first, and what is over apart', () => {
    const interventions = [
      promised({ title: 'Later', themeIds: ['work', 'start'], dueOn: '2027-12-01' }),
      promised({ title: 'Eerder', themeIds: ['work'], dueOn: '2027-08-01' }),
      promised({ title: 'Zonder datum', themeIds: ['work'], dueOn: null }),
      promised({ title: 'Zonder thema', themeIds: [] }),
      promised({ title: 'Klaar', themeIds: ['work'] }, [{ at: now, state: 'done' }]),
    ];
    const { promises } = buurtPage({ ...empty, buurt, themes: [work, start], interventions }, needs());
    expect(promises.groups.map((group) => group.promises.map(({ title }) => title))).toEqual([
      ['Eerder', 'Later', 'Zonder datum'],
      [],
    ]);
    expect(promises.other.map(({ title }) => title)).toEqual(['Zonder thema']);
    expect(promises.over.map(({ title }) => title)).toEqual(['Klaar']);
  });
  it('says of a theme without a promise whether one is to come or all are over', () => {
    const interventions = [promised({ themeIds: ['work'] }, [{ at: now, state: 'done' }])];
    const { promises } = buurtPage({ ...empty, buurt, themes: [work, start], interventions }, needs());
    expect(promises.groups.map(({ none }) => none)).toEqual([t('buurten.now.allOver'), t('buurten.now.noPromise')]);
  });
  it('counts what is late and silent, says so when all is on time, and nothing while nothing is promised', () => {
    const late = promised({ dueOn: '2027-06-01' }, [{ at: now }]);
    const onTime = promised({ dueOn: '2027-08-01' }, [{ at: now }]);
    const warnings = (interventions: Intervention[]) => buurtPage({ ...empty, buurt, interventions }, needs()).warnings;
    expect(warnings([late, onTime, late])).toEqual(['2 beloftes zijn te laat.']);
    expect(warnings([onTime])).toEqual(['Alle beloftes zijn op tijd.']);
    expect(warnings([])).toEqual([]);
  });
  it('answers what was heard with the decision, and where to follow it', () => {
    const deuren = promised({ id: 'doors' });
    const response = aResponse({ decision: 'not-yet', interventionId: 'doors', themeId: 'work' });
    const { heard } = buurtPage(
      { ...empty, buurt, themes: [work], interventions: [deuren], responses: [response] },
      needs(),
    );
    expect(heard.recent[0]).toMatchObject({
      decided: 'Nog niet',
      from: 'Op een bijeenkomst, 20 januari 2027',
      about: [
        { href: '/buurten/lindebuurt/interventies/deuren', label: 'Nieuwe deuren' },
        { href: '/buurten/lindebuurt/themas/portieken', label: 'Thema: Schone portieken' },
      ],
    });
  });
  it('keeps older news and answers one press away', () => {
    const updates = Array.from({ length: 6 }, () => anUpdate());
    const { news } = buurtPage({ ...empty, buurt, updates }, needs());
    expect([news.recent.length, news.older.length]).toEqual([4, 2]);
  });
  it('names who leads first', () => {
    const organisations = [
      { name: 'Woonbedrijf', role: '', leads: false },
      { name: 'Buurtteam', role: '', leads: true },
    ];
    const view = buurtPage({ ...empty, buurt: aBuurt({ organisations }) }, needs());
    expect(view.organisations.map(({ name }) => name)).toEqual(['Buurtteam', 'Woonbedrijf']);
  });
  it('names the present step, what is behind and what is to come', () => {
    const head = buurtHead(aBuurt({ step: 'stories' }), needs());
    expect(head.where).toBe('Stap 3 van 7: We luisteren');
    expect(head.steps.map(({ state }) => state)).toEqual(['past', 'past', 'now', 'next', 'next', 'next', 'next']);
  });
  it('escapes what organisers typed as plain text', () => {
    expect(buurtHead(aBuurt({ focus: '<script>alert(1)</script> & meer' }), needs()).focus).toBe(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer',
    );
  });
});

describe('the page of a theme', () => {
  it('shows only what belongs to it', () => {
    const theme = aTheme({ id: 'work', title: 'Schone portieken' });
    const input = {
      ...{ buurt, theme, standing: standingOf },
      interventions: [promised({ title: 'Hoort erbij', themeIds: ['work'] }), promised({ title: 'Hoort er niet bij' })],
      responses: [aResponse({ themeId: 'work', heard: 'Hoort erbij.' }), aResponse({ heard: 'Hoort er niet bij.' })],
      counts: [],
    };
    const view = themePage(input, needs());
    expect(view.promises.map(({ title }) => title)).toEqual(['Hoort erbij']);
    expect(view.answers.map(({ heard }) => heard)).toEqual(['Hoort erbij.']);
  });
});

describe('news', () => {
  const setting = { buurt, themes: [], interventions: [], pictures: [] };
  it('says when it was changed afterwards', () => {
    const changedAt = new Date('2027-03-03T10:00:00Z');
    expect(timelineEntry(anUpdate({ version: 2, changedAt }), setting, needs()).changed).toBe(
      'Gewijzigd op 3 maart 2027',
    );
    expect(timelineEntry(anUpdate(), setting, needs()).changed).toBeNull();
  });
  it('shows pictures in the width the screen needs, with their size and words, and leaves out lost ones', () => {
    const sizes = [
      { width: 480, height: 320 },
      { width: 960, height: 640 },
    ];
    const uses = [
      { pictureId: 'lost', alt: 'Weg' },
      { pictureId: 'door', alt: 'De nieuwe deur' },
    ];
    expect(pictureViews(uses, [{ id: 'door', sizes }])).toEqual([
      {
        src: '/beeld/door-960.webp',
        srcset: '/beeld/door-480.webp 480w, /beeld/door-960.webp 960w',
        width: 960,
        height: 640,
        alt: 'De nieuwe deur',
      },
    ]);
  });
});

describe('a search for a buurt', () => {
  const area = {
    ...{ code: 'BU03630001', kind: 'buurt' as const, name: 'Rijnbuurt-West', source: 'Getekend' },
    ...{ wijkCode: null, gebiedCode: null, stadsdeelCode: null, gemeenteCode: null, buurt: null },
  };
  it('says what takes part and what does not yet', () => {
    const taking = { ...area, name: 'Hoptille', buurt: { id: 'h', slug: 'h-buurt', name: 'H-buurt' } };
    expect(searchView({ words: 'o', hits: [area, taking], buurten: [] }, t)).toMatchObject({
      summary: '2 gebieden gevonden met ‘o’',
      areas: [{ buurt: null }, { buurt: { href: '/buurten/h-buurt', label: 'doet mee: H-buurt' } }],
    });
  });
  it('finds a buurt of the portal by its own name too, whatever the accents', () => {
    const buurten = [{ name: 'Één-buurt', slug: 'een-buurt' }];
    expect(searchView({ words: 'een', hits: [], buurten }, t).areas.map(({ name }) => name)).toEqual(['Één-buurt']);
  });
  it('is helpful when nothing is found, and silent when nothing was asked', () => {
    expect(searchView({ words: 'xyz', hits: [], buurten: [] }, t).summary).toBe('We vonden geen gebied met ‘xyz’.');
    expect(searchView({ words: '', hits: [], buurten: [buurt] }, t)).toEqual({ words: '', summary: null, areas: [] });
  });
  it('takes any words: trimmed, without control characters, not endless', () => {
    expect(searchWords(null)).toBe('');
    expect(searchWords(' rijn\u0000\n buurt ')).toBe('rijn buurt');
    expect(searchWords('a'.repeat(5_000))).toHaveLength(80);
  });
});
