import type { Result } from '../../kernel/index.ts';

/** A list of questions for interviews and paper forms, as the desk made it. */
export interface QuestionList {
  readonly id: string;
  readonly title: string;
  /** In the order in which they are asked: 1 to 20. Empty lines and markup are not there. */
  readonly questions: readonly string[];
  /** Counts from 1; who changes an older version than the last hears it. */
  readonly version: number;
  /** Put away: cannot be chosen any more, and can come back. */
  readonly archived: boolean;
}

/** In characters (code points). */
export const LONGEST_TITLE = 80;
export const LONGEST_QUESTION = 200;
export const MOST_QUESTIONS = 20;

export interface QuestionListStore {
  /** Every list, by title. */
  list(): Promise<QuestionList[]>;
  find(id: string): Promise<QuestionList | undefined>;
  add(list: QuestionList): Promise<void>;
  /** In the place of the version before it; `stale` when that is not the last one any more. */
  change(list: QuestionList): Promise<'changed' | 'stale'>;
}

/** What was typed: each question on a line of its own. */
export interface QuestionListForm {
  readonly title: string;
  readonly questions: string;
}

export interface QuestionListMistake {
  readonly field: keyof QuestionListForm;
  readonly reason: 'missing' | 'too-long' | 'unreadable' | 'too-many' | 'twice';
}

/** Control signs, and signs that turn the direction of a whole line. */
const NOT_TO_SHOW = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
const lengthOf = (text: string) => Array.from(text).length;
const lineOf = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

type ReadOutcome =
  | { readonly ok: true; readonly value: Pick<QuestionList, 'title' | 'questions'> }
  | { readonly ok: false; readonly reason: 'mistakes'; readonly mistakes: readonly QuestionListMistake[] };

/** Reads what was typed as it will be kept; every mistake is named at once. Plain text: nothing of it is ever markup. */
export function readQuestionList(form: QuestionListForm): ReadOutcome {
  const title = lineOf(form.title);
  const questions = form.questions
    .split(/\r\n?|\n/)
    .map(lineOf)
    .filter((line) => line !== '');
  const mistakes = [...mistakeIn('title', titleMistake(title)), ...mistakeIn('questions', questionsMistake(questions))];
  return mistakes.length > 0 ? { ok: false, reason: 'mistakes', mistakes } : { ok: true, value: { title, questions } };
}

const mistakeIn = (
  field: QuestionListMistake['field'],
  reason: QuestionListMistake['reason'] | undefined,
): QuestionListMistake[] => (reason === undefined ? [] : [{ field, reason }]);

function titleMistake(title: string): QuestionListMistake['reason'] | undefined {
  if (title === '') return 'missing';
  if (NOT_TO_SHOW.test(title)) return 'unreadable';
  return lengthOf(title) > LONGEST_TITLE ? 'too-long' : undefined;
}

function questionsMistake(questions: readonly string[]): QuestionListMistake['reason'] | undefined {
  if (questions.length === 0) return 'missing';
  if (questions.length > MOST_QUESTIONS) return 'too-many';
  if (questions.some((question) => NOT_TO_SHOW.test(question))) return 'unreadable';
  if (questions.some((question) => lengthOf(question) > LONGEST_QUESTION)) return 'too-long';
  return new Set(questions).size < questions.length ? 'twice' : undefined;
}

/** What may come of changing a list, or putting it away. */
export type ListChange =
  Result<QuestionList, 'forbidden' | 'unknown-list' | 'stale'> | Extract<ReadOutcome, { readonly ok: false }>;
