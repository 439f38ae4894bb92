import type { Day, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** Something that was agreed at a meeting: an action with its owner, or what became an intervention. */
export interface Agreement {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: Day | null;
  /** The intervention that it became; null while it is an action of its own. */
  readonly interventionId: string | null;
  readonly done: boolean;
}

export interface ReportContent {
  /** Markdown: what was said, without names. */
  readonly said: string;
  readonly agreements: readonly Agreement[];
  /** Markdown: what happens with it now. */
  readonly next: string;
  /** The day on which residents hear more; null when there is nothing more to tell. */
  readonly tellOn: Day | null;
  /** How many people were there; null when nobody counted. */
  readonly attended: number | null;
}

/** What became of a meeting. Its id is the id of the meeting: one report each. */
export interface Report extends ReportContent, Versioned {
  readonly buurtId: string;
}

/** Port. */
export interface ReportStore {
  /** Of one buurt, the meeting that was last first. */
  list(buurtId: string): Promise<Report[]>;
  get(meetingId: string): Promise<Report | undefined>;
  save(report: Report, note: string): Promise<SaveOutcome>;
  history(meetingId: string): Promise<Version<ReportContent>[]>;
}
