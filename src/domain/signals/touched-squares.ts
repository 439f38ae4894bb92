import type { MultiPolygon } from '../kernel/index.ts';
import { toRd } from './rd.ts';

/** Metres. Places of residents are never known more exactly than this. */
export const SQUARE_SIDE = 100;

/** A square of the grid, by its south-west corner in units of `SQUARE_SIDE`. */
export interface Square {
  readonly x: number;
  readonly y: number;
}

/** In units of `SQUARE_SIDE`. */
type Point = readonly [x: number, y: number];
type Mark = (x: number, y: number) => void;

/**
 * Every square that holds at least one point of the shape, its border included. A point on a grid line belongs to the square
 * north or east of it, and so to exactly one square: whoever points at a place in the shape gets a square of this list.
 */
export function touchedSquares(shape: MultiPolygon): Square[] {
  const found = new Map<string, Square>();
  const mark: Mark = (x, y) => found.set(`${x}-${y}`, { x, y });
  for (const polygon of shape) {
    const rings = polygon.map((ring) => ring.map(([lon, lat]) => inSquares(lon, lat)));
    for (const ring of rings) markBorder(ring, mark);
    markInside(rings, mark);
  }
  return [...found.values()];
}

function inSquares(lon: number, lat: number): Point {
  const [x, y] = toRd(lon, lat);
  return [x / SQUARE_SIDE, y / SQUARE_SIDE];
}

function markBorder(ring: readonly Point[], mark: Mark): void {
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

/** The squares that no border passes lie wholly inside or outside: their middle decides. */
function markInside(rings: readonly (readonly Point[])[], mark: Mark): void {
  const heights = rings.flat().map(([, y]) => Math.floor(y));
  const lowest = heights.reduce((a, b) => Math.min(a, b), Infinity);
  const highest = heights.reduce((a, b) => Math.max(a, b), -Infinity);
  for (let y = lowest; y <= highest; y += 1) {
    const edges = rings.flatMap((ring) => passes(ring, y + 0.5)).toSorted((a, b) => a - b);
    for (let at = 0; at + 1 < edges.length; at += 2) markRow(y, [edges[at] ?? 0, edges[at + 1] ?? 0], mark);
  }
}

function markRow(y: number, [west, east]: Point, mark: Mark): void {
  for (let x = Math.ceil(west - 0.5); x + 0.5 < east; x += 1) mark(x, y);
}

/** Where the ring passes this height, from west or east. */
function passes(ring: readonly Point[], height: number): number[] {
  return ring.flatMap(([x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    if (y > height === nextY > height) return [];
    return [x + ((height - y) / (nextY - y)) * (nextX - x)];
  });
}
