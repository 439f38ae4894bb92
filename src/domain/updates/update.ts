import type { SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** A picture in a text: which one, and what it shows, for who cannot see it (WCAG 1.1.1). */
export interface PictureUse {
  readonly pictureId: string;
  readonly alt: string;
}

export interface UpdateContent {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly themeIds: readonly string[];
  readonly interventionId: string | null;
  readonly pictures: readonly PictureUse[];
}

/** News of a buurt: one entry of its timeline. */
export interface Update extends UpdateContent, Versioned {
  readonly buurtId: string;
}

/** Port. */
export interface UpdateStore {
  /** Newest first by the day it was published. */
  list(buurtId: string, limit: number): Promise<Update[]>;
  get(id: string): Promise<Update | undefined>;
  save(update: Update, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<UpdateContent>[]>;
}
