import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from './combine.ts';
import type { Figure, Indicator } from './figure.ts';
import { makeLedger } from './ledger.ts';

const figure = (areaCode: string, indicator: string, value: number | null, period = '2024'): Figure => ({
  areaCode,
  indicator,
  period,
  value,
  sourceId: 'proef',
});
const indicator = (combine: Indicator['combine'], tooFewBelow = 0): Indicator => ({
  id: 'x',
  group: 'people',
  unit: 'count',
  decimals: 0,
  combine,
  tooFewBelow,
});
const SUM = indicator({ by: 'sum' });
const MEAN = indicator({ by: 'mean', weight: 'population' });
const RATE = indicator({ by: 'ratio', part: 'crimes', whole: 'population', times: 1000 });

/** What is said of `codes`, of which a larger one falls apart into `parts`. */
const read = (
  figures: readonly Figure[],
  {
    of = SUM,
    codes,
    parts = [],
    period = '2024',
  }: { of?: Indicator; codes: string[]; parts?: string[][]; period?: string },
) => readingOf({ codes, divisionsOf: () => parts }, { ledger: makeLedger(figures), indicator: of, period });

const areas = fc.array(
  fc.record({ people: fc.integer({ min: 1, max: 9000 }), value: fc.integer({ min: 0, max: 500 }) }),
  {
    minLength: 2,
    maxLength: 12,
  },
);
const figuresOf = (list: readonly { people: number; value: number }[]): Figure[] =>
  list.flatMap(({ people, value }, index) => [
    figure(`A${String(index)}`, 'population', people),
    figure(`A${String(index)}`, 'x', value),
  ]);
const codesOf = (list: readonly unknown[]) => list.map((_, index) => `A${String(index)}`);

describe('several areas as one', () => {
  it('adds counts up: the union counts what its parts count together', () => {
    fc.assert(
      fc.property(areas, (list) => {
        const sum = list.reduce((total, { value }) => total + value, 0);
        expect(read(figuresOf(list), { codes: codesOf(list) })).toEqual({ state: 'value', value: sum, period: '2024' });
      }),
    );
  });

  it('keeps a mean between the lowest and the highest of its parts', () => {
    fc.assert(
      fc.property(areas, (list) => {
        const reading = read(figuresOf(list), { of: MEAN, codes: codesOf(list) });
        const values = list.map(({ value }) => value);
        expect(reading.state).toBe('value');
        if (reading.state !== 'value') return;
        expect(reading.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(reading.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });

  it('says the same of a larger area as of its parts named one by one', () => {
    fc.assert(
      fc.property(areas, fc.constantFrom(SUM, MEAN), (list, of) => {
        const codes = codesOf(list);
        expect(read(figuresOf(list), { of, codes: ['T'], parts: [codes] })).toEqual(
          read(figuresOf(list), { of, codes }),
        );
      }),
    );
  });

  it('weighs a mean by people', () => {
    const figures = [
      figure('A', 'population', 300),
      figure('A', 'x', 10),
      figure('B', 'population', 100),
      figure('B', 'x', 50),
    ];
    expect(read(figures, { of: MEAN, codes: ['A', 'B'] })).toMatchObject({ state: 'value', value: 20 });
  });

  it('works a rate out from both counts, and not from the rates', () => {
    const figures = [
      figure('A', 'population', 1000),
      figure('A', 'crimes', 100),
      figure('B', 'population', 3000),
      figure('B', 'crimes', 60),
    ];
    expect(read(figures, { of: RATE, codes: ['A', 'B'] })).toMatchObject({ value: 40 });
  });

  it('counts what happened where nobody lives: all crimes for all people', () => {
    const figures = [
      figure('A', 'population', 1000),
      figure('A', 'crimes', 50),
      figure('Station', 'population', 0),
      figure('Station', 'crimes', 450),
    ];
    expect(read(figures, { of: RATE, codes: ['T'], parts: [['A', 'Station']] })).toMatchObject({ value: 500 });
  });

  it('makes a rate of the union that is the same as that of its counts', () => {
    fc.assert(
      fc.property(areas, (list) => {
        const figures = list.flatMap(({ people, value }, index) => [
          figure(`A${String(index)}`, 'population', people),
          figure(`A${String(index)}`, 'crimes', value),
        ]);
        const reading = read(figures, { of: RATE, codes: codesOf(list) });
        const [crimes, people] = [
          list.reduce((sum, { value }) => sum + value, 0),
          list.reduce((sum, one) => sum + one.people, 0),
        ];
        expect(reading.state === 'value' ? reading.value : null).toBeCloseTo((crimes / people) * 1000, 6);
      }),
    );
  });

  it('takes the people of a year earlier for a rate, but not those of three years earlier', () => {
    const figures = [
      figure('A', 'population', 1000),
      figure('A', 'crimes', 90, '2025'),
      figure('A', 'crimes', 90, '2021'),
    ];
    expect(read(figures, { of: RATE, codes: ['A'], period: '2025' })).toMatchObject({ state: 'value', value: 90 });
    expect(read(figures, { of: RATE, codes: ['A'], period: '2021' })).toEqual({ state: 'no-data' });
  });

  it('takes what the source says of the whole before what its parts say', () => {
    const figures = [
      figure('T', 'x', 999),
      ...figuresOf([
        { people: 10, value: 5 },
        { people: 10, value: 6 },
      ]),
    ];
    expect(read(figures, { codes: ['T'], parts: [['A0', 'A1']] })).toMatchObject({ value: 999 });
  });

  it('counts nobody twice when an area was ever divided in two ways', () => {
    const figures = [figure('A', 'x', 100), figure('DX01', 'x', 100)];
    expect(read(figures, { codes: ['T'], parts: [['A'], ['DX01']] })).toMatchObject({ value: 100 });
  });

  it('combines nothing that cannot be combined honestly', () => {
    const figures = figuresOf([
      { people: 100, value: 3 },
      { people: 100, value: 5 },
    ]);
    expect(read(figures, { of: indicator({ by: 'none' }), codes: ['A0', 'A1'] })).toEqual({ state: 'no-data' });
    expect(read(figures, { of: indicator({ by: 'none' }), codes: ['A0'] })).toMatchObject({ value: 3 });
  });
});

describe('the four states', () => {
  it('is no-data where no source speaks of it', () => {
    expect(read([], { codes: ['A'] })).toEqual({ state: 'no-data' });
  });

  it('is unknown where the source gives no number', () => {
    expect(read([figure('A', 'x', null)], { codes: ['A'] })).toEqual({ state: 'unknown', period: '2024' });
  });

  it('is unknown for a union of which more than a tenth of the people is unknown', () => {
    const figures = [
      figure('A', 'population', 800),
      figure('A', 'x', 10),
      figure('B', 'population', 200),
      figure('B', 'x', null),
    ];
    expect(read(figures, { of: MEAN, codes: ['A', 'B'] })).toEqual({ state: 'unknown', period: '2024' });
  });

  it('is unknown for a borough of which only some buurten were imported', () => {
    const figures = [figure('T', 'population', 90_000), figure('A', 'population', 2000), figure('A', 'x', 12)];
    expect(read(figures, { of: MEAN, codes: ['T'], parts: [['A']] })).toEqual({ state: 'unknown', period: '2024' });
  });

  it.each([
    [0, 'value'],
    [1, 'too-few'],
    [4, 'too-few'],
    [5, 'value'],
  ])('shows a count of %i as %s: below five it would speak of people', (count, state) => {
    expect(read([figure('A', 'x', count)], { of: indicator({ by: 'sum' }, 5), codes: ['A'] })).toMatchObject({ state });
  });

  it.each([
    [49, 'too-few'],
    [50, 'value'],
  ])('shows a percentage of %i people as %s', (people, state) => {
    const figures = [figure('A', 'population', people), figure('A', 'x', 40)];
    const of = indicator({ by: 'mean', weight: 'population' }, 50);
    expect(read(figures, { of, codes: ['A'] })).toMatchObject({ state });
  });

  it('never turns a missing number into a zero', () => {
    const figures = [figure('A', 'crimes', null), figure('A', 'population', 1000)];
    expect(read(figures, { of: RATE, codes: ['A'] })).toEqual({ state: 'unknown', period: '2024' });
  });
});
