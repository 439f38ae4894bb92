import { describe, expect, it } from 'vitest';
import { openSignals } from '../../src/storage/signals/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const aList = (changes: { title?: string; version?: number; archived?: boolean } = {}) => ({
  id: crypto.randomUUID(),
  title: 'Rondje',
  questions: ['Hoe is het hier?', '<b>Wat mist u?</b>', 'أين؟ 👍'],
  version: 1,
  archived: false,
  ...changes,
});

onBothEngines('the store of question lists', openSignals, (realm) => {
  const lists = () => realm().questionLists;

  describe('keeping lists', () => {
    it('gives back exactly what was kept', async () => {
      const list = aList();
      await lists().add(list);
      expect(await lists().find(list.id)).toEqual(list);
      expect(await lists().find('niet-hier')).toBeUndefined();
    });

    it('lists them in one order, whatever the locale of the database', async () => {
      for (const title of ['zz b', 'zz a', 'ZZ c']) await lists().add(aList({ title }));
      const titles = (await lists().list()).map(({ title }) => title).filter((title) => /^zz/i.test(title));
      expect(titles).toEqual(['ZZ c', 'zz a', 'zz b']);
    });
  });

  describe('changing a list', () => {
    it('puts the next version in the place of the last one', async () => {
      const list = aList();
      await lists().add(list);
      const next = { ...list, title: 'Anders', questions: ['Nieuw?'], version: 2, archived: true };
      expect(await lists().change(next)).toBe('changed');
      expect(await lists().find(list.id)).toEqual(next);
    });

    it('lets one of two changes at the same time win', async () => {
      const list = aList();
      await lists().add(list);
      const changes = ['A', 'B', 'C', 'D'].map((title) => lists().change({ ...list, title, version: 2 }));
      expect((await Promise.all(changes)).toSorted()).toEqual(['changed', 'stale', 'stale', 'stale']);
    });

    it('is stale for a list that is not there', async () => {
      expect(await lists().change(aList({ version: 2 }))).toBe('stale');
    });
  });
});
