import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { aDraft } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('drafts', openProfessionals, (realm) => {
  it('gives back what was typed, also when it is not right yet', async () => {
    const draft = aDraft({ fields: { title: '', startsOn: '31 februari', themes: [], 'alt-1': ' <b>"é\n' } });
    expect(await realm().drafts.save(draft)).toBe('saved');
    expect(await realm().drafts.get(draft.id)).toEqual(draft);
  });

  it('knows no draft by an id that nothing can have', async () => {
    expect(await realm().drafts.get('\0')).toBeUndefined();
  });

  it('lists the drafts of a buurt, last changed first, with those thrown away', async () => {
    const buurtId = newId();
    const day = (number: number) => new Date(Date.UTC(2027, 0, number));
    const drafts = [2, 3, 1].map((number) =>
      aDraft({ buurtId, changedAt: day(number), discardedAt: number === 1 ? day(4) : null }),
    );
    for (const draft of [...drafts, aDraft()]) await realm().drafts.save(draft);
    const [second, third, first] = drafts;
    expect(await realm().drafts.list(buurtId)).toEqual([third, second, first]);
  });

  it('lets one of two people who save the same revision win', async () => {
    const draft = aDraft();
    for (const revision of [1, 2]) {
      const save = (changedBy: string) => realm().drafts.save({ ...draft, revision, changedBy });
      expect((await Promise.all([save('Samira'), save('Joris')])).sort()).toEqual(['saved', 'stale']);
    }
    expect(await realm().drafts.save({ ...draft, revision: 4 })).toBe('stale');
  });

  it('removes a draft; saving it afterwards is stale', async () => {
    const draft = aDraft();
    await realm().drafts.save(draft);
    await realm().drafts.remove(draft.id);
    expect(await realm().drafts.get(draft.id)).toBeUndefined();
    expect(await realm().drafts.save({ ...draft, revision: 2 })).toBe('stale');
  });
});
