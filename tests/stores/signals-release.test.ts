import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import type { SignalRelease } from '../../src/domain/releases/index.ts';
import type { LedgerBatch, ReleaseFacts, SignalState } from '../../src/domain/signals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const GROUP = { table: 'subject', by: 'kind', themeId: null, kind: 'story' } as const;

onBothEngines('the ledger of releases', openSignals, (realm) => {
  /** As many signals of a new buurt, in these states. */
  async function given(...states: SignalState[]) {
    const buurtId = newId();
    const signals = states.map((state) => aSealedSignal({ buurtId, state }));
    for (const signal of signals) await realm().intakeStore.add(signal, newId());
    return { buurtId, ids: signals.map(({ id }) => id) };
  }
  const of = (buurtId: string, { signals, last }: ReleaseFacts) => ({
    signals: signals.filter((signal) => signal.buurtId === buurtId),
    last: last.filter((batch) => batch.buurtId === buurtId),
  });
  const batch = (buurtId: string, number: number, count: number): LedgerBatch => ({
    buurtId,
    batch: number,
    counts: [{ group: GROUP, count }],
  });

  it('gives what counts of each signal, and nothing that is sealed', async () => {
    const { buurtId } = await given('new', 'asked', 'accepted', 'duplicate', 'released', 'refused');
    const { signals } = of(buurtId, await realm().ledger.facts());
    expect(signals.map(({ state }) => state).sort()).toEqual(['accepted', 'released']);
    expect(Object.keys(signals[0] ?? {}).sort()).toEqual(['buurtId', 'cell', 'id', 'kind', 'state', 'themeId', 'week']);
  });

  it('writes counts and states in one go, and knows the newest batch of each buurt', async () => {
    const { buurtId, ids } = await given('accepted', 'accepted');
    const [first = ''] = ids;
    await realm().ledger.release(() => ({ batches: [batch(buurtId, 1, 5)], released: [first] }));
    await realm().ledger.release(() => ({ batches: [batch(buurtId, 4, 10)], released: [] }));
    const facts = of(buurtId, await realm().ledger.facts());
    expect(facts.last).toEqual([batch(buurtId, 4, 10)]);
    expect(facts.signals.filter(({ state }) => state === 'released').map(({ id }) => id)).toEqual([first]);
    expect(await realm().ledger.batchesAfter(buurtId, 0)).toEqual([batch(buurtId, 1, 5), batch(buurtId, 4, 10)]);
    expect(await realm().ledger.batchesAfter(buurtId, 1)).toEqual([batch(buurtId, 4, 10)]);
  });

  it('knows a batch in which nothing could be shown', async () => {
    const { buurtId } = await given();
    await realm().ledger.release(() => ({ batches: [{ buurtId, batch: 2, counts: [] }], released: [] }));
    expect(await realm().ledger.batchesAfter(buurtId, 0)).toEqual([{ buurtId, batch: 2, counts: [] }]);
  });

  it('keeps nothing of a batch that could not be written whole', async () => {
    const { buurtId, ids } = await given('accepted');
    const twice = { batches: [batch(buurtId, 1, 5), batch(buurtId, 1, 10)], released: ids };
    await expect(realm().ledger.release(() => twice)).rejects.toThrow();
    const facts = of(buurtId, await realm().ledger.facts());
    expect(facts).toMatchObject({ last: [], signals: [{ state: 'accepted' }] });
  });

  it('never counts what the desk refused or the sender withdrew in the meantime', async () => {
    const { ids, buurtId } = await given('refused');
    await realm().ledger.release(() => ({ batches: [], released: ids }));
    expect(of(buurtId, await realm().ledger.facts()).signals).toEqual([]);
  });

  it('P8: lets the second of two at once see what the first one did', async () => {
    const { buurtId } = await given('accepted');
    const release = () =>
      realm().ledger.release((facts) => {
        const { last } = of(buurtId, facts);
        return { batches: last.length === 0 ? [batch(buurtId, 1, 5)] : [], released: [] };
      });
    const done = await Promise.all([release(), release(), release()]);
    expect(done.map(({ batches }) => batches.length).sort()).toEqual([0, 0, 1]);
  });

  it('takes more signals than fit in one statement', async () => {
    const { buurtId, ids } = await given('accepted');
    const many = [...Array.from({ length: 1200 }, () => newId()), ...ids];
    await realm().ledger.release(() => ({ batches: [], released: many }));
    expect(of(buurtId, await realm().ledger.facts()).signals).toMatchObject([{ state: 'released' }]);
  });
});

onBothEngines('published releases', openPublished, (realm) => {
  const release = (buurtId: string, batch: number, changes: Partial<SignalRelease> = {}): SignalRelease => ({
    ...{ buurtId, batch, releasedOn: '2027-03-01' },
    counts: [
      { group: GROUP, class: { from: 5, to: 9 } },
      { group: { table: 'place', by: 'cell', cell: 'r1250-4800' }, class: { from: 200, to: null } },
    ],
    ...changes,
  });

  it('lists those of a buurt, newest first', async () => {
    const [one, two] = [newId(), newId()];
    await realm().releases.add([release(one, 1), release(one, 12), release(one, 3, { counts: [] }), release(two, 2)]);
    expect((await realm().releases.list(one)).map(({ batch }) => batch)).toEqual([12, 3, 1]);
    expect(await realm().releases.latest(one)).toEqual(release(one, 12));
    expect(await realm().releases.latest(newId())).toBeUndefined();
    expect(await realm().releases.list(newId())).toEqual([]);
  });

  it('P8: never changes one that is there', async () => {
    const buurtId = newId();
    await realm().releases.add([release(buurtId, 1)]);
    await realm().releases.add([release(buurtId, 1, { releasedOn: '2030-01-01', counts: [] }), release(buurtId, 2)]);
    expect(await realm().releases.list(buurtId)).toEqual([release(buurtId, 2), release(buurtId, 1)]);
  });
});
