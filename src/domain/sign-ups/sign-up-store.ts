import type {
  AddOutcome,
  Attendance,
  Changed,
  Confirmed,
  LetterState,
  ListState,
  ListTerms,
  NewSignUp,
  NewsSince,
  SignUp,
  SignUpRef,
  Standing,
  TimedMark,
  WriteLetter,
} from './sign-up.ts';

/**
 * Port. Every method that changes a list is one transaction under that list's lock: it lets lapse what was not answered in
 * time, stores the change, offers places by the one rule (`movesUp`), and stores the letters with it.
 */
export interface SignUpStore {
  /**
   * Stores it, always: with a place when there is room and nobody waits, else on the waiting list. `terms` count for the first
   * sign-up; later the list goes by its last `setTerms`, so that a sign-up that began before a change cannot undo it.
   */
  add(signUp: NewSignUp, terms: ListTerms, letter: WriteLetter): Promise<AddOutcome>;
  /**
   * The yes to what was asked: confirms, or takes the offered place. Who is too late joins the list again at the end: with a
   * place when there is one. Yes twice changes nothing. Undefined when there is no such sign-up.
   */
  confirm(ref: SignUpRef, letter: WriteLetter): Promise<Confirmed | undefined>;
  /** Cancelling twice changes nothing the second time. */
  cancel(ref: SignUpRef, letter: WriteLetter): Promise<Changed | undefined>;
  /**
   * More or fewer people. `no-room`: there are not so many places left for who has one, or others wait for them; `not-active`:
   * it was cancelled, or lapsed. Nothing changed then.
   */
  changePeople(
    ref: SignUpRef,
    people: number,
    letter: WriteLetter,
  ): Promise<Changed | 'no-room' | 'not-active' | undefined>;
  /** Cancels, deletes everything of it, letters included, and wipes its traces. Undefined when there is no such sign-up. */
  erase(ref: SignUpRef, letter: WriteLetter): Promise<ListState | undefined>;
  /**
   * The organiser changed the meeting: places are offered at once, every sign-up is kept until `forgetAfter`. When the list
   * knew an older version, everybody on it gets the letter of `news`, once for each version. Older terms than the list has
   * change nothing.
   */
  setTerms(terms: ListTerms, news: NewsSince, letter: WriteLetter): Promise<ListState>;
  /** Meetings with an answer that did not come in time: `settle` each. */
  overdue(now: Date): Promise<string[]>;
  /** Lets lapse and offers, without another change. Undefined when there is no list. */
  settle(meetingId: string, letter: WriteLetter): Promise<ListState | undefined>;
  /**
   * A letter to each sign-up of the meeting with a confirmed place (`report`: who asked for it) that did not get one with this
   * `fact`, and signed up before `before`; tells how many.
   */
  tell(
    about: {
      readonly meetingId: string;
      readonly event: 'reminder' | 'report';
      readonly fact: string;
      readonly before: Date;
    },
    letter: WriteLetter,
  ): Promise<number>;
  /**
   * The letter that tells how it stands now, once more. False when one is on its way already, nobody can be written to, or it
   * would come too late to be of use.
   */
  resend(ref: SignUpRef, letter: WriteLetter): Promise<boolean>;
  /** No report by mail any more. */
  stopReport(id: string): Promise<void>;
  /** The report by mail after all. */
  wantReport(id: string): Promise<void>;
  findByLink(linkHash: string): Promise<Standing | undefined>;
  find(ref: SignUpRef): Promise<Standing | undefined>;
  /** By number; with the cancelled. */
  list(meetingId: string): Promise<SignUp[]>;
  /** The last letter to each sign-up of the meeting. */
  letters(meetingId: string): Promise<LetterState[]>;
  listState(meetingId: string, places: number): Promise<ListState>;
  /** The version of the meeting that the list knows; undefined when nobody signed up yet. */
  knownVersion(meetingId: string): Promise<number | undefined>;
  /**
   * The mark that was made last counts; of two within a minute, the one that arrives last. Tells how many of these were put
   * down.
   */
  markArrivals(meetingId: string, marks: readonly TimedMark[]): Promise<number>;
  /**
   * `id` is made by the phone: the same one counts once. Takes people away when `people` is negative, never more than there
   * are. `terms`: as in `add`.
   */
  addWalkIns(terms: ListTerms, walkIns: { readonly id: string; readonly people: number }): Promise<void>;
  attendance(meetingId: string): Promise<Attendance>;
  /** Only for participants; null when there is none. */
  onlineLink(meetingId: string): Promise<string | null>;
  /** Tells everybody with a confirmed place, by the letter `changed`, of another link; nobody when it is taken away. `terms`: as in `add`. */
  setOnlineLink(terms: ListTerms, link: string | null, letter: WriteLetter): Promise<void>;
  /** Deletes what may be forgotten at this instant, letters included, and wipes its traces from the files; tells how many. */
  forget(now: Date): Promise<number>;
}
