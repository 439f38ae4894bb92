import type { Letter } from '../kernel/index.ts';

export type SignUpState = 'placed' | 'waiting' | 'cancelled';

/** What a resident fills in. */
export interface SignUpForm {
  readonly name: string;
  readonly email: string;
  /** How many come, the resident included; 1 to 10. */
  readonly people: number;
  /** What is needed to be able to come; only the organiser of the meeting sees it. Empty when nothing. */
  readonly needs: string;
}

export interface SignUp extends SignUpForm {
  readonly id: string;
  readonly meetingId: string;
  /** The order of arrival, given under the lock; what a place follows from. */
  readonly number: number;
  readonly state: SignUpState;
  readonly createdAt: Date;
}

/** What a personal link shows: the sign-up and, while waiting, how many sign-ups are before it. */
export interface Standing {
  readonly signUp: SignUp;
  readonly waitingBefore: number;
}

/** What is true of a meeting's list just after a change; published as *places left*. */
export interface ListState {
  readonly left: number;
  readonly waiting: number;
  readonly turn: number;
}

export interface NewSignUp extends SignUpForm {
  readonly id: string;
  readonly meetingId: string;
  readonly createdAt: Date;
  /** SHA-256 of the secret in the personal link. */
  readonly linkHash: string;
  /** After this instant the row may be deleted. */
  readonly forgetAfter: Date;
}

/** What a letter can tell about one sign-up; `called-off` and `changed` are about the meeting itself. */
export type SignUpEvent = 'received' | 'moved-up' | 'cancelled' | 'known' | 'called-off' | 'changed';

/**
 * Writes the letter that goes with what happened to a sign-up; called inside the transaction, so it does no input or output.
 * Null: nothing is sent (somebody who moves up for a meeting that is over or called off must not get an invitation).
 */
export type WriteLetter = (standing: Standing, event: SignUpEvent) => Letter | null;

/** What the list must know of its meeting, as the organiser last published it. */
export interface ListTerms {
  readonly places: number;
  /** For every sign-up of the meeting: a meeting that moves to a later day keeps its list until after that day. */
  readonly forgetAfter: Date;
  /** A letter to everybody with a place or on the waiting list; null when only those who move up hear of it. */
  readonly tell: 'called-off' | 'changed' | null;
}

export type AddOutcome =
  | { readonly kind: 'added'; readonly standing: Standing; readonly list: ListState }
  /** Same meeting, address and name: nothing is stored twice; the letter tells the sender. */
  | { readonly kind: 'known'; readonly standing: Standing; readonly list: ListState };

/**
 * Port. Every method that changes a list is one transaction under that list's lock: it stores the change, gives places by
 * the one rule (`movesUp`), and stores the letters with it.
 */
export interface SignUpStore {
  /**
   * `places`: how many the meeting has. Counts for the first sign-up; later the list goes by its last `setTerms`, so that a
   * sign-up that began before a change cannot undo it.
   */
  add(signUp: NewSignUp, places: number, letter: WriteLetter): Promise<AddOutcome>;
  /** Undefined when the link is unknown. Cancelling twice changes nothing the second time. */
  cancel(linkHash: string, letter: WriteLetter): Promise<{ signUp: SignUp; list: ListState } | undefined>;
  /**
   * The organiser changed the meeting: whoever fits moves up at once, every sign-up is kept until `forgetAfter`, and the
   * letters of `tell` are stored for who has a place or waits (who moves up just now gets only that letter).
   */
  setTerms(meetingId: string, terms: ListTerms, letter: WriteLetter): Promise<ListState>;
  findByLink(linkHash: string): Promise<Standing | undefined>;
  /** By number; with the cancelled. */
  list(meetingId: string): Promise<SignUp[]>;
  listState(meetingId: string, places: number): Promise<ListState>;
  /** Deletes what may be forgotten at this instant, letters included, and wipes its traces from the files; tells how many. */
  forget(now: Date): Promise<number>;
}
