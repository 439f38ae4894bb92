import type { Day, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** What became of what residents told us. `not-yet` and `no` are answers too, with their reason. */
export const DECISIONS = ['done', 'doing', 'not-yet', 'no'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where we heard it; the page says it in words. */
export const HEARD_FROM = ['signals', 'meeting', 'conversations', 'survey'] as const;
export type HeardFrom = (typeof HEARD_FROM)[number];

export interface ResponseContent {
  readonly heardFrom: HeardFrom;
  readonly heardOn: Day;
  /** What we heard, in a sentence or two; never a quotation that gives somebody away. */
  readonly heard: string;
  readonly decision: Decision;
  /** What we do with it, or why not (yet), and when we come back to it. */
  readonly answer: string;
  readonly themeId: string | null;
  readonly interventionId: string | null;
}

/** One entry of *what we did with what you told us*. */
export interface Response extends ResponseContent, Versioned {
  readonly buurtId: string;
}

/** Port. */
export interface ResponseStore {
  /** Newest first by the day it was heard. */
  list(buurtId: string): Promise<Response[]>;
  get(id: string): Promise<Response | undefined>;
  save(response: Response, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<ResponseContent>[]>;
}
