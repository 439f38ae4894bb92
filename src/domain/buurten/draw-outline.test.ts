import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from '../kernel/index.ts';
import { unite } from './draw-outline.ts';

const box = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];

describe('the outline of several areas', () => {
  it('has no border between neighbours', () => {
    const [whole, ...more] = unite([box(4.95, 52.31, 4.96, 52.32), box(4.96, 52.31, 4.97, 52.32)]);
    expect(more).toEqual([]);
    expect(whole).toHaveLength(1);
    expect(whole?.[0]).toHaveLength(5);
  });

  it('keeps areas apart that do not touch', () => {
    expect(unite([box(4.95, 52.31, 4.96, 52.32), box(4.98, 52.31, 4.99, 52.32)])).toHaveLength(2);
  });

  it('closes slivers between neighbours that were drawn apart, and keeps a real hole', () => {
    const ring = [box(0, 0, 10, 4.999), box(0, 5, 10, 10), box(0, 4.9, 1, 5.1), box(9, 4.9, 10, 5.1)];
    expect(unite(ring)[0]).toHaveLength(1);
    const round = [box(0, 0, 10, 3), box(0, 7, 10, 10), box(0, 3, 3, 7), box(7, 3, 10, 7)];
    expect(unite(round)[0]).toHaveLength(2);
  });

  it('is the area itself when there is one, and empty when none was imported', () => {
    const one = box(4.95, 52.31, 4.96, 52.32);
    expect(unite([one])).toEqual(one);
    expect(unite([])).toEqual([]);
  });
});
