import { getTableColumns } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

onBothEngines('signals', openSignals, (realm) => {
  it('gives the desk a signal as it was sent, without the receipt', async () => {
    const sent = aSignal({ week: '2001-W01', text: 'Fijn plein ☀ – met "bankjes"' });
    expect(await realm().signals.add(sent)).toBe('added');
    const { receiptHash: _hash, receiptLookup: _lookup, ...shown } = sent;
    expect(await realm().signals.queue('new', 1)).toEqual([shown]);
  });

  it('stores a form once that is sent twice, also at the same moment', async () => {
    const signal = aSignal();
    const before = await realm().signals.count('new');
    const outcomes = await Promise.all([realm().signals.add(signal), realm().signals.add(signal)]);
    expect(outcomes.sort()).toEqual(['added', 'known']);
    expect(await realm().signals.count('new')).toBe(before + 1);
  });

  it('refuses a receipt that leads to another signal', async () => {
    const signal = aSignal();
    await realm().signals.add(signal);
    await expect(realm().signals.add(aSignal({ receiptLookup: signal.receiptLookup }))).rejects.toThrow('receipt');
  });

  it('lets the first decision count', async () => {
    const signal = aSignal();
    await realm().signals.add(signal);
    const decide = (to: 'accepted' | 'refused') => realm().signals.decide(signal.id, 'new', to);
    expect((await Promise.all([decide('accepted'), decide('refused')])).sort()).toEqual(['decided', 'stale']);
    expect(await realm().signals.decide(newId(), 'new', 'refused')).toBe('stale');
  });

  it('counts only accepted signals of the buurt, by theme and kind', async () => {
    const buurtId = newId();
    const add = async (changes: Parameters<typeof aSignal>[0]) => {
      const signal = aSignal({ buurtId, ...changes });
      await realm().signals.add(signal);
      return signal.id;
    };
    const ids = [await add({ kind: 'wish' }), await add({ kind: 'wish' }), await add({ themeId: 'a', kind: 'wish' })];
    await add({ kind: 'wish' });
    for (const id of ids) await realm().signals.decide(id, 'new', 'accepted');
    const counts = await realm().signals.accepted(buurtId);
    expect(counts).toHaveLength(2);
    expect(counts).toContainEqual({ themeId: null, kind: 'wish', count: 2 });
    expect(counts).toContainEqual({ themeId: 'a', kind: 'wish', count: 1 });
  });

  it('lists the signals of a week in an order that tells nothing of when they came', async () => {
    const arrived = Array.from({ length: 30 }, () => aSignal({ week: '2000-W01', state: 'new' }));
    for (const signal of arrived) await realm().signals.add(signal);
    const listed = (await realm().signals.queue('new', 30)).map(({ id }) => id);
    expect(listed).toEqual(arrived.map(({ id }) => id).sort());
  });

  it('has no column by which a sender could be found', () => {
    const { signals } = realm().database.read.t;
    expect(Object.keys(getTableColumns(signals)).sort()).toEqual(
      ['id', 'buurtId', 'kind', 'text', 'themeId', 'cell', 'week', 'state', 'receiptHash', 'receiptLookup'].sort(),
    );
  });
});
