/**
 * What can be wrong with a field. The sentences stand in content/messages (beheer, `problem.{reason}`): what is wrong and
 * how to mend it.
 */
export type ProblemReason =
  | 'required'
  | 'too-long'
  | 'no-such-day'
  | 'no-such-time'
  | 'time-skipped'
  | 'time-twice'
  | 'day-in-future'
  | 'end-before-begin'
  | 'starts-in-past'
  | 'too-far-away'
  | 'day-in-past'
  | 'after-start'
  | 'before-opening'
  | 'not-last-weekday'
  | 'series-time-skipped'
  | 'series-time-twice'
  | 'language-twice'
  | 'meeting-not-ended'
  | 'meeting-over'
  | 'meeting-called-off'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'unknown-choice'
  | 'bad-email'
  | 'bad-point'
  | 'outside-netherlands'
  | 'needs-partner'
  | 'not-ticked'
  | 'alt-missing'
  | 'too-many'
  | 'unknown-area'
  | 'note-missing';

/** One thing to mend before a draft can be published. */
export interface Problem {
  readonly field: string;
  /** Which of the values, where a field can be there more than once; 0 for the first. */
  readonly index: number;
  readonly reason: ProblemReason;
  /** What the sentence needs: a limit, a name. */
  readonly values: Readonly<Record<string, string | number>>;
}
