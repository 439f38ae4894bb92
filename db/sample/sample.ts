import type { BuurtContent } from '../../src/domain/buurten/index.ts';
import type { InterventionContent, Progress } from '../../src/domain/interventions/index.ts';
import type { Day } from '../../src/domain/kernel/index.ts';
import type { Agreement, MeetingContent, Repeat, ReportContent } from '../../src/domain/meetings/index.ts';
import type { ResponseContent } from '../../src/domain/responses/index.ts';
import type { ThemeContent } from '../../src/domain/themes/index.ts';
import type { UpdateContent } from '../../src/domain/updates/index.ts';

/** The day so many days from the first start: −21 is three weeks ago. The sample never grows old that way. */
export type OnDay = (days: number) => Day;

/** Every part is dated in days from the first start, and is published on that day by the clock of the loader. */
interface Dated {
  readonly on: number;
}

export interface SampleTheme extends Dated {
  /** By which the other parts of the sample name it. */
  readonly key: string;
  readonly content: ThemeContent;
}

export interface SampleIntervention extends Dated {
  readonly key: string;
  readonly themes: readonly string[];
  readonly content: Omit<InterventionContent, 'themeIds'>;
  readonly progress: readonly (Dated & Pick<Progress, 'state' | 'reached' | 'text'>)[];
  /** What changed later, with the reason as residents read it. */
  readonly changes?: readonly (Dated & { readonly change: Partial<InterventionContent>; readonly note: string })[];
}

export interface SampleUpdate extends Dated {
  readonly themes: readonly string[];
  readonly intervention: string | null;
  readonly content: Omit<UpdateContent, 'themeIds' | 'interventionId' | 'pictures'>;
  /** A drawing in db/sample/pictures, and what it shows. */
  readonly picture?: { readonly file: string; readonly alt: string };
}

export interface SampleResponse extends Dated {
  readonly theme: string | null;
  readonly intervention: string | null;
  readonly content: Omit<ResponseContent, 'themeId' | 'interventionId'>;
}

/** When a meeting is; wall-clock times in the Netherlands. */
export interface SampleWhen {
  readonly days: number;
  /** The first such weekday (ISO 8601: 1 is Monday) on or after that day; null for that day itself. */
  readonly weekday: number | null;
  /** Only a weekday that is the first of its kind in the month. */
  readonly firstOfMonth?: boolean;
  readonly from: string;
  readonly to: string;
}

/** What became of a meeting; published so many days from the first start, after the meeting. */
export interface SampleReport extends Dated {
  readonly agreements: readonly (Omit<Agreement, 'interventionId'> & { readonly intervention: string | null })[];
  readonly content: Omit<ReportContent, 'agreements'>;
}

export interface SampleMeeting extends Dated {
  readonly themes: readonly string[];
  readonly when: SampleWhen;
  /** So many days before the meeting sign-up opens (at 9.00) and closes (at 17.00). */
  readonly signUp?: { readonly opens?: number; readonly closes?: number };
  /** When it is the first of several that are announced in one go. */
  readonly series?: { readonly repeat: Repeat; readonly times: number };
  readonly content: Omit<
    MeetingContent,
    'themeIds' | 'startsAt' | 'endsAt' | 'signUpOpensAt' | 'signUpClosesAt' | 'series' | 'cancelled'
  >;
  readonly report?: SampleReport;
}

/** So many accepted signals of one kind about one theme, so that a buurt page has counts to show. */
export interface SampleSignals {
  readonly theme: string;
  readonly kind: 'story' | 'feeling' | 'good' | 'wish';
  readonly texts: readonly string[];
}

export interface SampleBuurt extends Dated {
  readonly content: Omit<BuurtContent, 'sample'>;
  readonly themes: readonly SampleTheme[];
  readonly interventions: readonly SampleIntervention[];
  readonly updates: readonly SampleUpdate[];
  readonly responses: readonly SampleResponse[];
  readonly meetings: readonly SampleMeeting[];
  readonly signals: readonly SampleSignals[];
}
