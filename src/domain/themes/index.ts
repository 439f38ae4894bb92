import type { Version } from '../kernel/index.ts';
import type { Theme, ThemeContent, ThemeStore } from './theme.ts';

export * from './theme.ts';

/** What the rest of the portal may ask about themes. */
export interface Themes {
  /** Newest first. */
  list(buurtId: string): Promise<Theme[]>;
  find(buurtId: string, slug: string): Promise<Theme | undefined>;
  get(id: string): Promise<Theme | undefined>;
  history(id: string): Promise<Version<ThemeContent>[]>;
}

export interface ThemesNeeds {
  readonly themes: ThemeStore;
}

export const makeThemes = ({ themes }: ThemesNeeds): Themes => ({
  list: (buurtId) => themes.list(buurtId),
  find: (buurtId, slug) => themes.find(buurtId, slug),
  get: (id) => themes.get(id),
  history: (id) => themes.history(id),
});
