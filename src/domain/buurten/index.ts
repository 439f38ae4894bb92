import type { AreaStore, AreaSummary } from './area.ts';
import type { Buurt, BuurtContent, BuurtStore, Outline } from './buurt.ts';
import type { Version } from '../kernel/index.ts';
import { makeDrawOutline } from './draw-outline.ts';
import { makeSearchAreas, type AreaHit } from './search-areas.ts';

export * from './area.ts';
export * from './buurt.ts';
export * from './import-areas.ts';
export type { AreaHit } from './search-areas.ts';

/** What the rest of the portal may ask about buurten. */
export interface Buurten {
  /** Those that take part, by name. */
  list(): Promise<Buurt[]>;
  find(slug: string): Promise<Buurt | undefined>;
  get(id: string): Promise<Buurt | undefined>;
  /** The union of its areas, inner borders gone. */
  outline(buurt: Pick<Buurt, 'areaCodes'>): Promise<Outline>;
  /** Official areas whose name holds the words. */
  searchAreas(words: string): Promise<AreaHit[]>;
  /** All official areas of a kind, by name: for choosing codes. */
  areas(kind: AreaSummary['kind']): Promise<AreaSummary[]>;
  history(id: string): Promise<Version<BuurtContent>[]>;
}

export interface BuurtenNeeds {
  readonly areas: AreaStore;
  readonly buurten: BuurtStore;
}

const byName = new Intl.Collator('nl');

export const makeBuurten = ({ areas, buurten }: BuurtenNeeds): Buurten => ({
  list: async () => (await buurten.list()).toSorted((a, b) => byName.compare(a.name, b.name)),
  find: (slug) => buurten.find(slug),
  get: (id) => buurten.get(id),
  outline: makeDrawOutline({ areas }),
  searchAreas: makeSearchAreas({ areas, buurten }),
  areas: (kind) => areas.summaries(kind),
  history: (id) => buurten.history(id),
});
