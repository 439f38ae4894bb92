import { describe, expect, it } from 'vitest';
import { cellAt, firstSquareOf, isTooThin, stepFrom, type CellOfSquare } from './cell-at.ts';

/**
 * ```
 * 3  a a c
 * 2  a a .
 * 1  b - d    (- too few homes, . outside the buurt)
 *    0 1 2
 * ```
 */
const squares: CellOfSquare = {
  ...{ '0-3': 'a', '1-3': 'a', '2-3': 'c', '0-2': 'a', '1-2': 'a', '0-1': 'b', '1-1': null, '2-1': 'd' },
};

describe('the cell of a point', () => {
  it('is that of its square, which on a line is the one north or east of it', () => {
    expect(cellAt(squares, 199.999, 399)).toBe('a');
    expect(cellAt(squares, 200, 300)).toBe('c');
    expect(cellAt(squares, 0, 199.999)).toBe('b');
  });

  it('is none outside the buurt and where too few homes are', () => {
    expect(cellAt(squares, 250, 250)).toBeNull();
    expect(cellAt(squares, 150, 150)).toBeNull();
    expect([isTooThin(squares, 150, 150), isTooThin(squares, 250, 250)]).toEqual([true, false]);
    expect(cellAt(squares, NaN, Infinity)).toBeNull();
  });
});

describe('the arrow keys', () => {
  it('begin in the north-west of a cell', () => {
    expect(firstSquareOf(squares, 'a')).toEqual([0, 3]);
    expect(firstSquareOf(squares, 'gone')).toBeUndefined();
  });

  it('step over the rest of a large cell, and over gaps', () => {
    expect(stepFrom(squares, [0, 3], [1, 0])).toEqual([2, 3]);
    expect(stepFrom(squares, [0, 3], [0, -1])).toEqual([0, 1]);
    expect(stepFrom(squares, [0, 1], [1, 0])).toEqual([2, 1]);
    expect(stepFrom(squares, [2, 1], [0, 1])).toEqual([2, 3]);
  });

  it('stay where they are at the edge', () => {
    expect(stepFrom(squares, [0, 1], [-1, 0])).toBeUndefined();
    expect(stepFrom(squares, [1, 2], [0, -1])).toBeUndefined();
  });
});
