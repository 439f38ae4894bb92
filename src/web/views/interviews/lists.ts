import type { QuestionList } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import type { MessageKey, Translate } from '../../translate.ts';

export interface ListRow {
  readonly title: string;
  readonly href: string;
  readonly questions: string;
}

/** The page with every list: those in use, and those that were put away. */
export function listRows(lists: readonly QuestionList[], t: Translate) {
  const rowOf = ({ id, title, questions }: QuestionList): ListRow => ({
    title,
    href: routes.questionList(id),
    questions: t('interviews.lists.questions', { n: questions.length }),
  });
  return {
    inUse: lists.filter(({ archived }) => !archived).map(rowOf),
    archived: lists.filter(({ archived }) => archived).map(rowOf),
  };
}

const DONE = {
  gemaakt: 'interviews.list.done.made',
  bewaard: 'interviews.list.done.saved',
  opgeborgen: 'interviews.list.done.archived',
  terug: 'interviews.list.done.restored',
} as const satisfies Record<string, MessageKey>;
type Done = keyof typeof DONE;

const isDone = (word: string): word is Done => Object.hasOwn(DONE, word);

/** What was just done with a list, from the address. */
export function sayListDone(search: URLSearchParams, t: Translate): string | undefined {
  const word = search.get('gedaan') ?? '';
  return isDone(word) ? t(DONE[word]) : undefined;
}

/** Where to go after something was done with a list. */
export const listAfter = (id: string, done: Done): string => `${routes.questionList(id)}?gedaan=${done}`;
