import type { Bounds, MultiPolygon } from '../kernel/index.ts';

/** The official layers of Dutch neighbourhoods, from small to large. `gebied` and `stadsdeel` are Amsterdam's. */
export const AREA_KINDS = ['buurt', 'wijk', 'gebied', 'stadsdeel', 'gemeente'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** One official area, as imported. Its code (CBS: BU…, WK…, GM…; Amsterdam: gebied and stadsdeel codes) is its identity, never its name. */
export interface Area {
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  /** Codes of the larger areas it lies in, where known. */
  readonly wijkCode: string | null;
  readonly gebiedCode: string | null;
  readonly stadsdeelCode: string | null;
  readonly gemeenteCode: string | null;
  readonly geometry: MultiPolygon;
  readonly bounds: Bounds;
  /** Who drew it and when, in words for under a map. */
  readonly source: string;
}

/** What a search for an area shows; without its geometry. */
export type AreaSummary = Omit<Area, 'geometry' | 'bounds'>;

/** Told while an import is stored: how many rows of how many. It may still fail, and then nothing was stored. */
export type Progress = (done: number, total: number) => void;

/** Port. Areas come from files only; `storeAll` stores them in one transaction and overwrites those with the same code. */
export interface AreaStore {
  find(codes: readonly string[]): Promise<Area[]>;
  summaries(kind?: AreaKind): Promise<AreaSummary[]>;
  /** Case and accents do not count; at most `limit` rows, names that begin with the words first. */
  search(words: string, limit: number): Promise<AreaSummary[]>;
  /** Changes with each `storeAll` that changed anything, also by another process; one cheap read. For caches. */
  revision(): Promise<string>;
  storeAll(
    areas: readonly Area[],
    onProgress?: Progress,
  ): Promise<{ added: number; changed: number; unchanged: number }>;
}
