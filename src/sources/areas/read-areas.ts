import type { Area, AreaFile, AreaKind, Skipped } from '../../domain/buurten/index.ts';
import { boundsOf, nameFew, type MultiPolygon } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';
import { detectCrs, toDegrees, type Crs } from './crs.ts';
import { readFeatures, type RawFeature } from './features.ts';
import { identify, type Identity } from './names.ts';
import { cleanRing } from './rings.ts';

/** What whoever imports may tell, when the file does not. */
export interface AreaOptions {
  readonly crs?: Crs | undefined;
  readonly kind?: AreaKind | undefined;
  /** Who drew it and when, for under a map; else by the form of the file. */
  readonly source?: string | undefined;
}

type Shaped = RawFeature & { readonly polygons: NonNullable<RawFeature['polygons']> };

/** What is in a file and is not an official area of land; each with its reason. */
function reasonToSkip({ polygons, properties }: RawFeature): string | null {
  if (properties['water'] === 'JA' || properties['h2o'] === 'JA') return 'water, not land (CBS gives it the same code)';
  if (Array.isArray(properties['cbsCodes']))
    return 'a union of buurten, not an official area: make it a buurt of the portal with these codes';
  return polygons === null || polygons.length === 0 ? 'no shape' : null;
}

const nameSkipped = ({ where, properties }: RawFeature): string => {
  const codes = properties['cbsCodes'];
  return Array.isArray(codes) ? `${where}: ${nameFew(codes.map(String), 4)}` : where;
};

function sort(features: readonly RawFeature[]): { kept: Shaped[]; skipped: Skipped[] } {
  const kept: Shaped[] = [];
  const reasons = new Map<string, string[]>();
  for (const one of features) {
    const why = reasonToSkip(one);
    if (why === null && one.polygons !== null) kept.push({ ...one, polygons: one.polygons });
    else if (why !== null) reasons.set(why, [...(reasons.get(why) ?? []), nameSkipped(one)]);
  }
  const skipped = [...reasons].map(([why, which]): Skipped => ({
    count: which.length,
    of: 'feature',
    why,
    what: nameFew(which, 10),
  }));
  return { kept, skipped };
}

const shapeOf = ({ polygons, where }: Shaped, crs: Crs): MultiPolygon =>
  polygons.map((rings) => {
    if (rings.length === 0) throw new BadFile(`${where}: a polygon without rings`);
    return rings.map((ring, index) =>
      cleanRing(
        ring.map((point) => toDegrees(point, crs)),
        where,
        index === 0 ? 'outer' : 'hole',
      ),
    );
  });

/** Amsterdam names its gebieden in its files; the rest of these files come from CBS. */
function publisherOf(properties: RawFeature['properties'], { gemeenteCode, code }: Identity): string {
  const keys = Object.keys(properties);
  const amsterdam =
    gemeenteCode === 'GM0363' && keys.some((key) => /stadsdeel|ggw|identificatie|^wijkCbsCode$/i.test(key));
  return amsterdam && code !== 'GM0363' ? 'Gemeente Amsterdam' : 'CBS, Wijk- en Buurtkaart';
}

function refuseDoubles(found: readonly { readonly area: Area; readonly where: string }[]): void {
  const seen = new Map<string, string>();
  for (const { area, where } of found) {
    const before = seen.get(area.code);
    if (before !== undefined)
      throw new BadFile(
        `${where}: the code ${area.code} is also that of ${before}; each code may stand in a file once. Leave one out, or join their shapes`,
      );
    seen.set(area.code, where);
  }
}

/** Reads areas from the text of a file; throws BadFile at the first thing that is not right, so that nothing is half read. */
export function readAreas(text: string, { crs: told, kind, source }: AreaOptions, year: string | null): AreaFile {
  const collection = readFeatures(text);
  if (collection.features.length === 0) throw new BadFile('it holds no features; export the areas again');
  const { kept, skipped } = sort(collection.features);
  if (kept.length === 0)
    return { read: collection.features.length, areas: [], skipped, remarks: ['nothing to store in this file'] };
  const points = kept.flatMap(({ polygons, where }) => polygons.flat(2).map((point) => ({ point, where })));
  const crs = detectCrs(points, { told: told ?? null, crs: collection.crs });
  const found = kept.map((one) => {
    const identity = identify(one.properties, one.where, kind ?? null);
    const geometry = shapeOf(one, crs);
    const publisher = publisherOf(one.properties, identity);
    const by = source ?? collection.source ?? (year === null ? publisher : `${publisher}, ${year}`);
    return { area: { ...identity, geometry, bounds: boundsOf(geometry), source: by } satisfies Area, where: one.where };
  });
  refuseDoubles(found);
  const kinds = [...new Set(found.map(({ area }) => area.kind))].map(
    (one) => `${String(found.filter(({ area }) => area.kind === one).length)} × ${one}`,
  );
  const areas = found.map(({ area }) => area);
  return {
    read: collection.features.length,
    areas,
    skipped,
    remarks: [`${kinds.join(', ')}; coordinates read as ${crs}`],
  };
}
