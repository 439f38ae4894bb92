import { dayOf, type Now, type Version } from '../kernel/index.ts';
import { changesBetween, type DatedChange } from './changes-between.ts';
import type { Intervention, InterventionContent, InterventionStore } from './intervention.ts';
import { standing, type Standing } from './standing.ts';

export * from './changes-between.ts';
export * from './intervention.ts';
export * from './standing.ts';

/** What the rest of the portal may ask about interventions. */
export interface Interventions {
  list(buurtId: string): Promise<Intervention[]>;
  find(buurtId: string, slug: string): Promise<Intervention | undefined>;
  get(id: string): Promise<Intervention | undefined>;
  history(id: string): Promise<Version<InterventionContent>[]>;
  /** What changed in the promise since it was first published, newest first. */
  changes(id: string): Promise<DatedChange[]>;
  /** How the promise stands today, by the configured patience. */
  standing(intervention: Parameters<typeof standing>[0]): Standing;
}

export interface InterventionsNeeds {
  readonly interventions: InterventionStore;
  readonly now: Now;
  /** Days; see `standing`. */
  readonly silentAfterDays: number;
}

export const makeInterventions = ({ interventions, now, silentAfterDays }: InterventionsNeeds): Interventions => ({
  list: (buurtId) => interventions.list(buurtId),
  find: (buurtId, slug) => interventions.find(buurtId, slug),
  get: (id) => interventions.get(id),
  history: (id) => interventions.history(id),
  changes: async (id) => changesBetween(await interventions.history(id)),
  standing: (intervention) => standing(intervention, dayOf(now()), silentAfterDays),
});
