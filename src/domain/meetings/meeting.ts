import type { LonLat, SaveOutcome, Version, Versioned } from '../kernel/index.ts';

/** Title and summary in another language, for residents who read little Dutch, and for posters. */
export interface MeetingTranslation {
  /** BCP 47; never `nl`. */
  readonly language: string;
  readonly title: string;
  readonly summary: string;
}

export interface MeetingContent {
  readonly title: string;
  /** Markdown: why we meet, and what else is good to know. */
  readonly description: string;
  /** For whom it is, in one line; empty when for everybody in the buurt. */
  readonly audience: string;
  /** Markdown: what happens when. */
  readonly agenda: string;
  /** One sentence for in lists. */
  readonly summary: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Before it nobody can sign up; null: from the announcement on. */
  readonly signUpOpensAt: Date | null;
  /** From then on nobody can sign up; null: when the meeting starts. Never later than the start. */
  readonly signUpClosesAt: Date | null;
  readonly placeName: string;
  readonly address: string;
  readonly place: LonLat | null;
  /** How to get there and in, in plain sentences: bus stop, entrance, bell. Empty when the address says enough. */
  readonly route: string;
  /** One can also take part from a distance. The link itself is no part of this: only participants get it. */
  readonly online: boolean;
  /** How many people can come; 1 to 2,000. */
  readonly places: number;
  readonly organiser: string;
  /** Languages spoken, as BCP 47 tags: `nl`, `en`, `ar`. */
  readonly languages: readonly string[];
  /** Languages for which an interpreter is there. */
  readonly interpreters: readonly string[];
  readonly wheelchair: boolean;
  readonly childcare: boolean;
  readonly food: boolean;
  readonly themeIds: readonly string[];
  readonly translations: readonly MeetingTranslation[];
  /** The same for the meetings that were announced in one go, like every first Tuesday; null for a meeting of its own. */
  readonly series: string | null;
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
  /** False when it was over before the portal knew reports: nobody was promised one then, so none is late. */
  readonly reportPromised: boolean;
}

/** Port. */
export interface MeetingStore {
  /** Those that end after `after`, soonest first; of one buurt when given. */
  listUpcoming(after: Date, buurtId?: string): Promise<Meeting[]>;
  /** Those that ended at `before` or earlier, latest first. */
  listPast(before: Date, limit: number, buurtId?: string): Promise<Meeting[]>;
  /** All meetings of one series, soonest first. */
  listSeries(series: string): Promise<Meeting[]>;
  /** Those that were held, ended at `before` or earlier, and have no report that was promised, latest first; of one buurt when given. */
  listAwaitingReport(before: Date, buurtId?: string): Promise<Meeting[]>;
  find(slug: string): Promise<Meeting | undefined>;
  get(id: string): Promise<Meeting | undefined>;
  save(meeting: Omit<Meeting, 'placesLeft' | 'waiting' | 'reportPromised'>, note: string): Promise<SaveOutcome>;
  history(id: string): Promise<Version<MeetingContent>[]>;
  /** The door *places left*. `turn` only grows with each change of the list, so that an answer that arrives late changes nothing. */
  publishPlaces(
    meetingId: string,
    places: { readonly left: number; readonly waiting: number; readonly turn: number },
  ): Promise<void>;
}
