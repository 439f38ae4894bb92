import type { Day, MultiPolygon, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** The steps of Buurtbalans; what each one is stands in content/method. */
export const STEPS = ['start', 'figures', 'stories', 'picture', 'plan', 'work', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** The colours a buurt can have; each is checked for contrast in light and dark (src/web/layouts/tokens.css). */
export const ACCENTS = ['brick', 'canal', 'moss', 'plum', 'ochre', 'teal', 'rose', 'indigo'] as const;
export type Accent = (typeof ACCENTS)[number];

/** A place with a name that residents know, to point at in a signal. The point is that of the place, not of a person. */
export interface KnownPlace {
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
}

/** What an organiser writes about a buurt. */
export interface BuurtContent {
  readonly name: string;
  /** One sentence: what we are working on now. */
  readonly focus: string;
  /** Markdown: about the buurt and about what is going on. */
  readonly introduction: string;
  readonly step: Step;
  readonly stepSince: Day;
  /** What happens in this step and what comes next, one or two sentences. */
  readonly stepNote: string;
  /** The official areas it consists of, by code; one, or a union. */
  readonly areaCodes: readonly string[];
  /** The larger areas to compare with: usually the stadsdeel and the gemeente. */
  readonly boroughCode: string | null;
  readonly cityCode: string | null;
  /** Indicators (see figures) that say most about the themes, three at the top of the page. */
  readonly keyIndicators: readonly string[];
  readonly accent: Accent;
  readonly organisations: readonly { readonly name: string; readonly role: string; readonly leads: boolean }[];
  /** How residents reach the people behind this page. */
  readonly contact: {
    readonly organisation: string;
    readonly email: string;
    readonly phone: string;
    readonly walkIn: string;
  };
  readonly places: readonly KnownPlace[];
  /** True for the buurten that come with the software; the page says so. */
  readonly sample: boolean;
}

/** A buurt that takes part. Its address is `/buurten/{slug}`, and stays. */
export interface Buurt extends BuurtContent, Versioned {
  readonly slug: string;
}

/** The drawn shape of a buurt, all its areas as one, and where it came from. Empty when no area has been imported yet. */
export interface Outline {
  readonly shape: MultiPolygon;
  readonly source: string;
}

/** Port. */
export interface BuurtStore {
  list(): Promise<Buurt[]>;
  find(slug: string): Promise<Buurt | undefined>;
  get(id: string): Promise<Buurt | undefined>;
  /** Stores version n only over version n − 1 (none for 1), and keeps every version. */
  save(buurt: Buurt, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<BuurtContent>[]>;
}
