import { signedSurfaceOf } from '../../domain/kernel/index.ts';

/** A point on the drawing, in its own units. */
export type Point = readonly [x: number, y: number];

const triangle = (a: Point, b: Point, c: Point): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

/** Surface of a ring, in square units; the direction of the ring does not matter. */
export const surfaceOf = (ring: readonly Point[]): number => Math.abs(signedSurfaceOf(ring));

/** Puts every point on the grid and leaves out those that land on the one before. `ring` is open: its last point is not its first. */
export function onGrid(ring: readonly Point[], grid: number): Point[] {
  const snapped = ring.map(([x, y]): Point => [Math.round(x / grid) * grid, Math.round(y / grid) * grid]);
  return snapped.filter(([x, y], index) => {
    const before = snapped.at(index - 1);
    return before === undefined || before[0] !== x || before[1] !== y;
  });
}

/**
 * Leaves the `keep` points that matter most for the shape, by Visvalingam and Whyatt (1993): time and again the point goes
 * that makes the smallest triangle with its neighbours. A ring keeps at least four points, so that it stays a surface.
 */
export function simplifyRing(ring: readonly Point[], keep: number): Point[] {
  const points = [...ring];
  const weigh = (index: number): number => {
    const [before, here, after] = [points.at(index - 1), points[index], points[(index + 1) % points.length]];
    return before && here && after ? triangle(before, here, after) : 0;
  };
  const weights = points.map((_, index) => weigh(index));
  while (points.length > Math.max(keep, 4)) {
    const lightest = weights.indexOf(Math.min(...weights));
    points.splice(lightest, 1);
    weights.splice(lightest, 1);
    const last = points.length - 1;
    const [before, after] = [lightest === 0 ? last : lightest - 1, lightest > last ? 0 : lightest];
    weights[before] = weigh(before);
    weights[after] = weigh(after);
  }
  return points;
}
