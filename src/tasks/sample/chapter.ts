import type { Day } from '../../domain/kernel/index.ts';
import type { Publication } from './publisher.ts';

/** One thing that happens, and on which day (counted from the first start). */
export interface Chapter {
  readonly on: number;
  happens(): Promise<unknown>;
}

export interface ChapterNeeds {
  readonly publish: (publication: Publication) => Promise<{ readonly id: string; readonly slug: string | null }>;
  /** A drawing of the sample as a file that people could upload. */
  readonly picture: (file: string) => Promise<Uint8Array>;
  readonly day: (days: number) => Day;
  readonly buurtId: string;
  /** Slug and id of what was published, by the key that the sample gives it. */
  readonly themes: Map<string, { readonly id: string; readonly slug: string }>;
  readonly interventions: Map<string, string>;
}

export const themeIds = ({ themes }: ChapterNeeds, keys: readonly string[]): string[] =>
  keys.flatMap((key) => themes.get(key)?.id ?? []);
export const interventionId = ({ interventions }: ChapterNeeds, key: string | null): string | null =>
  key === null ? null : (interventions.get(key) ?? null);
