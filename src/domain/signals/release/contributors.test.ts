import { describe, expect, it } from 'vitest';
import type { Signal } from '../signal.ts';
import { contributors } from './contributors.ts';

const some = (amount: number, changes: Partial<Signal> = {}): Signal[] =>
  Array.from({ length: amount }, (_, index) => ({
    ...{
      id: `${String(index)}-${JSON.stringify(changes)}`,
      buurtId: 'linde',
      kind: 'story',
      themeId: null,
      cell: 'r1-1',
    },
    ...{ week: '2027-W10', state: 'accepted' },
    ...changes,
  }));
const burst = (confirmed: number) => [{ buurtId: 'linde', cell: 'r1-1', week: '2027-W10', confirmed }];

describe('who counts', () => {
  it('counts every signal once while they are fewer than a burst', () => {
    expect(contributors(some(4), [], 5)).toHaveLength(4);
  });

  it('P8: counts a burst in one place and week once', () => {
    expect(contributors(some(5), [], 5)).toHaveLength(1);
    expect(contributors(some(500), [], 5)).toHaveLength(1);
  });

  it('counts as many of a burst as the desk is sure of', () => {
    expect(contributors(some(8), burst(6), 5)).toHaveLength(6);
    expect(contributors(some(8), burst(99), 5)).toHaveLength(8);
  });

  it('looks at each place and each week by itself, and at those without a place together', () => {
    const spread = [
      ...some(4),
      ...some(4, { week: '2027-W11' }),
      ...some(4, { cell: 'r2-2' }),
      ...some(4, { cell: null }),
    ];
    expect(contributors(spread, [], 5)).toHaveLength(16);
    expect(contributors([...spread, ...some(1, { cell: null, kind: 'wish' })], [], 5)).toHaveLength(13);
  });

  it('keeps counting what was released', () => {
    const mixed = [...some(6, { state: 'released' }), ...some(3)];
    expect(contributors(mixed, [], 5)).toHaveLength(7);
    expect(contributors(mixed, burst(8), 5)).toHaveLength(8);
    expect(contributors(mixed, burst(5), 5)).toHaveLength(6);
  });

  it('does not depend on the order in which they came', () => {
    const came = some(9);
    expect(
      contributors(came.toReversed(), burst(4), 5)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(
      contributors(came, burst(4), 5)
        .map(({ id }) => id)
        .sort(),
    );
  });
});
