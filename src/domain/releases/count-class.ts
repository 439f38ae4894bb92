import type { CountClass } from './release.ts';

/** Where the classes begin, in thresholds: with 5 that is 5, 10, 20, 50, 100 and 200. */
const STEPS = [1, 2, 4, 10, 20, 40];

/**
 * The class of a number that is released: 5–9, 10–19, 20–49, 50–99, 100–199, 200 or more where the threshold is 5. Each
 * begins at a multiple of the threshold and is at least as wide as it. Refuses a number below the threshold.
 */
export function classOf(count: number, threshold: number): CountClass {
  const step = STEPS.findLastIndex((times) => count >= times * threshold);
  const from = STEPS[step];
  if (from === undefined) throw new Error('A count below the threshold has no class.');
  const next = STEPS[step + 1];
  return { from: from * threshold, to: next === undefined ? null : next * threshold - 1 };
}
