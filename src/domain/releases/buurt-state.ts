import type { ReleasedState, SignalRelease } from './release.ts';

/** What may be said of a whole buurt. */
export type BuurtState = ReleasedState['state'];

/**
 * Which of the four states a buurt is in, by all that was ever released of it, newest first. Where nothing was ever counted the
 * answer is `none`, and it stays so until a group can be shown: the step tells of at least the threshold. Where counts went
 * away it is `few`: fewer than the threshold are left, perhaps none.
 */
export function buurtState(releases: readonly SignalRelease[]): BuurtState {
  const [latest] = releases;
  if (!latest) return 'unknown';
  if (latest.counts.length > 0) return 'value';
  return releases.some(({ counts }) => counts.length > 0) ? 'few' : 'none';
}
