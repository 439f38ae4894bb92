/** A place: degrees, WGS84 (EPSG:4326), longitude first as in GeoJSON (RFC 7946). */
export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

/** A point in a ring. */
export type Position = readonly [lon: number, lat: number];
/** An area as polygons of rings, outer ring first; WGS84, RFC 7946 right-hand rule, closed rings. */
export type MultiPolygon = readonly (readonly (readonly Position[])[])[];

/** Degrees: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** The smallest box round an area, in degrees. An area without points has no bounds: ask first. */
export function boundsOf(area: MultiPolygon): Bounds {
  const points = area.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The surface of a ring, open or closed, in squares of its own units; positive when it runs anticlockwise (x east, y north). */
export const signedSurfaceOf = (ring: readonly Position[]): number =>
  ring.reduce((twice, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return twice + x * nextY - nextX * y;
  }, 0) / 2;
