import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signal } from '../signal.ts';
import { decideRelease } from './decide-release.ts';
import type { LedgerBatch } from './ledger.ts';
import { unitOf } from './unit.ts';

describe('the size of a group', () => {
  it('is the threshold as long as that was always the same', () => {
    expect(unitOf(5, [])).toBe(5);
    expect(unitOf(5, [5, 10, 45])).toBe(5);
    expect(unitOf(5, [10, 20])).toBe(5);
  });

  it('P8: stays what it was when the threshold goes down, and is a multiple of that when it goes up', () => {
    expect(unitOf(3, [5, 10])).toBe(5);
    expect(unitOf(4, [6])).toBe(6);
    expect(unitOf(7, [5, 15])).toBe(10);
    expect(unitOf(7, [14])).toBe(7);
  });
});

const round = fc.record({
  threshold: fc.integer({ min: 3, max: 12 }),
  amounts: fc.array(fc.nat(40), { maxLength: 3 }),
});

/** What each release says of three cells when that many signals are there, and the threshold is another each time. */
function play(rounds: readonly (typeof round extends fc.Arbitrary<infer Value> ? Value : never)[]) {
  const shown: number[] = [];
  let last: readonly LedgerBatch[] = [];
  return rounds.map(({ threshold, amounts }) => {
    const signals = amounts.flatMap((amount, cell) =>
      Array.from({ length: amount }, (_, one): Signal => ({
        ...{ id: `${String(cell)} ${String(one)}`, buurtId: 'linde', kind: 'story', themeId: null },
        ...{ cell: `r${String(cell)}-1`, week: `W${String(one)}`, state: 'accepted' },
      })),
    );
    const buurten = [{ id: 'linde', themeIds: [], cells: new Set(['r0-1', 'r1-1', 'r2-1']) }];
    const facts = { signals, bursts: [], last, shown };
    const { batches } = decideRelease(facts, { buurten, threshold, burst: 1000 });
    if (batches.length > 0) last = batches;
    const counts = new Map(
      last.flatMap((batch) => batch.counts).map(({ group, count }) => [JSON.stringify(group), count]),
    );
    shown.push(...counts.values());
    return { threshold, counts };
  });
}

describe('a threshold that is changed in the configuration', () => {
  it('P8: never lets two releases differ by fewer than what was promised at the first of them or since', () => {
    fc.assert(
      fc.property(fc.array(round, { minLength: 2, maxLength: 5 }), (rounds) => {
        const played = play(rounds);
        const names = new Set(played.flatMap(({ counts }) => [...counts.keys()]));
        for (const [at, one] of played.entries()) {
          for (const count of one.counts.values()) expect(count).toBeGreaterThanOrEqual(one.threshold);
          const promised = Math.min(...played.map(({ threshold }) => threshold));
          for (const other of played.slice(at + 1))
            for (const name of names) {
              const difference = Math.abs((one.counts.get(name) ?? 0) - (other.counts.get(name) ?? 0));
              expect(difference === 0 || difference >= promised).toBe(true);
            }
        }
      }),
    );
  });
});
