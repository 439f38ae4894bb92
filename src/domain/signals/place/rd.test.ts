import { describe, expect, it } from 'vitest';
import { fromRd, toRd } from './rd.ts';

/** Published pairs: Kadaster, "RDNAPTRANS" (church towers; ETRS89 and WGS84 differ less than a metre here). */
const POINTS = [
  { name: 'Westertoren, Amsterdam', lon: 4.88352559, lat: 52.37453253, x: 120700.723, y: 487525.501 },
  { name: 'Martinitoren, Groningen', lon: 6.56820053, lat: 53.21938317, x: 233883.131, y: 582065.167 },
];

describe('coordinates in RD', () => {
  it.each(POINTS)('put $name within a metre of where it is', ({ lon, lat, x, y }) => {
    const [foundX, foundY] = toRd(lon, lat);
    expect(Math.hypot(foundX - x, foundY - y)).toBeLessThan(1);
  });

  it.each(POINTS)('bring $name back to its degrees', ({ lon, lat }) => {
    const [foundLon, foundLat] = fromRd(...toRd(lon, lat));
    expect(foundLon).toBeCloseTo(lon, 6);
    expect(foundLat).toBeCloseTo(lat, 6);
  });
});
