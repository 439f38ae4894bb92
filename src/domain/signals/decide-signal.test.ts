import { describe, expect, it } from 'vitest';
import { ok, refused } from '../kernel/index.ts';
import { anUnknownId, givenSignals } from '../../../tests/signals/given.ts';

async function givenOne() {
  const given = await givenSignals();
  await given.send();
  const [signal] = await given.realm.signals.queue('new', 1);
  if (!signal) throw new Error('no signal');
  return { ...given, id: signal.id };
}

describe('deciding on a signal', () => {
  it('accepts, takes it back, and refuses', async () => {
    const { signals, desk, id, realm, acts } = await givenOne();
    expect(await signals.decide(desk, { id, from: 'new', to: 'accepted' })).toEqual(ok('accepted'));
    expect(await signals.decide(desk, { id, from: 'accepted', to: 'new' })).toEqual(ok('new'));
    expect(await signals.decide(desk, { id, from: 'new', to: 'refused' })).toEqual(ok('refused'));
    expect(await realm.signals.count('refused')).toBe(1);
    expect(acts.map(({ action }) => action)).toEqual(['signal.accept', 'signal.reopen', 'signal.refuse']);
  });

  it('tells the audit log who decided on which, and not a word of the text', async () => {
    const { signals, desk, id, acts } = await givenOne();
    await signals.decide(desk, { id, from: 'new', to: 'accepted' });
    expect(acts).toEqual([{ actor: desk, action: 'signal.accept', object: `signal:${id}`, buurtId: null }]);
  });

  it('is stale when somebody else was first, and for a signal that is not there', async () => {
    const { signals, desk, id, acts } = await givenOne();
    const both = await Promise.all([
      signals.decide(desk, { id, from: 'new', to: 'accepted' }),
      signals.decide(desk, { id, from: 'new', to: 'refused' }),
    ]);
    expect(both.filter((decided) => decided.ok)).toHaveLength(1);
    expect(both).toContainEqual(refused('stale'));
    expect(await signals.decide(desk, { id: anUnknownId(), from: 'new', to: 'accepted' })).toEqual(refused('stale'));
    expect(acts).toHaveLength(1);
  });

  it('is for the desk alone', async () => {
    const { signals, others, id, realm } = await givenOne();
    for (const actor of Object.values(others))
      expect(await signals.decide(actor, { id, from: 'new', to: 'accepted' })).toEqual(refused('forbidden'));
    expect(await realm.signals.count('new')).toBe(1);
  });
});
