import type { MultiPolygon } from '../../domain/kernel/index.ts';
import { simplifyRing } from './simplify.ts';

/** Six decimals are eleven centimetres. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The shape in at most about `points` points, in degrees: small enough to send to a browser that zooms in on it. */
export function simplifyShape(shape: MultiPolygon, points: number): MultiPolygon {
  const total = shape.flat(2).length;
  return shape.map((rings) =>
    rings.map((ring) => {
      const simple = simplifyRing(ring.slice(0, -1), Math.ceil((points * ring.length) / total));
      const open = simple.map(([lon, lat]) => [round(lon), round(lat)] as const);
      return open[0] ? [...open, open[0]] : [];
    }),
  );
}
