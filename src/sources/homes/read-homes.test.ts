import { describe, expect, it } from 'vitest';
import { BadFile } from '../bad-file.ts';
import { readHomes } from './read-homes.ts';

const read = (...lines: string[]) => readHomes(lines.join('\n'), {}, null);

describe('reading how many homes there are', () => {
  it.each([
    [
      'CBS, with what it keeps secret as 0',
      ['crs28992res100m;aantal_inwoners;aantal_woningen', 'E1217N4863;25;12', 'E1217N4864;-99997;-99997'],
    ],
    ['CBS in capitals and with commas', ['CRS28992RES100M,AANTAL_WONINGEN', 'E1217N4863,12', 'E1217N4864,']],
    ['a simple list of squares', ['vierkant;woningen', 'E1217N4863;12', 'r1217-4864;0']],
    ['corners in metres', ['x;y;homes', '121700;486300;12', '121700;486400;0']],
    [
      'GeoJSON of CBS',
      [
        JSON.stringify({
          type: 'FeatureCollection',
          features: [12, -99997].map((aantal_woningen, at) => ({
            type: 'Feature',
            properties: { crs28992res100m: `E1217N486${String(3 + at)}`, aantal_woningen },
            geometry: null,
          })),
        }),
      ],
    ],
  ])('knows %s', (_, lines) => {
    expect(read(...lines).counts).toEqual([
      { place: 'r1217-4863', count: 12 },
      { place: 'r1217-4864', count: 0 },
    ]);
  });

  it('knows numbers per buurt, and says that they give no cells', () => {
    const file = read('buurtcode;woningen', 'bu0363td01;1234');
    expect(file.counts).toEqual([{ place: 'BU0363TD01', count: 1234 }]);
    expect(file.remarks).toEqual([
      'numbers of areas only: without numbers of squares a signal has no finer place than the buurt',
    ]);
  });

  it('tells how many were secret, and whose numbers they are', () => {
    const text = 'crs28992res100m;aantal_woningen\nE1217N4863;-99997\nE1218N4863;.\n';
    expect(readHomes(text, {}, '2024')).toMatchObject({
      source: 'CBS, Vierkantstatistieken 100 m, 2024',
      remarks: ['2 without a number (secret or unknown) stored as 0'],
    });
    expect(readHomes(text, { source: 'BAG, mei 2027' }, '2024').source).toBe('BAG, mei 2027');
  });

  it.each([
    ['half a home', 'E1217N4863;0,5', /row 2, column "woningen": "0,5" is not a number of homes. Write a whole number/],
    ['fewer than none', 'E1217N4863;-3', /row 2.*"-3"/],
    ['a number beyond numbers', 'E1217N4863;1e309', /row 2.*"1e309"/],
    ['more than a hectare can hold', 'E1217N4863;10001', /row 2.*from 0 to 10000/],
    ['a formula', 'E1217N4863;"=1+1"', /row 2.*"=1\+1"/],
    ['a word', 'E1217N4863;veel', /"veel" is not a number of homes/],
    ['a square of 500 m', 'E1217N486;3', /row 2: "E1217N486" is not a square of 100 m. Write it as E1217N4863/],
    ['a point', '52.37,4.9;3', /is not a square of 100 m/],
    ['swapped coordinates', 'E4863N1217;3', /row 2: the square at x 486300, y 121700 lies outside the Netherlands/],
    ['a row that is cut off', 'E1217N4863', /row 2 has 1 columns, the headings 2/],
    [
      'two numbers for one square',
      'E1217N4863;3\nE1217N4863;4',
      /row 3: r1217-4863 has another number \(4\) than in row 2 \(3\)/,
    ],
  ])('refuses %s', (_, line, reason) => {
    const reading = () => read('vierkant;woningen', line);
    expect(reading).toThrow(BadFile);
    expect(reading).toThrow(reason);
  });

  it.each([
    ['degrees', '4.9;52.3;3', /row 2, column "x": "4.9" is not a corner of a square of 100 m/],
    ['a place within a square', '121750;486300;3', /row 2, column "x": "121750"/],
    ['degrees in whole numbers', '0;100;3', /lies outside the Netherlands/],
    ['nothing', ';;3', /row 2, column "x": ""/],
  ])('refuses %s for a corner', (_, line, reason) => {
    expect(() => read('x;y;homes', line)).toThrow(reason);
  });

  it.each([
    ['no rows', 'vierkant;woningen', /holds no rows/],
    [
      'no column of homes',
      'vierkant;inwoners\nE1217N4863;3',
      /no column with the number of homes; its columns are vierkant, inwoners/,
    ],
    [
      'no column of squares',
      'postcode;woningen\n1012;3',
      /no column that tells the square; its columns are postcode, woningen/,
    ],
    ['a column twice', 'vierkant;woningen;woningen\nE1217N4863;3;4', /the column "woningen" twice/],
    ['a code that is none', 'buurtcode;woningen\nhier;3', /"hier" is not the code of an area/],
    ['JSON that is cut off', '{"type":"FeatureCollection","features":[', /it is not JSON/],
    ['another GeoJSON', '{"type":"Point","coordinates":[4.9,52.3]}', /not a GeoJSON FeatureCollection/],
    ['a feature that is none', '{"type":"FeatureCollection","features":[7]}', /feature 1 is not a GeoJSON Feature/],
  ])('refuses a file with %s', (_, text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });
});
