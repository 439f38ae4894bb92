import type { Progress, Skipped } from '../buurten/index.ts';

/**
 * How many homes (dwellings or addresses, whichever the source counts) there are somewhere. `place` is a square of 100 m in RD
 * (`r{x}-{y}`: its south-west corner in units of 100 m) or the official code of an area.
 */
export interface HomesCount {
  readonly place: string;
  /** Whole; 0 also where the source gives no number: less is promised then, never more. */
  readonly count: number;
}

/** Homes as the reader in src/sources gives them: checked, each place once. */
export interface HomesFile {
  /** Who counted, and when. */
  readonly source: string;
  /** Rows of the table. */
  readonly read: number;
  readonly counts: readonly HomesCount[];
  readonly skipped: readonly Skipped[];
  readonly remarks: readonly string[];
}

/** Port. Homes come from files only; `storeAll` stores them in one transaction and overwrites those of the same place. */
export interface HomesStore {
  /** Of these places, those of which something is known. */
  find(places: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Changes with each `storeAll` that changed anything, also by another process; one cheap read. For caches. */
  revision(): Promise<string>;
  storeAll(
    file: Pick<HomesFile, 'source' | 'counts'>,
    onProgress?: Progress,
  ): Promise<{ added: number; changed: number; unchanged: number }>;
}
