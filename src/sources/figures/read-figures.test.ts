import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFigures } from './read-figures.ts';
import { readNumber } from './values.ts';

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures');
const read = (name: string, year: string | null = null) =>
  readFigures(readFileSync(join(FIXTURES, name), 'utf8'), {}, year);
const valuesOf = ({ figures }: ReturnType<typeof read>, indicator: string) =>
  figures
    .filter((figure) => figure.indicator === indicator)
    .map(({ areaCode, period, value }) => [areaCode, period, value]);

describe('reading figures', () => {
  it('reads a CBS StatLine export: mark at the start, padded codes, a dot for unknown, a footer', () => {
    const file = read('kerncijfers-statline-2024.csv', '2024');
    expect(valuesOf(file, 'population')).toEqual([
      ['GM0363', '2024', 900_000],
      ['BU0363ZZ01', '2024', 1000],
      ['BU0363ZZ02', '2024', 3000],
    ]);
    expect(valuesOf(file, 'aged-65-plus').at(-1)).toEqual(['BU0363ZZ02', '2024', null]);
    expect(file.skipped).toEqual([
      { count: 1, of: 'row', why: 'a note, not figures', what: 'Bron: CBS' },
      { count: 1, of: 'row', why: 'the whole country', what: 'NL00' },
      {
        count: 1,
        of: 'column',
        why: 'the portal has no indicator for this column',
        what: 'Bevolking/Geslacht/Mannen (aantal)',
      },
    ]);
  });

  it('reads CBS open data: topic numbers, decimal commas, −99997 and the year of each row', () => {
    const file = read('kerncijfers-odata.csv', '2020');
    expect(valuesOf(file, 'home-value')).toEqual([
      ['BU0363ZZ01', '2023', 311.5],
      ['BU0363ZZ02', '2023', null],
    ]);
    expect(valuesOf(file, 'aged-65-plus')[1]).toEqual(['BU0363ZZ02', '2023', null]);
  });

  it('reads the compact table, with one column that names its own year', () => {
    const file = read('kerncijfers-uitgebreid-2024.csv', '2023');
    expect(valuesOf(file, 'good-health')).toEqual([
      ['BU0363ZZ01', '2024', 61.5],
      ['BU0363ZZ02', '2024', null],
    ]);
    expect(valuesOf(file, 'owner-occupied')[1]).toEqual(['BU0363ZZ02', '2023', null]);
    expect(valuesOf(file, 'population')[1]).toEqual(['BU0363ZZ02', '2023', null]);
  });

  it('reads Leefbaarometer, with NA and powers of ten', () => {
    const file = read('leefbaarometer.csv');
    expect(valuesOf(file, 'liveability-surroundings')).toEqual([
      ['BU0363ZZ01', '2024', -0.0001],
      ['BU0363ZZ02', '2024', null],
    ]);
  });

  it('reads the police, a row a year', () => {
    expect(valuesOf(read('politie.csv'), 'crimes')).toEqual([
      ['GM0363', '2024', 80_000],
      ['BU0363ZZ01', '2023', 70],
      ['BU0363ZZ01', '2024', 80],
      ['BU0363ZZ02', '2024', 100],
    ]);
  });

  it('reads BBGA: the city is called STAD, and what is not known is named', () => {
    const file = read('bbga.csv');
    expect(valuesOf(file, 'feeling-unsafe')).toEqual([
      ['GM0363', '2017', 26],
      ['DX20', '2017', 40],
      ['DX21', '2017', 20],
    ]);
    expect(file.skipped).toMatchObject([{ count: 1, of: 'row', what: 'ONBEKEND_P' }]);
  });
});

describe('a number in a table', () => {
  it.each([
    ['12', 12],
    ['  12 ', 12],
    ['0,8', 0.8],
    ['0.8', 0.8],
    ['1.234,5', 1234.5],
    ['-3,2', -3.2],
    ['1e-04', 0.0001],
    ['0', 0],
  ])('%j is %d', (cell, value) => {
    expect(readNumber(cell)).toBe(value);
  });

  it.each(['', '   ', '.', '       .', 'NA', 'null', '-99997', '-99997.0', '-'])(
    '%j is missing, never zero',
    (cell) => {
      expect(readNumber(cell)).toBeNull();
    },
  );

  it.each(['twaalf', '12 m', '1.2.3', '0x10', 'Infinity', '1,2,3', '=1+1'])('%j is no number', (cell) => {
    expect(readNumber(cell)).toBeUndefined();
  });
});

describe('refusing a table', () => {
  const police = (...rows: string[]) => ['WijkenEnBuurten;Naam;Jaar;GeregistreerdeMisdrijven_1', ...rows].join('\n');
  it.each([
    ['another table', 'naam;leeftijd\nNoor;7', /no known table; its columns are naam, leeftijd.*Known are/s],
    ['nothing', '\n\n', /no rows/],
    ['headings only', police(), /no figures/],
    [
      'a word for a number',
      police('BU0363ZZ01;x;2024;veel'),
      /row 2, column "GeregistreerdeMisdrijven_1": "veel" is not a number/,
    ],
    ['a number that cannot be', police('BU0363ZZ01;x;2024;-4'), /row 2.*should lie between 0/],
    ['a year that is none', police('BU0363ZZ01;x;24;4'), /row 2: "24" is not a year/],
    ['a row that is cut off', police('BU0363ZZ01;x;2024'), /row 2 has 3 columns, the headings 4/],
    ['two values for the same', police('BU0363ZZ01;x;2024;4', 'BU0363ZZ01;x;2024;5'), /two different values.*4 and 5/],
    ['quotes that do not close', police('"BU0363ZZ01;x;2024;4'), /not a whole CSV table/],
    ['codes by name', police('Hoptille;Hoptille;2024;4'), /no figures of areas/],
  ])('names what is wrong with %s', (_, text, message) => {
    expect(() => readFigures(text, {}, null)).toThrow(message);
  });

  it('asks for the year when neither the table nor its name tells, and takes it from --period', () => {
    const text = 'code;inwoners;huishoudens\nBU0363ZZ01;10;5';
    expect(() => readFigures(text, {}, null)).toThrow(/--period 2024/);
    expect(readFigures(text, { period: '2022' }, '2024').figures[0]?.period).toBe('2022');
    expect(() => readFigures(text, { period: 'vorig jaar' }, null)).toThrow(/--period vorig jaar/);
  });
});
