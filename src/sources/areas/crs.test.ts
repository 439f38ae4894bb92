import { describe, expect, it } from 'vitest';
import { BadFile } from '../bad-file.ts';
import { detectCrs, toDegrees, type Crs, type RawPoint } from './crs.ts';

const detect = (points: readonly RawPoint[], { told = null, crs }: { told?: Crs | null; crs?: unknown } = {}) =>
  detectCrs(
    points.map((point, index) => ({ point, where: `feature ${String(index + 1)}` })),
    { told, crs },
  );
const named = (name: string) => ({ type: 'name', properties: { name } });

describe('from RD to degrees', () => {
  // Published by Kadaster: towers of which both coordinates are known.
  it.each([
    ['Onze Lieve Vrouwetoren, Amersfoort', [155_000, 463_000], [5.38720621, 52.1551744]],
    ['Westertoren, Amsterdam', [120_700.723, 487_525.501], [4.88352559, 52.37453253]],
    ['Martinitoren, Groningen', [233_883.131, 582_065.167], [6.56820053, 53.21938317]],
  ] as const)('puts the %s within a metre of its published place', (_, rd, [lon, lat]) => {
    const [foundLon, foundLat] = toDegrees(rd, 'rd');
    // 0.00001° is 1.1 m north, 0.7 m east.
    expect(Math.abs(foundLat - lat)).toBeLessThan(0.00001);
    expect(Math.abs(foundLon - lon)).toBeLessThan(0.000015);
  });

  it('gives at most seven decimals', () => {
    for (const degrees of toDegrees([124_774.65, 480_861.63], 'rd')) expect(String(degrees)).toMatch(/^\d+\.\d{1,7}$/);
  });
});

describe('the coordinate system of a file', () => {
  it('is seen from where the points lie', () => {
    expect(detect([[4.95, 52.31]])).toBe('wgs84');
    expect(detect([[124_774, 480_861]])).toBe('rd');
  });

  it('is taken from the crs member of the file', () => {
    expect(detect([[124_774, 480_861]], { crs: named('urn:ogc:def:crs:EPSG::28992') })).toBe('rd');
    expect(detect([[4.95, 52.31]], { crs: named('urn:ogc:def:crs:OGC:1.3:CRS84') })).toBe('wgs84');
  });

  it.each([
    ['swapped degrees', [[52.31, 4.95]], {}, /latitude, longitude.*Swap/s],
    ['swapped metres', [[480_861, 124_774]], {}, /Y, X.*Swap/s],
    ['a point in France', [[2.35, 48.85]], {}, /not in the Netherlands/],
    ['a point without a value that can be', [[0, 0]], {}, /not in the Netherlands/],
    [
      'one point elsewhere',
      [
        [4.95, 52.31],
        [4.95, 12],
      ],
      {},
      /feature 2.*not in the Netherlands/s,
    ],
    [
      'degrees and metres together',
      [
        [4.95, 52.31],
        [124_774, 480_861],
      ],
      {},
      /another coordinate system/,
    ],
    ['degrees called RD', [[4.95, 52.31]], { told: 'rd' }, /looks like wgs84/],
    [
      'a crs member that is wrong',
      [[124_774, 480_861]],
      { crs: named('EPSG:4326') },
      /crs member of the file is wrong/,
    ],
    ['a system that is not known', [[600_000, 5_800_000]], { crs: named('EPSG:25831') }, /convert it to EPSG:4326/],
    ['no points', [], {}, /no points/],
  ] as const)('refuses %s, and says how to mend it', (_, points, told, message) => {
    expect(() => detect(points, told)).toThrow(BadFile);
    expect(() => detect(points, told)).toThrow(message);
  });
});
