import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { MultiPolygon } from '../../domain/kernel/index.ts';
import { emblemOf, frameOf, outlinePath } from './outline.ts';
import { simplifyRing, surfaceOf } from './simplify.ts';

/** A ring of `points` points around a place in Amsterdam, `wobble` making it uneven. */
const round = (points: number, wobble = 0, radius = 0.01): MultiPolygon => {
  const ring = Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    const far = radius * (1 + wobble * Math.sin(angle * 31));
    return [4.95 + far * Math.cos(angle), 52.31 + far * 0.61 * Math.sin(angle)] as const;
  });
  return [[[...ring, ring[0] ?? [4.95, 52.31]]]];
};

describe('the emblem of a buurt', () => {
  it('stays under 1.5 KB, however fine the outline', () => {
    const drawing = emblemOf(round(5000, 0.2));
    expect(drawing?.path.length).toBeGreaterThan(100);
    expect(drawing?.path.length).toBeLessThan(1500);
  });

  it('fits its box, with north at the top and the proportions of the ground', () => {
    const square: MultiPolygon = [
      [
        [
          [4.9, 52.3],
          [4.92, 52.3],
          [4.92, 52.31],
          [4.9, 52.31],
          [4.9, 52.3],
        ],
      ],
    ];
    const drawing = emblemOf(square);
    // 0.02° of longitude at 52.3° north is 1.22 times as long as 0.01° of latitude.
    expect(drawing).toMatchObject({ width: 96, height: 80 });
    expect(drawing?.path).toMatch(/^M4/);
  });

  it('is not there when no area was imported', () => {
    expect(emblemOf([])).toBeNull();
  });

  it('is drawn once for the same shape', () => {
    const shape = round(500);
    expect(emblemOf(shape)).toBe(emblemOf(shape));
  });

  it('leaves out islands too small to see', () => {
    const [main] = round(20);
    const [speck] = round(8, 0, 0.00005);
    const shape: MultiPolygon = main && speck ? [main, speck] : [];
    const frame = frameOf([4.9, 52.3, 5, 52.35], { size: 96, margin: 4 });
    expect(outlinePath(shape, frame, 50).match(/M/g)).toHaveLength(1);
  });
});

describe('simplifying a ring', () => {
  it('leaves as many points as asked, never fewer than four, and only points of the ring itself', () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 80 }), fc.integer({ min: 1, max: 90 }), (ring, keep) => {
        const simple = simplifyRing(ring, keep);
        expect(simple).toHaveLength(Math.min(ring.length, Math.max(keep, 4)));
        for (const kept of simple) expect(ring).toContainEqual(kept);
      }),
    );
  });

  it('takes points in the middle of a straight line first', () => {
    const square = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    expect(simplifyRing(square, 4)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
    expect(surfaceOf(square)).toBe(100);
  });
});
