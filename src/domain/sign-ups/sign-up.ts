import type { Letter, LetterLanguage } from '../kernel/index.ts';

/** Whether a resident filled in the form, or an organiser did for somebody who called or sent a slip of paper. */
export const ORIGINS = ['web', 'organiser'] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * Where a sign-up stands. Whether it also waits for an answer tells `answerBy`.
 * - placed: has a place; while `confirmedAt` is null the place is only held, until `answerBy`
 * - waiting: on the waiting list; while `confirmedAt` is null it must still be confirmed
 * - offered: a place came free and is held until `answerBy`, for who says yes
 * - cancelled: by the resident, or by the organiser for them
 * - lapsed: no confirmation, or no yes to an offered place, in time
 */
export type SignUpState = 'placed' | 'waiting' | 'offered' | 'cancelled' | 'lapsed';

/** What a resident fills in. */
export interface SignUpForm {
  /** Who comes. */
  readonly name: string;
  /** Who fills this in for somebody else; empty when people sign up themselves. Letters are addressed to them. */
  readonly by: string;
  /** Empty only when an organiser entered it. */
  readonly email: string;
  /** How many come, the one named included; 1 to 10. */
  readonly people: number;
  /** What is needed to be able to come; only the organiser of the meeting sees it. Empty when nothing. */
  readonly needs: string;
  /** A question or wish for the meeting; only the organiser sees it. */
  readonly question: string;
  /** Wants the report by mail. */
  readonly wantsReport: boolean;
  readonly language: LetterLanguage;
}

export interface SignUp extends SignUpForm {
  readonly id: string;
  readonly meetingId: string;
  /** The order on the list, given under the lock; what a place follows from. */
  readonly number: number;
  readonly state: SignUpState;
  readonly origin: Origin;
  /** Of who has no e-mail address; empty otherwise. */
  readonly phone: string;
  readonly createdAt: Date;
  /** Null while the e-mail address was not shown to be theirs. What an organiser entered is confirmed. */
  readonly confirmedAt: Date | null;
  /** Until when we wait for a confirmation or a yes; null when nothing is asked. */
  readonly answerBy: Date | null;
  /** How many of them came; null while nobody looked. */
  readonly arrived: number | null;
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
  readonly origin: Origin;
  readonly phone: string;
  readonly createdAt: Date;
  /** SHA-256 of the secret in the personal link. */
  readonly linkHash: string;
}

/**
 * What a letter tells about one sign-up; `called-off` and `changed` are about the meeting itself.
 * - received: asks to confirm, and says whether a place is held meanwhile
 * - confirmed: there is a place
 * - waiting: confirmed, and on the waiting list
 * - offered: a place came free, with the time until which it is kept
 */
export type SignUpEvent =
  | 'received'
  | 'confirmed'
  | 'waiting'
  | 'offered'
  | 'cancelled'
  | 'known'
  | 'called-off'
  | 'changed'
  | 'reminder'
  | 'report';

/** A letter for the outbox. */
export interface Posting {
  readonly letter: Letter;
  /** After this instant it is of no use to anybody; null: always of use. */
  readonly notAfter: Date | null;
}

/**
 * Writes the letter that goes with what happened to a sign-up; called inside the transaction, so it does no input or output.
 * Null: nothing is sent (no e-mail address; an invitation to a meeting that began or is off).
 */
export interface WriteLetter {
  (standing: Standing, event: SignUpEvent): Posting | null;
  /** The version of the meeting that it tells of. A list that knows a newer one refuses it (`OldNews`); left out: any will do. */
  readonly version?: number;
  /** The link for who takes part from a distance that it tells. A list that knows another refuses it; left out: it tells none. */
  readonly onlineLink?: string | null;
}

/** Thrown by the store: the organiser changed the meeting, or its link, since it was read, and the letters would tell what is not so any more. */
export class OldNews extends Error {
  constructor(meetingId: string) {
    super(`Meeting ${meetingId} was changed since it was read.`);
  }
}

/** What the list must know of its meeting, as the organiser last published it. */
export interface ListTerms {
  readonly meetingId: string;
  /** Of the meeting: what everybody on the list was told of. */
  readonly version: number;
  readonly places: number;
  readonly startsAt: Date;
  readonly off: boolean;
  /** For every sign-up of the meeting: a meeting that moves to a later day keeps its list until after that day. */
  readonly forgetAfter: Date;
}

/**
 * What a new sign-up is told. Of one that was known it is what a new one would have been told: whoever fills in the form must
 * not find out who is on the list.
 */
export interface Told {
  readonly state: 'placed' | 'waiting';
  /** How many sign-ups wait before it. */
  readonly waitingBefore: number;
  /** Until when it can be confirmed. */
  readonly confirmBy: Date;
}

export type AddOutcome =
  | { readonly kind: 'added'; readonly standing: Standing; readonly list: ListState; readonly told: Told }
  /** Same meeting, address and name: nothing is stored twice; the letter tells the sender. */
  | { readonly kind: 'known'; readonly standing: Standing; readonly list: ListState; readonly told: Told }
  /** The list knows another version of the meeting than `terms` speak of: nothing is stored. Read the meeting again, `setTerms`, and add again. */
  | { readonly kind: 'stale' };

/** One sign-up: by its personal link, or by its id for the organiser of its meeting. */
export type SignUpRef = { readonly linkHash: string } | { readonly meetingId: string; readonly id: string };

/** How a sign-up is after a change, and its list. */
export interface Changed {
  readonly standing: Standing;
  readonly list: ListState;
}

/** How a yes ended. */
export interface Confirmed extends Changed {
  /** What was asked had lapsed: it joined the list again, at the end. */
  readonly tooLate: boolean;
}

/**
 * What everybody on the list must hear of the meeting as it is now, when they knew it in this version; null: nothing.
 * Called inside the transaction, so it does no input or output.
 */
export type NewsSince = (known: number) => 'called-off' | 'changed' | null;

/** How a letter to somebody fares. `late`: it was of no use any more before it could be sent. */
export interface LetterState {
  readonly signUpId: string;
  readonly kind: SignUpEvent;
  readonly state: 'waiting' | 'sent' | 'failed' | 'late';
  readonly at: Date;
  /** For colleagues, never an address; null when nothing is wrong. */
  readonly problem: string | null;
}

/** Numbers that may stay when the names are gone. Null: not known. */
export interface Attendance {
  /** People with a place. */
  readonly expected: number;
  /** People with a sign-up who came. */
  readonly came: number;
  /** People who came without a sign-up. */
  readonly walkIns: number;
  /** True when the names are forgotten. */
  readonly forgotten: boolean;
}

/** A mark at the door. */
export interface DoorMark {
  readonly signUpId: string;
  /** How many of them came; null takes the mark away. */
  readonly arrived: number | null;
  /** How long ago it was made, in milliseconds; now, when left out. */
  readonly ageMs?: number;
}

/** A mark at the door, and when it was made. */
export interface TimedMark extends Pick<DoorMark, 'signUpId' | 'arrived'> {
  readonly at: Date;
}
