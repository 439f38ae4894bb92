import type { MultiPolygon } from '../../kernel/index.ts';
import { SQUARE_SIDE, squareKey } from '../plain/index.ts';
import { toRd } from './rd.ts';

/** A square of the grid, by its south-west corner in units of `SQUARE_SIDE`. */
export interface Square {
  readonly x: number;
  readonly y: number;
}

/** A square in which some of the buurt lies, and which part of it does: 0 (only a corner) to 1, in hundredths. */
export interface SharedSquare extends Square {
  readonly share: number;
}

/** `r{x}-{y}`: how a square is called in the file of homes, and as a cell. */
export const squareId = ({ x, y }: Square): string => `r${squareKey(x, y)}`;

/** In units of `SQUARE_SIDE`. */
type Point = readonly [x: number, y: number];
type Ring = readonly Point[];

/** Points of a square that are looked at in each direction: 10 m apart, beginning at 5 m. */
const LATTICE = 10;

/**
 * Every square that holds at least one point of the shape, its border included. A point on a grid line belongs to the square
 * north or east of it, and so to exactly one square: whoever points at a place in the shape gets a square of this list. The
 * share is how many of 100 points in the square, 10 m apart, lie in the shape.
 */
export function sharesOf(shape: MultiPolygon): SharedSquare[] {
  const points = new Map<string, Square & { inside: number }>();
  const at = (x: number, y: number) => {
    const key = squareKey(x, y);
    const found = points.get(key) ?? { x, y, inside: 0 };
    points.set(key, found);
    return found;
  };
  for (const polygon of shape) {
    const rings = polygon.map((ring) => ring.map(([lon, lat]) => inSquares(lon, lat)));
    for (const ring of rings) markBorder(ring, at);
    countInside(rings, (x, y) => (at(x, y).inside += 1));
  }
  // Two areas that were drawn over each other count a point twice.
  return [...points.values()].map(({ x, y, inside }) => ({ x, y, share: Math.min(1, inside / LATTICE ** 2) }));
}

function inSquares(lon: number, lat: number): Point {
  const [x, y] = toRd(lon, lat);
  return [x / SQUARE_SIDE, y / SQUARE_SIDE];
}

function markBorder(ring: Ring, mark: (x: number, y: number) => unknown): void {
  ring.forEach((from, index) => {
    const to = ring[index + 1] ?? from;
    mark(Math.floor(from[0]), Math.floor(from[1]));
    const cuts = [0, ...crossings(from[0], to[0]), ...crossings(from[1], to[1]), 1].toSorted((a, b) => a - b);
    cuts.slice(1).forEach((cut, at) => {
      const middle = (cut + (cuts[at] ?? cut)) / 2;
      mark(Math.floor(from[0] + (to[0] - from[0]) * middle), Math.floor(from[1] + (to[1] - from[1]) * middle));
    });
  });
}

/** Where, as a part of the way from `from` to `to`, the whole numbers lie. */
function crossings(from: number, to: number): number[] {
  const first = Math.ceil(Math.min(from, to));
  const last = Math.floor(Math.max(from, to));
  if (from === to || last < first) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => (first + step - from) / (to - from));
}

/** Calls `count` with the square of every point of the lattice that lies inside. */
function countInside(rings: readonly Ring[], count: (x: number, y: number) => void): void {
  const heights = rings.flat().map(([, y]) => y);
  const lowest = Math.floor(heights.reduce((a, b) => Math.min(a, b), Infinity) * LATTICE);
  const highest = Math.ceil(heights.reduce((a, b) => Math.max(a, b), -Infinity) * LATTICE);
  for (let line = lowest; line < highest; line += 1) {
    const height = (line + 0.5) / LATTICE;
    const edges = rings.flatMap((ring) => passes(ring, height)).toSorted((a, b) => a - b);
    for (let at = 0; at + 1 < edges.length; at += 2)
      for (const column of columnsWithin(edges[at] ?? 0, edges[at + 1] ?? 0))
        count(Math.floor(column / LATTICE), Math.floor(line / LATTICE));
  }
}

/** The points of the lattice between two edges: their number, counted from the origin. */
function columnsWithin(west: number, east: number): number[] {
  const first = Math.ceil(west * LATTICE - 0.5);
  const length = Math.max(0, Math.ceil(east * LATTICE - 0.5) - first);
  return Array.from({ length }, (_, step) => first + step);
}

/** Where the ring passes this height, from west or east. */
function passes(ring: Ring, height: number): number[] {
  return ring.flatMap(([x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    if (y > height === nextY > height) return [];
    return [x + ((height - y) / (nextY - y)) * (nextX - x)];
  });
}
