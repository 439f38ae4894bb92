import type { Day, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** Where a theme is: themes follow one another (start meeting, delimiting the question, work, evaluation, done). */
export const THEME_PHASES = ['start', 'delimiting', 'work', 'evaluation', 'done'] as const;
export type ThemePhase = (typeof THEME_PHASES)[number];

export interface ThemeContent {
  readonly title: string;
  /** One or two sentences, plain text. */
  readonly summary: string;
  /** Markdown: what must be different at the end, stated at the start. */
  readonly intendedOutcome: string;
  readonly phase: ThemePhase;
  readonly startedOn: Day;
  /** Markdown: what the figures show. */
  readonly figuresShow: string;
  /** Markdown: what we hear. */
  readonly weHear: string;
  /** Markdown: what we think of both together; empty while that is still open. */
  readonly judgement: string;
  /** Indicators shown beside it. */
  readonly indicators: readonly string[];
  /** Organisations, never people. `rhythm` says when the group meets, in words. */
  readonly workingGroup: { readonly lead: string; readonly members: readonly string[]; readonly rhythm: string };
}

/** A theme of a buurt; at `/buurten/{buurt}/themas/{slug}`. The slug is unique in its buurt and stays. */
export interface Theme extends ThemeContent, Versioned {
  readonly buurtId: string;
  readonly slug: string;
}

/** Port. */
export interface ThemeStore {
  /** In the order in which they started, newest first. */
  list(buurtId: string): Promise<Theme[]>;
  find(buurtId: string, slug: string): Promise<Theme | undefined>;
  get(id: string): Promise<Theme | undefined>;
  save(theme: Theme, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<ThemeContent>[]>;
}
