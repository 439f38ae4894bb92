/**
 * Counts go up and down in whole groups of this many. That is the threshold K, as long as K was always the same. After a change
 * of K old and new batches can still be laid side by side: then it is the smallest number from K on whose multiples differ by at
 * least K from every number that was ever released. Where K went up there is none; then it is a multiple of the former group, and
 * a difference with a batch from before is as large as was promised then. `shown`: see `ReleaseFacts`.
 */
export function unitOf(threshold: number, shown: readonly number[]): number {
  const before = shown.reduce(commonDivisor, 0);
  const isSafe = (unit: number) => commonDivisor(unit, before) >= Math.min(threshold, before);
  let unit = threshold;
  // It ends: a multiple of what was before is safe.
  while (before > 0 && !isSafe(unit)) unit += 1;
  return unit;
}

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other));
