import { boundsOf, type Bounds, type LonLat, type MultiPolygon } from '../../domain/kernel/index.ts';
import { onGrid, simplifyRing, surfaceOf, type Point } from './simplify.ts';

/** A sheet to draw on: how large it is, and where a place falls on it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: (where: LonLat) => Point;
}

/** An area, drawn: `path` for `<path d>`, in a box of `width` by `height`. */
export interface Drawing {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

const DEGREE = Math.PI / 180;

/**
 * Fits bounds on a sheet of at most `size` wide and high, with `margin` around it. A degree of longitude is shorter than
 * one of latitude (equirectangular projection around the middle: exact enough for an area of some kilometres).
 */
export function frameOf(bounds: Bounds, { size, margin }: { readonly size: number; readonly margin: number }): Frame {
  const [west, south, east, north] = bounds;
  const squeeze = Math.cos(((south + north) / 2) * DEGREE);
  const [wide, high] = [(east - west) * squeeze, north - south];
  const scale = (size - 2 * margin) / Math.max(wide, high, 1e-6);
  return {
    width: Math.round(wide * scale + 2 * margin),
    height: Math.round(high * scale + 2 * margin),
    place: ({ lon, lat }) => [margin + (lon - west) * squeeze * scale, margin + (north - lat) * scale],
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** `M12 8l3-4…z`: absolute start, then steps; short, because the emblem stands on every card. */
function ringPath(ring: readonly Point[]): string {
  let [fromX, fromY] = [0, 0];
  return `${ring
    .map(([x, y], index) => {
      const [dx, dy] = [round(x - fromX), round(y - fromY)];
      [fromX, fromY] = [round(fromX + dx), round(fromY + dy)];
      return `${index === 0 ? 'M' : 'l'}${String(dx)}${dy < 0 ? '' : ' '}${String(dy)}`;
    })
    .join('')}z`;
}

/**
 * The outline as path data on the frame, in at most about `points` points. Parts too small to see are left out;
 * the largest always stays.
 */
export function outlinePath(shape: MultiPolygon, frame: Frame, points: number): string {
  const grid = Math.max(frame.width, frame.height) / 400;
  const rings = shape
    .flat()
    .map((ring) =>
      onGrid(
        ring.slice(0, -1).map(([lon, lat]) => frame.place({ lon, lat })),
        grid,
      ),
    )
    .filter((ring) => ring.length > 2)
    .map((ring) => ({ ring, surface: surfaceOf(ring) }))
    .sort((a, b) => b.surface - a.surface);
  const largest = rings[0]?.surface ?? 0;
  const seen = rings.filter(({ surface }, index) => index === 0 || surface > largest / 200);
  const total = seen.reduce((sum, { ring }) => sum + ring.length, 0);
  return seen.map(({ ring }) => ringPath(simplifyRing(ring, Math.round((points * ring.length) / total)))).join('');
}

/** Emblems are drawn on a sheet of 96 by 96. */
const EMBLEM = { size: 96, margin: 4, points: 90 };
const emblems = new WeakMap<MultiPolygon, Drawing>();

/** The emblem of a buurt: its outline, coarse enough to weigh about half a kilobyte. Null when nothing is known to draw. */
export function emblemOf(shape: MultiPolygon): Drawing | null {
  if (shape.length === 0) return null;
  const known = emblems.get(shape);
  if (known) return known;
  const frame = frameOf(boundsOf(shape), EMBLEM);
  const drawing = { path: outlinePath(shape, frame, EMBLEM.points), width: frame.width, height: frame.height };
  emblems.set(shape, drawing);
  return drawing;
}
