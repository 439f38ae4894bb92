import { and, asc, eq } from 'drizzle-orm';
import type { QuestionListStore } from '../../domain/signals/index.ts';
import type { SignalsDatabase } from './tables.ts';

/** Lists of questions: what is asked in interviews and on paper. Nothing that anybody said. */
export function makeQuestionListStore(database: SignalsDatabase): QuestionListStore {
  const { db, t, k } = database.read;

  return {
    list: () =>
      db
        .select()
        .from(t.questionLists)
        .orderBy(asc(k.byBytes(t.questionLists.title)), asc(t.questionLists.id)),

    find: async (id) => (await db.select().from(t.questionLists).where(eq(t.questionLists.id, id)))[0],

    add: (list) =>
      database.write(async (tx) => {
        await tx.db.insert(tx.t.questionLists).values(list);
      }),

    change: ({ id, version, ...list }) =>
      database.write(async (tx) => {
        const { questionLists } = tx.t;
        const changed = await tx.db
          .update(questionLists)
          .set({ ...list, version })
          .where(and(eq(questionLists.id, id), eq(questionLists.version, version - 1)))
          .returning({ id: questionLists.id });
        return changed.length > 0 ? 'changed' : 'stale';
      }),
  };
}
