import type { ReleaseStore, SignalRelease } from './release.ts';

export * from './buurt-state.ts';
export * from './count-class.ts';
export * from './release.ts';

/** What the rest of the portal may ask about released counts of signals. */
export interface Releases {
  /** Newest first. */
  list(buurtId: string): Promise<SignalRelease[]>;
  latest(buurtId: string): Promise<SignalRelease | undefined>;
}

export interface ReleasesNeeds {
  readonly releases: ReleaseStore;
}

export const makeReleases = ({ releases }: ReleasesNeeds): Releases => ({
  list: (buurtId) => releases.list(buurtId),
  latest: (buurtId) => releases.latest(buurtId),
});
