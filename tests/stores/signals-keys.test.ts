import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import type { DeskKey } from '../../src/domain/signals/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const aKey = (): Omit<DeskKey, 'active' | 'number'> => ({
  id: newId(),
  publicKey: new Uint8Array(32).fill(1),
  wrapped: new Uint8Array(72).fill(2),
  salt: new Uint8Array(16).fill(3),
  memory: 64,
  passes: 1,
});

onBothEngines('the keys of the desk', openSignals, (realm, target) => {
  const activeId = async () => (await realm().keyStore.active())?.id ?? null;

  it('are none at first', async () => {
    expect(await realm().keyStore.active()).toBeUndefined();
    expect(await realm().keyStore.list()).toEqual([]);
  });

  it('have one at most that is active, also when two processes make one at the same moment', async () => {
    const other = openSignals(target());
    const add = async (from: ReturnType<typeof openSignals>, replacing: string | null) => {
      const key = aKey();
      return { id: key.id, added: await from.keyStore.add(key, replacing) };
    };
    for (const round of [1, 2, 3]) {
      const replacing = await activeId();
      const tries = await Promise.all([realm(), other, realm(), other].map((from) => add(from, replacing)));
      const winners = tries.filter(({ added }) => added.ok);
      expect(winners).toMatchObject([{ added: { ok: true, value: { number: round } } }]);
      const keys = await realm().keyStore.list();
      expect(keys.map(({ number }) => number)).toEqual(Array.from({ length: round }, (_, index) => round - index));
      expect(keys.filter(({ active }) => active).map(({ id }) => id)).toEqual([winners[0]?.id]);
      expect(await activeId()).toBe(winners[0]?.id);
    }
    await other.database[Symbol.asyncDispose]();
  });

  it('come back as they were stored', async () => {
    const key = { ...aKey(), publicKey: Uint8Array.from({ length: 32 }, (_, index) => index * 7) };
    await realm().keyStore.add(key, await activeId());
    const [newest] = await realm().keyStore.list();
    expect([...(newest?.publicKey ?? [])]).toEqual([...key.publicKey]);
    expect([...((await realm().keyStore.active())?.publicKey ?? [])]).toEqual([...key.publicKey]);
    expect(newest).toMatchObject({ memory: 64, passes: 1, active: true });
  });

  it('are none that is active once they are retired, until the next is made', async () => {
    const active = await activeId();
    await realm().keyStore.retire();
    expect(await activeId()).toBeNull();
    expect(await realm().keyStore.add(aKey(), active)).toEqual({ ok: false, reason: 'changed' });
    expect(await realm().keyStore.add(aKey(), null)).toMatchObject({ ok: true });
  });

  it('are wrapped anew without another public key', async () => {
    const [newest, older] = await realm().keyStore.list();
    if (!newest || !older) throw new Error('no keys');
    const wrapping = { wrapped: new Uint8Array([9]), salt: new Uint8Array([8]), memory: 128, passes: 2 };
    await realm().keyStore.rewrap([{ id: newest.id, ...wrapping }]);
    const [after, untouched] = await realm().keyStore.list();
    expect(after).toMatchObject({ id: newest.id, memory: 128, passes: 2, active: true, number: newest.number });
    expect([...(after?.wrapped ?? [])]).toEqual([9]);
    expect([...(after?.publicKey ?? [])]).toEqual([...newest.publicKey]);
    expect(untouched).toEqual(older);
  });
});
