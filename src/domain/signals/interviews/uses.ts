import { mayReadSignals, type Actor, type Result } from '../../kernel/index.ts';
import type { IntakeUses, SendOutcome, SignalForm } from '../intake/uses.ts';
import { makeArchiveQuestionList } from './archive-question-list.ts';
import { makeEnterSignal } from './enter-signal.ts';
import { makeInterviewKit, type InterviewKit, type KitNeeds } from './interview-kit.ts';
import type { ListChange, QuestionList, QuestionListForm } from './question-list.ts';
import {
  makeReceiveInterviews,
  type InterviewAnswer,
  type ReceiveNeeds,
  type SentInterview,
} from './receive-interviews.ts';
import { makeSaveQuestionList, type ListNeeds, type ListVersion } from './save-question-list.ts';
import { makeFindQuestionList, makeListQuestionLists } from './show-question-lists.ts';

export type { InterviewKit } from './interview-kit.ts';
export {
  LONGEST_TITLE,
  MOST_QUESTIONS,
  type ListChange,
  type QuestionList,
  type QuestionListForm,
  type QuestionListMistake,
  type QuestionListStore,
} from './question-list.ts';
export type { InterviewAnswer, SentInterview } from './receive-interviews.ts';
export type { ListVersion } from './save-question-list.ts';

/** Signals on paper and from the street: what is asked, and how what was said comes in. */
export interface InterviewUses {
  /** Every list of questions, by title, also those that were put away. For the desk and interviewers. */
  lists(actor: Actor): Promise<Result<readonly QuestionList[], 'forbidden'>>;
  findList(actor: Actor, id: string): Promise<Result<QuestionList, 'forbidden' | 'unknown-list'>>;
  /** Makes a list (`of` null) or changes one; only the desk. `stale`: somebody else changed it since. */
  saveList(actor: Actor, of: ListVersion | null, form: QuestionListForm): Promise<ListChange>;
  /** Puts a list away, or takes it back; only the desk. */
  archiveList(actor: Actor, of: ListVersion, archived: boolean): Promise<ListChange>;
  /** What an interviewer's phone takes along. `no-key`: the desk has no key yet. */
  kit(actor: Actor): Promise<Result<InterviewKit, 'forbidden' | 'no-key'>>;
  /** Stores interviews that a phone kept; an answer for each. The same one twice is stored once. */
  receive(actor: Actor, interviews: readonly SentInterview[]): Promise<Result<readonly InterviewAnswer[], 'forbidden'>>;
  /** Whether this person may put down what came on paper: only the desk. */
  mayEnter(actor: Actor): boolean;
  /** Puts down what came on paper or was told in the street, by the same door and rules as the form. Needs no opened key. */
  enter(actor: Actor, form: SignalForm, once: string): Promise<SendOutcome | Result<never, 'forbidden'>>;
}

export type InterviewNeeds = ListNeeds & KitNeeds & ReceiveNeeds;

export const makeInterviewUses = (needs: InterviewNeeds, intake: IntakeUses): InterviewUses => ({
  lists: makeListQuestionLists(needs),
  findList: makeFindQuestionList(needs),
  saveList: makeSaveQuestionList(needs),
  archiveList: makeArchiveQuestionList(needs),
  kit: makeInterviewKit(needs, intake),
  receive: makeReceiveInterviews(needs, intake),
  mayEnter: mayReadSignals,
  enter: makeEnterSignal(intake),
});
