import type { BuurtContent } from '../../src/domain/buurten/index.ts';
import type { InterventionContent, Progress } from '../../src/domain/interventions/index.ts';
import type { Day } from '../../src/domain/kernel/index.ts';
import type { MeetingContent } from '../../src/domain/meetings/index.ts';
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

export interface SampleMeeting extends Dated {
  readonly themes: readonly string[];
  /** The first such weekday (ISO 8601: 1 is Monday) on or after this many days; wall-clock times in the Netherlands. */
  readonly when: { readonly days: number; readonly weekday: number; readonly from: string; readonly to: string };
  readonly content: Omit<MeetingContent, 'themeIds' | 'startsAt' | 'endsAt' | 'cancelled'>;
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
