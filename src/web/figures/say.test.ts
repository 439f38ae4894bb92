import { describe, expect, it } from 'vitest';
import { INDICATORS, type FigureRow, type Reading } from '../../domain/figures/index.ts';
import { translate as t } from '../translate.ts';
import { dotChart } from './dot-chart.ts';
import { figuresPage } from './page.ts';
import { explain, nameOf, sayRow, sayShare, sayValue } from './say.ts';
import { yearChart } from './year-chart.ts';

const NONE: Reading = { state: 'no-data' };
const value = (number: number, period = '2024'): Reading => ({ state: 'value', value: number, period });
const indicator = (id: string) => {
  const found = INDICATORS.find((one) => one.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
};
const row = (
  id: string,
  readings: Partial<Pick<FigureRow, 'buurt' | 'borough' | 'city' | 'series'>> = {},
): FigureRow => ({
  indicator: indicator(id),
  source: { id: 'cbs', title: 'Kerncijfers', publisher: 'CBS', url: 'https://www.cbs.nl', licence: 'CC BY 4.0' },
  names: { buurt: 'H-buurt', borough: 'Zuidoost', city: 'Amsterdam' },
  buurt: NONE,
  borough: NONE,
  city: NONE,
  series: [],
  ...readings,
});

describe('a figure as a sentence', () => {
  it('is what people say to each other', () => {
    expect(sayRow(row('share-65-plus', { buurt: value(19.3), city: value(13.6) }), t)).toBe(
      '1 op de 5 mensen is 65 of ouder. In Amsterdam is dat 1 op de 7.',
    );
  });

  it('says so when the city is about the same', () => {
    expect(sayRow(row('share-65-plus', { buurt: value(14), city: value(14.4) }), t)).toMatch(/ongeveer hetzelfde/);
  });

  it('compares with the borough when the city has no figure, and counts of people with nothing', () => {
    expect(sayRow(row('income', { buurt: value(22.7), borough: value(25) }), t)).toBe(
      'Een inwoner heeft gemiddeld € 22.700 in een jaar. In Zuidoost is dat € 25.000.',
    );
    expect(sayRow(row('population', { buurt: value(7610), city: value(931_298) }), t)).toBe('Hier wonen 7.610 mensen.');
  });

  it('says which of the four states it is, each in its own words', () => {
    const states: Reading[] = [{ state: 'too-few', period: '2024' }, { state: 'unknown', period: '2024' }, NONE];
    const said = states.map((buurt) => sayRow(row('crime-rate', { buurt }), t));
    expect(new Set(said).size).toBe(3);
    expect(said[0]).toMatch(/te weinig mensen/);
    expect(said[1]).toMatch(/de bron geeft/);
    expect(said[2]).toMatch(/geen cijfers/);
  });

  it.each([
    [-0.39, 'De leefbaarheid is hier veel lager dan gemiddeld in Nederland.'],
    [-0.05, 'De leefbaarheid is hier iets lager dan gemiddeld in Nederland.'],
    [0, 'De leefbaarheid is hier ongeveer gemiddeld voor Nederland.'],
    [0.2, 'De leefbaarheid is hier hoger dan gemiddeld in Nederland.'],
  ])('says a score of %d in words', (score, said) => {
    expect(sayRow(row('liveability', { buurt: value(score) }), t)).toBe(said);
  });

  it('speaks of the borough where there is nothing of the buurt', () => {
    expect(sayRow(row('feeling-unsafe', { borough: value(34), city: value(26) }), t)).toBe(
      'Voelt zich wel eens onveilig: in Zuidoost is het 1 op de 3. In Amsterdam is dat 1 op de 4.',
    );
  });

  it.each([
    [0.3, 'minder dan 1 op de 100'],
    [2, '1 op de 50'],
    [19.3, '1 op de 5'],
    [50, '1 op de 2'],
    [61, '3 op de 5'],
    [72, '7 op de 10'],
    [99, 'meer dan 9 op de 10'],
  ])('says %d%% as %j', (percent, said) => {
    expect(sayShare(percent, t)).toBe(said);
  });

  it.each([
    ['home-value', 266.5, '€ 266.500'],
    ['liveability', -0.394, '−0,39 punten'],
    ['liveability', 0.061, '+0,06 punten'],
    ['distance-gp', 0.62, '0,6 kilometer'],
    ['population', 7610, '7.610'],
  ])('writes %s %d as the Dutch do', (id, number, said) => {
    expect(sayValue(number, indicator(id), t)).toBe(said);
  });

  it('has a name, an explanation and a sentence for every indicator', () => {
    for (const one of INDICATORS) {
      expect(nameOf(one, t)).not.toBe('');
      expect(explain(one, t)).toMatch(/\.$/);
      expect(sayRow(row(one.id, { buurt: value(5) }), t)).toMatch(/\.$/);
    }
  });
});

describe('the dot on a line', () => {
  it('puts buurt, borough and city on one line, and percentages from zero', () => {
    const chart = dotChart(row('share-65-plus', { buurt: value(10), borough: value(15), city: value(20) }), t);
    expect(chart.from).toBe('0%');
    const [city, borough, buurt] = chart.marks;
    expect([city?.who, borough?.who, buurt?.who]).toEqual(['city', 'borough', 'buurt']);
    expect(buurt?.at).toBeLessThan(borough?.at ?? 0);
    expect(borough?.at).toBeLessThan(city?.at ?? 0);
  });

  it('leaves out of the line what has no value, and says in the legend why', () => {
    const chart = dotChart(row('crime-rate', { buurt: { state: 'too-few', period: '2024' }, city: value(86) }), t);
    expect(chart.marks.map(({ who }) => who)).toEqual(['city']);
    expect(chart.legend.map(({ said }) => said)).toEqual(['te weinig om te tonen', 'geen cijfers', '86 per 1.000']);
  });

  it('never leaves the line, whatever the numbers', () => {
    for (const [id, numbers] of [
      ['share-0-14', [0, 0, 0]],
      ['share-0-14', [100, 99, 100]],
      ['liveability', [-0.4, -0.39, -0.41]],
      ['content-with-buurt', [1, 10, 5]],
      ['crime-rate', [2500, 80, 85]],
    ] as const) {
      const [buurt, borough, city] = numbers;
      const { marks } = dotChart(row(id, { buurt: value(buurt), borough: value(borough), city: value(city) }), t);
      for (const { at } of marks) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('the line through the years', () => {
  it('needs three years', () => {
    expect(yearChart(row('crimes', { series: [value(5, '2023'), value(6, '2024')] }), t)).toBeNull();
  });

  it('breaks where a year is unknown, and says that year in words', () => {
    const series = [
      value(10, '2021'),
      value(20, '2022'),
      { state: 'unknown', period: '2023' } as const,
      value(30, '2024'),
      value(40, '2025'),
    ];
    const chart = yearChart(row('crimes', { series }), t);
    expect(chart?.lines.map((line) => line.length)).toEqual([2, 2]);
    expect(chart?.columns[2]).toEqual({ period: '2023', said: 'onbekend bij de bron', height: null });
    expect(chart?.sentence).toBe('Van 10 in 2021 naar 40 in 2025.');
  });
});

describe('the figures page', () => {
  it('groups rows, with a table that says the same in text, and sources with their years', () => {
    const rows = [
      row('population', { buurt: value(7610), borough: value(92_370) }),
      row('crimes', { buurt: value(576, '2025'), series: [value(500, '2021'), value(576, '2025')] }),
    ];
    const view = figuresPage(rows, INDICATORS, { key: [], t });
    expect(view.groups.map(({ id }) => id)).toEqual(['people', 'crime']);
    expect(view.groups[0]?.table).toEqual([
      { name: 'Inwoners', buurt: '7.610', borough: '92.370', city: 'geen cijfers', period: '2024' },
    ]);
    expect(view.groups[1]?.sources[0]?.period).toBe('Cijfers van 2021 tot en met 2025.');
    expect(view.missing).toContain('kinderen tot 15 jaar');
  });

  it('opens with the key figures of the buurt, and folds away what is less important', () => {
    const ids = [
      'content-with-buurt',
      'feeling-at-home',
      'good-to-live',
      'feeling-unsafe',
      'clean-streets',
      'kept-green',
    ];
    const rows = ids.map((id) => row(id, { borough: value(5) }));
    const [group] = figuresPage(rows, INDICATORS, { key: ['clean-streets'], t }).groups;
    expect(group?.figures.map((figure) => figure.row.indicator.id)).toEqual(['clean-streets', ...ids.slice(0, 3)]);
    expect(group?.more).toHaveLength(2);
    expect(group?.table).toHaveLength(6);
  });
});
