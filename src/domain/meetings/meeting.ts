import type { LonLat, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

export interface MeetingContent {
  readonly title: string;
  /** Markdown: why, for whom, and the agenda. */
  readonly description: string;
  /** One sentence for in lists. */
  readonly summary: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly placeName: string;
  readonly address: string;
  readonly place: LonLat | null;
  /** How many people can come; 1 to 2,000. */
  readonly places: number;
  readonly organiser: string;
  /** Languages spoken or interpreted, as BCP 47 tags: `nl`, `en`, `ar`. */
  readonly languages: readonly string[];
  readonly wheelchair: boolean;
  readonly childcare: boolean;
  readonly food: boolean;
  readonly themeIds: readonly string[];
  /** Why it does not go on; null when it does. */
  readonly cancelled: string | null;
}

/** A residents' meeting; at `/bijeenkomsten/{slug}`. The slug is unique in the portal and stays, also after a move or a cancellation. */
export interface Meeting extends MeetingContent, Versioned {
  readonly buurtId: string;
  readonly slug: string;
  /** Places nobody has taken yet: a number that the residents realm tells, never a name. */
  readonly placesLeft: number;
  /** How many sign-ups are on the waiting list. */
  readonly waiting: number;
}

/** Port. */
export interface MeetingStore {
  /** Those that end after `after`, soonest first; of one buurt when given. */
  listUpcoming(after: Date, buurtId?: string): Promise<Meeting[]>;
  /** Those that ended before `before`, latest first. */
  listPast(before: Date, limit: number, buurtId?: string): Promise<Meeting[]>;
  find(slug: string): Promise<Meeting | undefined>;
  get(id: string): Promise<Meeting | undefined>;
  save(meeting: Omit<Meeting, 'placesLeft' | 'waiting'>, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<MeetingContent>[]>;
  /** The door *places left*. `turn` only grows with each change of the list, so that an answer that arrives late changes nothing. */
  publishPlaces(
    meetingId: string,
    places: { readonly left: number; readonly waiting: number; readonly turn: number },
  ): Promise<void>;
}
