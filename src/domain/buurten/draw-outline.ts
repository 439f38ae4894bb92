import { featureCollection, polygon } from '@turf/helpers';
import { union } from '@turf/union';
import { signedSurfaceOf, type MultiPolygon, type Position } from '../kernel/index.ts';
import type { AreaStore } from './area.ts';
import type { Outline } from './buurt.ts';

/** In square degrees: only for comparing rings of one polygon. */
const surfaceOf = (ring: readonly Position[]): number => Math.abs(signedSurfaceOf(ring));

/** Neighbours that were drawn apart leave slivers between them; a hole this small is a slip of the pen. */
const SLIVER = 1 / 500;

/**
 * Several areas as one: inner borders gone, slivers between them closed. Areas that cannot be joined (a source drew them
 * badly) stay side by side: then the page shows a border too many, and not nothing.
 */
export function unite(shapes: readonly MultiPolygon[]): MultiPolygon {
  const polygons = shapes.flat();
  if (shapes.length < 2) return polygons;
  const parts = polygons.map((rings) => polygon(rings.map((ring) => ring.map(([lon, lat]) => [lon, lat]))));
  const whole = joined(parts);
  if (whole === null) return polygons;
  const found = whole.type === 'Polygon' ? [whole.coordinates] : whole.coordinates;
  return found.map((rings) => {
    const [outer = [], ...holes] = rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon, lat] as const));
    return [outer, ...holes.filter((hole) => surfaceOf(hole) > surfaceOf(outer) * SLIVER)];
  });
}

function joined(parts: readonly ReturnType<typeof polygon>[]) {
  try {
    return union(featureCollection([...parts]))?.geometry ?? null;
  } catch {
    return null;
  }
}

/** More than this many different unions nobody looks at between two imports. */
const MOST_KEPT = 500;

/** Makes the verb that draws the outline of a buurt. Uniting is slow, so an outline is kept until the areas change. */
export function makeDrawOutline({ areas }: { readonly areas: Pick<AreaStore, 'find' | 'revision'> }) {
  let kept = new Map<string, Promise<Outline>>();
  let keptFor = '';

  const draw = async (codes: readonly string[]): Promise<Outline> => {
    const found = await areas.find(codes);
    return {
      shape: unite(found.map(({ geometry }) => geometry)),
      source: [...new Set(found.map(({ source }) => source))].join('; '),
    };
  };

  return async ({ areaCodes }: { readonly areaCodes: readonly string[] }): Promise<Outline> => {
    const revision = await areas.revision();
    if (revision !== keptFor || kept.size >= MOST_KEPT)
      [kept, keptFor] = [new Map<string, Promise<Outline>>(), revision];
    const key = areaCodes.toSorted().join(' ');
    const known = kept.get(key);
    if (known) return known;
    const drawing = draw(areaCodes);
    const keeper = kept.set(key, drawing);
    drawing.catch(() => keeper.delete(key));
    return drawing;
  };
}
