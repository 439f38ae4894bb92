import { mayReadSignals, ok, refused, type Actor } from '../../kernel/index.ts';
import type { ListChange, QuestionList } from './question-list.ts';
import type { ListNeeds, ListVersion } from './save-question-list.ts';

/** Puts a list away (it cannot be chosen any more), or takes it back. Only the desk. */
export const makeArchiveQuestionList =
  ({ questionLists, record }: Pick<ListNeeds, 'questionLists' | 'record'>) =>
  async (actor: Actor, { id, version }: ListVersion, archived: boolean): Promise<ListChange> => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    const before = await questionLists.find(id);
    if (!before) return refused('unknown-list');
    const list: QuestionList = { ...before, archived, version: version + 1 };
    if (before.version !== version || (await questionLists.change(list)) === 'stale') return refused('stale');
    const action = archived ? 'question-list.archive' : 'question-list.restore';
    await record({ actor, action, object: `question-list:${id}`, note: list.title });
    return ok(list);
  };
