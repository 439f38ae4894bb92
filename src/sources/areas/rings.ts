import { signedSurfaceOf, type Position } from '../../domain/kernel/index.ts';
import { BadFile } from '../bad-file.ts';

export type Ring = readonly Position[];

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

const side = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

interface Segment {
  readonly from: Position;
  readonly to: Position;
  readonly low: number;
  readonly high: number;
}

const crosses = (a: Segment, b: Segment): boolean =>
  side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
  side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;

/** The first two sides that cross, or null. Touching is allowed: real borders do. Sorted by x, so only neighbours are compared. */
function crossing(ring: Ring): Segment | null {
  const segments = ring
    .slice(0, -1)
    .map((from, index): Segment => {
      const to = ring[index + 1] ?? from;
      return { from, to, low: Math.min(from[0], to[0]), high: Math.max(from[0], to[0]) };
    })
    .sort((a, b) => a.low - b.low);
  for (const [index, one] of segments.entries()) {
    for (let at = index + 1; at < segments.length; at += 1) {
      const other = segments[at];
      if (other === undefined || other.low > one.high) break;
      if (crosses(one, other)) return other;
    }
  }
  return null;
}

/**
 * One ring, checked and turned: anticlockwise for an outer ring, clockwise for a hole (RFC 7946, 3.1.6). Points that repeat
 * the one before are left out. Refuses a ring that is not closed, has no surface, or crosses itself.
 */
export function cleanRing(ring: Ring, where: string, role: 'outer' | 'hole'): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || !same(first, last))
    throw new BadFile(`${where}: a ring is not closed; its last point must be its first`);
  const points = ring.filter((point, index) => index === 0 || !same(point, ring[index - 1] ?? point));
  const cross = crossing(points);
  if (cross)
    throw new BadFile(
      `${where}: a ring crosses itself near (${String(cross.from[0])}, ${String(cross.from[1])}). Mend the border, for instance with ogr2ogr -makevalid, and import again`,
    );
  const surface = signedSurfaceOf(points);
  if (points.length < 4 || surface === 0)
    throw new BadFile(`${where}: a ring has no surface; it needs at least three different points and the first again`);
  return surface > 0 === (role === 'outer') ? points : points.toReversed();
}
