import proj4 from 'proj4';
import { BadFile } from '../bad-file.ts';

/** Coordinate systems of Dutch area files: GPS degrees (EPSG:4326), or metres of the Rijksdriehoek (EPSG:28992). */
export const CRS_NAMES = ['wgs84', 'rd'] as const;
export type Crs = (typeof CRS_NAMES)[number];

/** The numbers of one point, as they stand in the file. */
export type RawPoint = readonly [number, number];

/**
 * EPSG:28992 with the seven parameters to WGS84 in PROJ's rotation sign (position vector); the other sign is 58 m off.
 * crs.test.ts holds it against published points.
 */
const RD =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m +no_defs';

const rdToDegrees = proj4(RD, 'WGS84');

/** Where the Netherlands lies, with the sea near the coast: [lowest, highest] of the first and of the second number. */
const NETHERLANDS: Readonly<Record<Crs, readonly [RawPoint, RawPoint]>> = {
  wgs84: [
    [3.1, 7.4],
    [50.6, 53.8],
  ],
  rd: [
    [-7_000, 300_000],
    [289_000, 629_000],
  ],
};

const between = (value: number, [low, high]: RawPoint): boolean => value >= low && value <= high;
const inside = ([a, b]: RawPoint, crs: Crs): boolean =>
  between(a, NETHERLANDS[crs][0]) && between(b, NETHERLANDS[crs][1]);

/** What the file says of itself, in the old `crs` member of GeoJSON (2008) that RD files still carry. */
function declared(crs: unknown): Crs | null {
  if (crs === undefined || crs === null) return null;
  const said = JSON.stringify(crs);
  if (/28992/.test(said)) return 'rd';
  if (/CRS84|4326|4258|WGS ?84|ETRS89/i.test(said)) return 'wgs84';
  throw new BadFile(
    `its coordinate system is ${said.slice(0, 120)}; convert it to EPSG:4326 (degrees) or EPSG:28992 (RD) first, for instance with ogr2ogr -t_srs EPSG:4326`,
  );
}

const show = ([a, b]: RawPoint): string => `(${String(a)}, ${String(b)})`;

/** Tells swapped coordinates from coordinates elsewhere. */
function refuseElsewhere(point: RawPoint, where: string): never {
  const [a, b] = point;
  if (inside([b, a], 'wgs84'))
    throw new BadFile(
      `${where}: ${show(point)} is latitude, longitude; GeoJSON wants longitude first (RFC 7946). Swap the two numbers of each point, for instance with ogr2ogr --config OGR_CT_FORCE_TRADITIONAL_GIS_ORDER YES, and import again`,
    );
  if (inside([b, a], 'rd'))
    throw new BadFile(
      `${where}: ${show(point)} is Y, X; RD coordinates have X (0 to 300,000) first. Swap the two numbers of each point and import again`,
    );
  throw new BadFile(
    `${where}: the point ${show(point)} is not in the Netherlands, in degrees nor in RD metres. Mend the point, or say which system it is in with --crs rd or --crs wgs84`,
  );
}

/** One point of the file and in which feature it stands, for in an error. */
export interface PlacedPoint {
  readonly point: RawPoint;
  readonly where: string;
}

/**
 * In which system the points are: as told, else as the file declares, else by where they lie. Every point must be in the
 * Netherlands; refuses swapped, foreign and mixed coordinates, and names the first.
 */
export function detectCrs(points: readonly PlacedPoint[], { told, crs }: { told: Crs | null; crs: unknown }): Crs {
  const first = points[0];
  if (first === undefined) throw new BadFile('it holds no points');
  const said = told ?? declared(crs);
  const found = said ?? (inside(first.point, 'wgs84') ? 'wgs84' : inside(first.point, 'rd') ? 'rd' : null);
  if (found === null) refuseElsewhere(first.point, first.where);
  const other = found === 'rd' ? 'wgs84' : 'rd';
  for (const { point, where } of points) {
    if (inside(point, found)) continue;
    if (inside(point, other))
      throw new BadFile(
        said === null
          ? `${where}: ${show(point)} is in another coordinate system (${other}) than the points before it (${found}); convert all to one`
          : `${where}: ${show(point)} cannot be ${found}; it looks like ${other}. ${told === null ? 'The crs member of the file is wrong: say' : 'Say'} --crs ${other}`,
      );
    refuseElsewhere(point, where);
  }
  return found;
}

/** Seven decimals are a centimetre; more would pretend (RFC 7946, 11.2). */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** A point of the file in degrees, longitude first. */
export function toDegrees([a, b]: RawPoint, crs: Crs): readonly [lon: number, lat: number] {
  const [lon, lat] = crs === 'rd' ? rdToDegrees.forward([a, b]) : [a, b];
  return [round(lon), round(lat)];
}
