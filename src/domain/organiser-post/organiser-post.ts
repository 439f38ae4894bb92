import type { Letter } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';

/** Days after a meeting on which its organisers are reminded of the report. */
export const REPORT_REMINDERS = [3, 7] as const;
export type ReportReminder = (typeof REPORT_REMINDERS)[number];

/** A colleague who can write the report. */
export interface Organiser {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

/** What a letter about a report that is due tells. */
export interface ReportDueFacts {
  readonly reminder: ReportReminder;
  readonly meeting: Meeting;
  readonly buurt: { readonly name: string; readonly slug: string };
  readonly organiser: Organiser;
  readonly now: Date;
}

/** A letter to somebody with an account. */
export interface OrganiserLetter {
  readonly accountId: string;
  readonly kind: string;
  /** A second letter with the same fact is not stored. */
  readonly fact: string;
  readonly letter: Letter;
  readonly notAfter: Date;
}

/** Port, in the professionals realm. */
export interface OrganiserPostStore {
  /** Puts letters in the outbox, in one transaction; tells how many were new. */
  file(letters: readonly OrganiserLetter[]): Promise<number>;
  /** Deletes those made before this instant: what was told is of no use any more. */
  forget(before: Date): Promise<void>;
}
