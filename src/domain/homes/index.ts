import type { ImportSummary, Progress } from '../buurten/index.ts';
import type { HomesFile, HomesStore } from './homes.ts';

export * from './homes.ts';

/** What the rest of the portal may ask about homes. */
export interface Homes extends Pick<HomesStore, 'find' | 'revision'> {
  /** Of a buurt as a whole, when every one of its areas is known; else null. */
  ofAreas(codes: readonly string[]): Promise<number | null>;
}

export interface HomesNeeds {
  readonly homes: Pick<HomesStore, 'find' | 'revision'>;
}

export const makeHomes = ({ homes }: HomesNeeds): Homes => ({
  find: (places) => homes.find(places),
  revision: () => homes.revision(),
  async ofAreas(codes) {
    const known = await homes.find(codes);
    const all = codes.length > 0 && codes.every((code) => known.has(code));
    return all ? codes.reduce((sum, code) => sum + (known.get(code) ?? 0), 0) : null;
  },
});

/** Stores the homes of one file in one transaction; the same file twice changes nothing. */
export const makeImportHomes =
  ({ homes }: { readonly homes: Pick<HomesStore, 'storeAll'> }) =>
  async ({ read, skipped, remarks, ...file }: HomesFile, onProgress?: Progress): Promise<ImportSummary> => ({
    read,
    ...(await homes.storeAll(file, onProgress)),
    skipped,
    remarks,
  });
