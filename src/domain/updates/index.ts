import type { Version } from '../kernel/index.ts';
import type { Update, UpdateContent, UpdateStore } from './update.ts';

export * from './update.ts';

/** What the rest of the portal may ask about news. */
export interface Updates {
  /** Newest first. */
  list(buurtId: string, limit: number): Promise<Update[]>;
  get(id: string): Promise<Update | undefined>;
  history(id: string): Promise<Version<UpdateContent>[]>;
}

export interface UpdatesNeeds {
  readonly updates: UpdateStore;
}

export const makeUpdates = ({ updates }: UpdatesNeeds): Updates => ({
  list: (buurtId, limit) => updates.list(buurtId, limit),
  get: (id) => updates.get(id),
  history: (id) => updates.history(id),
});
