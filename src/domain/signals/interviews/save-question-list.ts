import { mayReadSignals, ok, refused, type Actor, type NewId, type RecordDeed } from '../../kernel/index.ts';
import {
  readQuestionList,
  type ListChange,
  type QuestionList,
  type QuestionListForm,
  type QuestionListStore,
} from './question-list.ts';

export interface ListNeeds {
  readonly questionLists: QuestionListStore;
  readonly newId: NewId;
  readonly record: RecordDeed;
}

/** Which list is changed, and the version that the person saw. */
export interface ListVersion {
  readonly id: string;
  readonly version: number;
}

/** Makes a list (`of` null), or changes one. Only the desk. When two people change it at once the second hears `stale`. */
export const makeSaveQuestionList =
  ({ questionLists, newId, record }: ListNeeds) =>
  async (actor: Actor, of: ListVersion | null, form: QuestionListForm): Promise<ListChange> => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    const read = readQuestionList(form);
    if (!read.ok) return read;
    if (of === null) {
      const list: QuestionList = { id: newId(), ...read.value, version: 1, archived: false };
      await questionLists.add(list);
      await record({ actor, action: 'question-list.add', object: `question-list:${list.id}`, note: list.title });
      return ok(list);
    }
    const before = await questionLists.find(of.id);
    if (!before) return refused('unknown-list');
    const list: QuestionList = { ...before, ...read.value, version: of.version + 1 };
    if ((await questionLists.change(list)) === 'stale') return refused('stale');
    await record({ actor, action: 'question-list.change', object: `question-list:${list.id}`, note: list.title });
    return ok(list);
  };
