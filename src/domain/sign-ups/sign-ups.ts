import type { Actor, Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import type { ExportWords } from './export-sign-ups.ts';
import type { SignUpList } from './list-sign-ups.ts';
import type { OwnSignUp } from './open-sign-up.ts';
import type { Receipt } from './personal-link.ts';
import type { Registered, Registration } from './register-sign-up.ts';
import type { Attendance, DoorMark, SignUp, SignUpForm } from './sign-up.ts';

/** Why an organiser cannot do something with a list. */
export type ListRefusal = 'unknown-meeting' | 'forbidden';

/** How a yes ended: also one that came too late, and joined the list again at its end. */
export interface Answered extends OwnSignUp {
  /** What was asked had lapsed; the sign-up is at the end of the list now, with a place when there was one. */
  readonly tooLate: boolean;
}

/** What an organiser fills in for somebody who called or sent a slip of paper. `email` and `phone` may be empty. */
export interface Entry extends SignUpForm {
  readonly phone: string;
}

/** What an organiser can do with one sign-up: somebody called to say yes, to cancel, or lost the letter. */
export type OrganiserAct = 'confirm' | 'cancel' | 'resend' | 'erase';

/** Signing up for a meeting, without an account. */
export interface SignUps {
  register(form: Registration): Promise<Registered>;
  /** What the page right after signing up shows; undefined when the address was made up. */
  openReceipt(meetingId: string, sealed: string): Receipt | undefined;
  /** Opens a personal link. It changes nothing: mail scanners open links too. */
  open(secret: string): Promise<Result<OwnSignUp, 'unknown-link'>>;
  /** The button "yes, I come": confirms a sign-up, or takes an offered place. */
  confirm(secret: string): Promise<Result<Answered, 'unknown-link' | 'meeting-past' | 'meeting-called-off'>>;
  cancel(secret: string): Promise<Result<OwnSignUp, 'unknown-link' | 'meeting-past'>>;
  changePeople(
    secret: string,
    people: number,
  ): Promise<Result<OwnSignUp, 'unknown-link' | 'meeting-past' | 'not-right' | 'not-active' | 'no-room'>>;
  /** Forgets this sign-up now, whatever the day; a place comes free. */
  forgetMe(secret: string): Promise<Result<Meeting, 'unknown-link'>>;
  /** The report by mail, or not: the tick on the personal page. */
  wantReport(secret: string, wants: boolean): Promise<Result<null, 'unknown-link'>>;
  /** By the one-click link in a letter about the report (RFC 8058). */
  stopReport(word: string): Promise<Result<null, 'unknown-link'>>;

  list(actor: Actor, meetingId: string): Promise<Result<SignUpList, ListRefusal>>;
  exportCsv(actor: Actor, meetingId: string, words: ExportWords): Promise<Result<string, ListRefusal>>;
  /** Confirmed at once; with an e-mail address they get their letter and their own link. */
  enter(
    actor: Actor,
    meetingId: string,
    entry: Entry,
  ): Promise<
    Result<SignUp, ListRefusal | 'meeting-past' | 'meeting-called-off' | 'too-many-people' | 'not-right' | 'known'>
  >;
  actFor(
    actor: Actor,
    at: { readonly meetingId: string; readonly signUpId: string },
    act: OrganiserAct,
  ): Promise<
    Result<SignUp | null, ListRefusal | 'unknown-sign-up' | 'meeting-past' | 'meeting-called-off' | 'not-sent'>
  >;
  /** The link for who takes part from a distance; empty takes it away. */
  setOnlineLink(actor: Actor, meetingId: string, link: string): Promise<Result<null, ListRefusal | 'not-right'>>;
  /** At the door; from a phone, in any order, twice if need be. `not-today`: more than a day before or after the meeting. */
  markArrivals(
    actor: Actor,
    meetingId: string,
    marks: readonly DoorMark[],
  ): Promise<Result<Attendance, ListRefusal | 'not-right' | 'not-today'>>;
  addWalkIns(
    actor: Actor,
    meetingId: string,
    walkIns: { readonly id: string; readonly people: number },
  ): Promise<Result<Attendance, ListRefusal | 'not-right' | 'not-today'>>;
  attendance(actor: Actor, meetingId: string): Promise<Result<Attendance, ListRefusal>>;

  /** After an organiser published a change of a meeting. Doing it again changes nothing. */
  changePlaces(meeting: Pick<Meeting, 'id'>): Promise<void>;
  /** By the clock, every minute: lets lapse what was not answered, and offers what came free; tells how many lists changed. */
  settle(): Promise<number>;
  /** By the clock: reminders that are due, and reports to who asked for them; tells how many letters. */
  sendNews(): Promise<number>;
  /** By the clock: mends what a crash left between two realms; tells how many meetings. */
  reconcilePlaces(): Promise<number>;
  /** By the clock: deletes what may be forgotten; tells how many. */
  forget(): Promise<number>;
}
