/**
 * How a figure of several areas becomes one.
 * `sum`: counts add up. `mean`: weighted by `weight` (an indicator that counts). `ratio`: `part` for each `times` of `whole`,
 * both counted over all areas; also how the figure of one area is worked out when the source gives only the counts.
 * `none`: cannot be combined honestly.
 */
export type Combine =
  | { readonly by: 'sum' }
  | { readonly by: 'mean'; readonly weight: string }
  | { readonly by: 'ratio'; readonly part: string; readonly whole: string; readonly times: number }
  | { readonly by: 'none' };

/** Under which heading an indicator stands. */
export const FIGURE_GROUPS = ['people', 'homes', 'nearby', 'liveability', 'crime', 'experience'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** What a figure is about. The name and the sentence that explains it stand in content/messages (figures). */
export interface Indicator {
  readonly id: string;
  readonly group: FigureGroup;
  readonly unit:
    'count' | 'percent' | 'score' | 'grade' | 'index' | 'per-1000' | 'km' | 'per-km2' | 'thousand-euro' | 'ratio';
  readonly decimals: number;
  readonly combine: Combine;
  /**
   * Not shown when it counts, or is about, fewer than this many: a rate would say nothing, or too much.
   * For a `sum` that is the figure itself, for a `mean` and a `ratio` the people or homes it is taken over.
   */
  readonly tooFewBelow: number;
}

/** Where figures come from; shown with each of them. */
export interface FigureSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly licence: string;
}

/** One imported figure. `value` null: the source gives none (CBS prints a dot). */
export interface Figure {
  readonly areaCode: string;
  readonly indicator: string;
  /** `2024`, or `2023-2024`: as the source names it. */
  readonly period: string;
  readonly value: number | null;
  readonly sourceId: string;
}

/** What a page can say of an indicator in an area: four states that look and read different. */
export type Reading =
  | { readonly state: 'value'; readonly value: number; readonly period: string }
  | { readonly state: 'too-few'; readonly period: string }
  | { readonly state: 'unknown'; readonly period: string }
  | { readonly state: 'no-data' };

/** One row of the figures page: the buurt beside borough and city, and through the years. */
export interface FigureRow {
  readonly indicator: Indicator;
  readonly source: FigureSource | null;
  /** What the three are called; null when that area was not imported or is not compared with. */
  readonly names: { readonly buurt: string; readonly borough: string | null; readonly city: string | null };
  readonly buurt: Reading;
  readonly borough: Reading;
  readonly city: Reading;
  /** The buurt through the years, oldest first; one entry when there is one year. */
  readonly series: readonly Reading[];
}

/** Port. */
export interface FigureStore {
  forAreas(codes: readonly string[], indicators?: readonly string[]): Promise<Figure[]>;
  sources(): Promise<FigureSource[]>;
  /** Changes with each `storeAll` that changed anything, also by another process; one cheap read. For caches. */
  revision(): Promise<string>;
  /** All or nothing; the same figure (area, indicator, period) is overwritten, so that an import can be repeated. */
  storeAll(
    source: FigureSource,
    figures: readonly Figure[],
    onProgress?: (done: number, total: number) => void,
  ): Promise<{ added: number; changed: number; unchanged: number }>;
}
