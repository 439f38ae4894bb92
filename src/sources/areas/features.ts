import { feature as fromTopology } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { z } from 'astro/zod';
import { nameFew } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';

/** A feature before its shape is checked. */
export interface RawFeature {
  /** `feature 3 (BU0363TD01)`: how an error calls it. */
  readonly where: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Polygons of rings; null when the file gives it no shape. */
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[] | null;
}

export interface RawCollection {
  readonly features: readonly RawFeature[];
  /** The `crs` member (GeoJSON 2008), as it stands. */
  readonly crs: unknown;
  /** A `source` member of our own: who drew it, in words. */
  readonly source: string | null;
}

/** Height and measure may follow; they are not read. */
const position = z
  .tuple([z.number(), z.number()], z.unknown())
  .transform(([a, b]): readonly [number, number] => [a, b]);
const ring = z.array(position);
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);
const looseFeature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown().optional(),
});
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
  crs: z.unknown().optional(),
  source: z.string().optional(),
});
const topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()).min(2))),
  objects: z.record(z.string(), z.looseObject({ type: z.string() })),
  transform: z
    .object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) })
    .optional(),
  crs: z.unknown().optional(),
});

/** The properties that most often tell which feature is meant. */
const LABELS = ['cbsCode', 'buurtcode', 'wijkCbsCode', 'statcode', 'code', 'naam'];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadFile(`it is not JSON: ${error instanceof Error ? error.message : ''}. Download or export it again`);
  }
}

function readShape(given: unknown, where: string): RawFeature['polygons'] {
  if (given === null || given === undefined) return null;
  const parsed = geometry.safeParse(given);
  if (parsed.success) return parsed.data.type === 'Polygon' ? [parsed.data.coordinates] : parsed.data.coordinates;
  const type = z.object({ type: z.string() }).safeParse(given);
  if (type.success && type.data.type !== 'Polygon' && type.data.type !== 'MultiPolygon')
    throw new BadFile(
      `${where}: its shape is a ${type.data.type}; an area is a Polygon or a MultiPolygon. Leave it out and import again`,
    );
  throw new BadFile(
    `${where}: its coordinates are not lists of points with two numbers each (${parsed.error.issues[0]?.path.join('.') ?? ''})`,
  );
}

function readFeature(given: unknown, index: number): RawFeature {
  const number = `feature ${String(index + 1)}`;
  const parsed = looseFeature.safeParse(given);
  if (!parsed.success) throw new BadFile(`${number} is not a GeoJSON Feature with properties and a geometry`);
  const properties = parsed.data.properties ?? {};
  const label = LABELS.map((key) => properties[key]).find((value) => typeof value === 'string' && value !== '');
  const where = typeof label === 'string' ? `${number} (${label.trim().slice(0, 60)})` : number;
  return { where, properties, polygons: readShape(parsed.data.geometry, where) };
}

function fromGeoJson(file: unknown): RawCollection {
  const { features, crs, source } = collection.parse(file);
  return { features: features.map(readFeature), crs, source: source ?? null };
}

/** What topojson-client uses of a topology is checked by `topology`; each feature that comes out is checked again. */
const wholeTopology = z.custom<Topology & { crs?: unknown }>((file) => topology.safeParse(file).success);

/** Every object of the topology in turn; shared borders are written out again. */
function fromTopoJson(file: unknown): RawCollection {
  const parsed = wholeTopology.safeParse(file);
  if (!parsed.success) throw new BadFile('it is not a whole TopoJSON topology with arcs and objects; export it again');
  const whole = parsed.data;
  const features = Object.keys(whole.objects).flatMap((name): unknown[] => {
    const converted = convert(whole, name);
    const many = z.object({ features: z.array(z.unknown()) }).safeParse(converted);
    return many.success ? many.data.features : [converted];
  });
  return { features: features.map(readFeature), crs: whole.crs, source: null };
}

function convert(whole: Topology, name: string): unknown {
  const object = whole.objects[name];
  if (object === undefined) return null;
  try {
    return fromTopology(whole, object);
  } catch {
    throw new BadFile(`its object "${name}" uses arcs that are not there; export it again`);
  }
}

/** Reads the text of a GeoJSON FeatureCollection or a TopoJSON Topology. */
export function readFeatures(text: string): RawCollection {
  const file = parseJson(text);
  const head = z.object({ type: z.string() }).safeParse(file);
  const type = head.success ? head.data.type : null;
  if (type === 'Topology') return fromTopoJson(file);
  if (type === 'Feature') return fromGeoJson({ type: 'FeatureCollection', features: [file] });
  if (type === 'FeatureCollection' && collection.safeParse(file).success) return fromGeoJson(file);
  const keys = typeof file === 'object' && file !== null ? nameFew(Object.keys(file), 6) : '';
  throw new BadFile(
    `it is not a GeoJSON FeatureCollection or a TopoJSON Topology${type === null ? '' : ` but "${type}"`}${keys ? ` (it holds ${keys})` : ''}. Export the areas as one of those`,
  );
}
