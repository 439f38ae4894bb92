import type { Area, AreaStore, Progress } from './area.ts';

/** What was read and left out, and why: `3 features: no shape (…)`. */
export interface Skipped {
  readonly count: number;
  readonly of: 'feature' | 'row' | 'column';
  readonly why: string;
  /** Which; names a few. */
  readonly what: string;
}

/** What an import did, in numbers and reasons. */
export interface ImportSummary {
  /** Features of a map, rows of a table. */
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly Skipped[];
  /** What else whoever imports should know. */
  readonly remarks: readonly string[];
}

/** A file of areas as a reader in src/sources gives it: checked, one area per code. */
export interface AreaFile {
  readonly read: number;
  readonly areas: readonly Area[];
  readonly skipped: readonly Skipped[];
  readonly remarks: readonly string[];
}

/** Stores the areas of one file in one transaction; the same file twice changes nothing. */
export const makeImportAreas =
  ({ areas }: { readonly areas: Pick<AreaStore, 'storeAll'> }) =>
  async ({ read, areas: found, skipped, remarks }: AreaFile, onProgress?: Progress): Promise<ImportSummary> => ({
    read,
    ...(await areas.storeAll(found, onProgress)),
    skipped,
    remarks,
  });
