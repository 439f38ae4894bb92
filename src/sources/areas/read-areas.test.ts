import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAreas } from './read-areas.ts';

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures');
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8');
const read = (name: string, options = {}) => readAreas(fixture(name), options, '2024');

const SQUARE = [
  [4.95, 52.31],
  [4.96, 52.31],
  [4.96, 52.32],
  [4.95, 52.32],
  [4.95, 52.31],
];
const feature = (geometry: unknown, properties: unknown = { cbsCode: 'BU0363ZZ01', naam: 'Proefbuurt' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const readText = (text: string, options = {}) => readAreas(text, options, null);

/** Positive when a ring runs anticlockwise. */
const turn = (ring: readonly (readonly [number, number])[]) =>
  ring.slice(1).reduce((sum, [x, y], index) => sum + ((ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0)), 0);

describe('reading areas', () => {
  it('reads code, name and larger areas of the buurten of Amsterdam', () => {
    expect(read('buurten.geojson').areas[0]).toMatchObject({
      code: 'BU0363ZZ01',
      kind: 'buurt',
      name: 'Proefbuurt-West',
      wijkCode: 'WK0363ZZ',
      gebiedCode: '03630950000099',
      stadsdeelCode: 'T',
      gemeenteCode: 'GM0363',
      bounds: [4.95, 52.31, 4.96, 52.32],
      source: 'Gemeente Amsterdam, 2024',
    });
  });

  it.each([
    ['wijken.geojson', 'wijk', 'WK0363ZZ'],
    ['gebieden.geojson', 'gebied', '03630950000099'],
    ['stadsdelen.geojson', 'stadsdeel', 'T'],
  ])('knows what %s holds by its properties', (name, kind, code) => {
    expect(read(name).areas).toMatchObject([{ kind, code }]);
  });

  it('reads the three layers of CBS, and leaves water out', () => {
    const { areas, skipped } = read('cbs-wijk-en-buurtkaart.geojson');
    expect(areas.map(({ kind, code }) => [kind, code])).toEqual([
      ['buurt', 'BU03630000'],
      ['wijk', 'WK036300'],
      ['gemeente', 'GM0363'],
    ]);
    expect(skipped).toMatchObject([{ count: 1, why: /water/ }]);
  });

  it('reads TopoJSON as it reads GeoJSON', () => {
    const plain = (name: string) => read(name).areas.map(({ code, bounds }) => ({ code, bounds }));
    expect(plain('buurten.topojson')).toEqual(plain('buurten.geojson'));
  });

  it('turns RD into degrees, and finds wijk, stadsdeel and gemeente in the code', () => {
    const [area] = read('buurten-rd.geojson').areas;
    expect(area).toMatchObject({ wijkCode: 'WK0363ZZ', stadsdeelCode: 'Z', gemeenteCode: 'GM0363' });
    expect(area?.bounds[0]).toBeCloseTo(4.944, 2);
    expect(area?.bounds[1]).toBeCloseTo(52.315, 2);
  });

  it('leaves unions of buurten out, and says what to do with them', () => {
    const { areas, skipped } = read('samengesteld.geojson');
    expect(areas).toEqual([]);
    expect(skipped).toMatchObject([{ count: 1, why: /union/, what: /BU0363ZZ01, BU0363ZZ02/ }]);
  });

  it('turns rings as RFC 7946 wants: outside anticlockwise, holes clockwise', () => {
    const hole = [
      [4.952, 52.312],
      [4.958, 52.312],
      [4.958, 52.318],
      [4.952, 52.318],
      [4.952, 52.312],
    ];
    for (const rings of [
      [SQUARE, hole],
      [SQUARE.toReversed(), hole.toReversed()],
    ]) {
      const [shape] = readText(collection(feature(polygon(...rings)))).areas[0]?.geometry ?? [];
      expect(turn(shape?.[0] ?? [])).toBeGreaterThan(0);
      expect(turn(shape?.[1] ?? [])).toBeLessThan(0);
    }
  });

  it('rounds to seven decimals and leaves heights out', () => {
    const high = SQUARE.map(([lon, lat]) => [(lon ?? 0) + 1.23456789e-9, lat, 12]);
    expect(readText(collection(feature(polygon(high)))).areas[0]?.geometry[0]?.[0]).toEqual(SQUARE);
  });

  it('skips a feature without a shape and stores the rest', () => {
    const text = collection(feature(null, { cbsCode: 'BU0363ZZ02', naam: 'Leeg' }), feature(polygon(SQUARE)));
    expect(readText(text)).toMatchObject({
      read: 2,
      areas: [{ code: 'BU0363ZZ01' }],
      skipped: [{ count: 1, why: 'no shape' }],
    });
  });
});

describe('refusing a file of areas', () => {
  const bow = [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]];
  it.each([
    ['what is no JSON', '{"type": "Feat', /not JSON.*again/],
    ['a list', '[1, 2]', /FeatureCollection/],
    ['a number', '12', /FeatureCollection/],
    ['an object of another kind', '{"type":"Point","coordinates":[4,52]}', /but "Point"/],
    ['no features', collection(), /no features/],
    ['a broken topology', '{"type":"Topology","objects":{}}', /topology/i],
    [
      'a topology that names arcs that are not there',
      '{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[7]]}}}',
      /object "a" uses arcs that are not there/,
    ],
    [
      'a line',
      collection(feature({ type: 'LineString', coordinates: SQUARE })),
      /feature 1 \(BU0363ZZ01\).*LineString/,
    ],
    ['an open ring', collection(feature(polygon(SQUARE.slice(0, 4)))), /not closed/],
    ['a ring without a surface', collection(feature(polygon([SQUARE[0], SQUARE[1], SQUARE[0]]))), /no surface/],
    ['a ring that crosses itself', collection(feature(polygon(bow))), /crosses itself near/],
    ['words for coordinates', collection(feature(polygon([['a', 'b']]))), /lists of points/],
    ['a number too large to be one', collection(feature(polygon(SQUARE))).replace('52.32', '1e999'), /lists of points/],
    [
      'the same code twice',
      collection(feature(polygon(SQUARE)), feature(polygon(SQUARE))),
      /feature 2.*also that of feature 1/,
    ],
    [
      'properties that are not known',
      collection(feature(polygon(SQUARE), { id: 7, titel: 'x' })),
      /id, titel.*Expected.*cbscode/s,
    ],
    [
      'a code of another form',
      collection(feature(polygon(SQUARE), { cbsCode: 'Centrum', naam: 'Centrum' })),
      /not the code of a buurt/,
    ],
    ['a feature that is none', collection('x'), /feature 1 is not a GeoJSON Feature/],
  ])('names what is wrong with %s', (_, text, message) => {
    expect(() => readText(text)).toThrow(message);
  });
});
