import type { Version } from '../kernel/index.ts';
import type { Response, ResponseContent, ResponseStore } from './response.ts';

export * from './response.ts';

/** What the rest of the portal may ask about what was heard and what came of it. */
export interface Responses {
  /** Newest first by the day it was heard. */
  list(buurtId: string): Promise<Response[]>;
  get(id: string): Promise<Response | undefined>;
  history(id: string): Promise<Version<ResponseContent>[]>;
}

export interface ResponsesNeeds {
  readonly responses: ResponseStore;
}

export const makeResponses = ({ responses }: ResponsesNeeds): Responses => ({
  list: (buurtId) => responses.list(buurtId),
  get: (id) => responses.get(id),
  history: (id) => responses.history(id),
});
