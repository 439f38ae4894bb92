import type { Day, LonLat, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** How a promise can stand, as its owner reports it. Late and silent are no states: they follow from the calendar. */
export const INTERVENTION_STATES = ['planned', 'running', 'done', 'stopped'] as const;
export type InterventionState = (typeof INTERVENTION_STATES)[number];

/** What is counted, when the promise can be counted: `{ number: 120, unit: 'deuren' }`. */
export interface Target {
  readonly number: number;
  /** Plural, as it stands in a sentence: 40 van de 120 *deuren*. */
  readonly unit: string;
}

export interface InterventionContent {
  readonly title: string;
  /** The organisation that one can hold to it. */
  readonly owner: string;
  /** What it promised, as the second half of a sentence: "{owner} …vervangt 120 voordeuren". */
  readonly promise: string;
  /** By when; null when no date was agreed, which the page then says. */
  readonly dueOn: Day | null;
  readonly target: Target | null;
  /** Markdown: why, and what exactly. */
  readonly description: string;
  readonly themeIds: readonly string[];
  /** Where it is, in words; and on the map when it has one place. */
  readonly placeName: string;
  readonly place: LonLat | null;
}

/** How it goes, as reported at one moment. Reports are only added, never changed. */
export interface Progress {
  readonly id: string;
  readonly interventionId: string;
  readonly at: Date;
  readonly state: InterventionState;
  /** How many of the target so far; null when it is not counted. */
  readonly reached: number | null;
  /** Markdown: what happened, and what comes next. */
  readonly text: string;
}

/** A promise of an organisation to a buurt; at `/buurten/{buurt}/interventies/{slug}`. */
export interface Intervention extends InterventionContent, Versioned {
  readonly buurtId: string;
  readonly slug: string;
  /** Newest first; may be empty just after it was announced. */
  readonly progress: readonly Progress[];
}

/** Port. */
export interface InterventionStore {
  list(buurtId: string): Promise<Intervention[]>;
  find(buurtId: string, slug: string): Promise<Intervention | undefined>;
  get(id: string): Promise<Intervention | undefined>;
  save(intervention: Omit<Intervention, 'progress'>, note: string): Promise<SaveOutcome>;
  /** Adding the same report id twice stores it once. */
  addProgress(progress: Progress): Promise<void>;
  history(id: string): Promise<Version<InterventionContent>[]>;
}
