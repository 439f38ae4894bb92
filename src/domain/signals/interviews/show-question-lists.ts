import { mayBeId, mayTakeInterviews, ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import type { QuestionList, QuestionListStore } from './question-list.ts';

/** Every list, also those that were put away; for the desk and for interviewers, who ask what is in them. */
export const makeListQuestionLists =
  ({ questionLists }: { readonly questionLists: Pick<QuestionListStore, 'list'> }) =>
  async (actor: Actor): Promise<Result<readonly QuestionList[], 'forbidden'>> =>
    mayTakeInterviews(actor) ? ok(await questionLists.list()) : refused('forbidden');

/** One list; also one that was put away. */
export const makeFindQuestionList =
  ({ questionLists }: { readonly questionLists: Pick<QuestionListStore, 'find'> }) =>
  async (actor: Actor, id: string): Promise<Result<QuestionList, 'forbidden' | 'unknown-list'>> => {
    if (!mayTakeInterviews(actor)) return refused('forbidden');
    const list = mayBeId(id) ? await questionLists.find(id) : undefined;
    return list ? ok(list) : refused('unknown-list');
  };
