import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buurtState, classOf, type SignalRelease } from './index.ts';

describe('the class of a number', () => {
  it.each([
    [5, 5, 9],
    [9, 5, 9],
    [10, 10, 19],
    [20, 20, 49],
    [99, 50, 99],
    [100, 100, 199],
    [200, 200, null],
    [9000, 200, null],
  ])('of %i is %i to %s', (count, from, to) => {
    expect(classOf(count, 5)).toEqual({ from, to });
  });

  it('P8: holds the number, and at least as many numbers as the threshold, whatever the threshold is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100 }), fc.nat(10_000), (threshold, more) => {
        const count = threshold + more;
        const { from, to } = classOf(count, threshold);
        expect(from).toBeGreaterThanOrEqual(threshold);
        expect(from).toBeLessThanOrEqual(count);
        expect(to ?? Infinity).toBeGreaterThanOrEqual(count);
        expect((to ?? Infinity) - from + 1).toBeGreaterThanOrEqual(threshold);
      }),
    );
  });

  it('P8: refuses a number below the threshold', () => {
    expect(() => classOf(4, 5)).toThrow('below the threshold');
  });
});

describe('the state of a buurt', () => {
  const shown: SignalRelease['counts'] = [{ group: { table: 'place', by: 'elsewhere' }, class: { from: 5, to: 9 } }];
  const batch = (counts: SignalRelease['counts']) => ({ buurtId: 'linde', batch: 1, releasedOn: '2027-03-01', counts });

  it('is not counted yet, without signals, with a value, and too few to show', () => {
    expect(buurtState([])).toBe('unknown');
    expect(buurtState([batch([])])).toBe('none');
    expect(buurtState([batch(shown), batch([])])).toBe('value');
    expect(buurtState([batch([]), batch(shown), batch([])])).toBe('few');
  });
});
