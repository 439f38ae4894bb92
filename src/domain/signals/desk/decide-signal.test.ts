import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../kernel/index.ts';
import { anActor, anUnknownId, givenSignals } from '../../../../tests/signals/given.ts';

const BART = anActor('Bart', { role: 'desk', buurtId: null });
const SECOND = 'the session of Bart';

async function givenOne(changes: Parameters<typeof givenSignals>[0] = {}) {
  const given = await givenSignals(changes);
  const receipt = await given.send();
  const queue = await given.signals.desk.queue(given.desk, given.session, { state: 'new', after: null });
  const id = queue.ok ? queue.value.entries[0]?.signal.id : undefined;
  if (id === undefined) throw new Error('no signal');
  await given.signals.keys.open(BART, SECOND, given.passphrase);
  given.acts.length = 0;
  type Decision = Parameters<typeof given.signals.desk.decide>[2];
  const decide = (decision: Omit<Decision, 'id' | 'turns'> & { turns?: number }) =>
    given.signals.desk.decide(given.desk, given.session, { id, turns: 0, ...decision });
  const second = (decision: Omit<Decision, 'id' | 'turns'> & { turns?: number }) =>
    given.signals.desk.decide(BART, SECOND, { id, turns: 0, ...decision });
  const counts = async () => {
    const counted = await given.signals.desk.counts(given.desk);
    return counted.ok ? counted.value : undefined;
  };
  return { ...given, id, receipt, decide, second, counts };
}

describe('deciding on a signal', () => {
  it('accepts, takes it back, calls it a duplicate, and refuses with a reason', async () => {
    const { decide, counts, acts } = await givenOne();
    expect(await decide({ from: 'new', to: 'accepted' })).toEqual(ok('accepted'));
    expect(await decide({ from: 'accepted', to: 'new' })).toEqual(ok('new'));
    expect(await decide({ from: 'new', to: 'duplicate' })).toEqual(ok('duplicate'));
    expect(await decide({ from: 'duplicate', to: 'new' })).toEqual(ok('new'));
    expect(await decide({ from: 'new', to: 'refused', reason: 'Dit gaat over een andere stad.' })).toEqual(
      ok('refused'),
    );
    expect(await counts()).toMatchObject({ new: 0, accepted: 0, refused: 1 });
    expect(acts.map(({ action }) => action)).toEqual([
      'signal.accept',
      'signal.reopen',
      'signal.duplicate',
      'signal.reopen',
      'signal.refuse',
    ]);
  });

  it('tells the audit log who decided on which, and not a word of the text', async () => {
    const { decide, desk, id, acts } = await givenOne();
    await decide({ from: 'new', to: 'accepted' });
    expect(acts).toEqual([{ actor: desk, action: 'signal.accept', object: `signal:${id}`, buurtId: null }]);
  });

  it('is stale when somebody else was first, when something was said meanwhile, and when it is not there', async () => {
    const { signals, desk, session, decide, acts } = await givenOne();
    const both = await Promise.all([decide({ from: 'new', to: 'accepted' }), decide({ from: 'new', to: 'duplicate' })]);
    expect(both.filter((decided) => decided.ok)).toHaveLength(1);
    expect(both).toContainEqual(refused('stale'));
    expect(await decide({ from: 'new', to: 'accepted', turns: 1 })).toEqual(refused('stale'));
    const nobody = { id: anUnknownId(), from: 'new', turns: 0, to: 'accepted' } as const;
    expect(await signals.desk.decide(desk, session, nobody)).toEqual(refused('stale'));
    expect(acts).toHaveLength(1);
  });

  it('refuses only with words that the sender can read, and the sender reads them with the code', async () => {
    const { decide, signals, receipt, counts } = await givenOne();
    expect(await decide({ from: 'new', to: 'refused', reason: ' ' })).toEqual(refused('empty'));
    expect(await counts()).toMatchObject({ new: 1 });
    await decide({ from: 'new', to: 'refused', reason: 'Dit gaat over een andere stad.' });
    expect(await signals.dialogue.follow(receipt)).toMatchObject({
      value: { standing: 'not', turns: [{ by: 'desk', text: 'Dit gaat over een andere stad.' }] },
    });
  });

  it('goes only the ways that there are', async () => {
    const { decide } = await givenOne();
    for (const to of ['new', 'accepted'] as const)
      expect(await decide({ from: to === 'new' ? 'new' : 'released', to })).toEqual(refused('stale'));
  });

  it('is for the desk alone, and only while its keys are open', async () => {
    const { signals, others, desk, id, session, decide, counts } = await givenOne();
    const decision = { id, from: 'new', turns: 0, to: 'accepted' } as const;
    for (const actor of Object.values(others))
      expect(await signals.desk.decide(actor, session, decision)).toEqual(refused('forbidden'));
    expect(await signals.desk.decide(desk, 'another session', decision)).toEqual(refused('locked'));
    signals.keys.close(session);
    expect(await decide({ from: 'new', to: 'accepted' })).toEqual(refused('locked'));
    expect(await counts()).toMatchObject({ new: 1 });
  });
});

describe('deciding with two people', () => {
  it('lets the first only propose, and somebody else agree', async () => {
    const { decide, second, counts, acts } = await givenOne({ secondApprover: true });
    expect(await decide({ from: 'new', to: 'accepted' })).toEqual(ok('proposed'));
    expect(await counts()).toMatchObject({ proposed: 1, accepted: 0 });
    expect(await decide({ from: 'proposed', to: 'accepted' })).toEqual(refused('same-person'));
    expect(await second({ from: 'proposed', to: 'duplicate' })).toEqual(refused('stale'));
    expect(await second({ from: 'proposed', to: 'accepted' })).toEqual(ok('accepted'));
    expect(acts.map(({ action }) => action)).toEqual(['signal.propose', 'signal.accept']);
  });

  it('lets the second send it back, and the first take it back', async () => {
    const { decide, second } = await givenOne({ secondApprover: true });
    await decide({ from: 'new', to: 'refused' });
    expect(await second({ from: 'proposed', to: 'new' })).toEqual(ok('new'));
    await decide({ from: 'new', to: 'duplicate' });
    expect(await decide({ from: 'proposed', to: 'new' })).toEqual(ok('new'));
  });

  it('asks the reason of the second, who really refuses', async () => {
    const { decide, second, signals, receipt } = await givenOne({ secondApprover: true });
    expect(await decide({ from: 'new', to: 'refused' })).toEqual(ok('proposed'));
    expect(await second({ from: 'proposed', to: 'refused' })).toEqual(refused('empty'));
    expect(await signals.dialogue.follow(receipt)).toMatchObject({ value: { standing: 'in', turns: [] } });
    expect(await second({ from: 'proposed', to: 'refused', reason: 'Dit past hier niet.' })).toEqual(ok('refused'));
  });

  it('keeps of the first no more than a mark, which differs from signal to signal', async () => {
    const { decide, send, signals, desk, session, realm, id } = await givenOne({ secondApprover: true });
    await send({ text: 'Een ander signaal.' });
    await decide({ from: 'new', to: 'accepted' });
    const queue = await signals.desk.queue(desk, session, { state: 'new', after: null });
    const other = queue.ok ? (queue.value.entries[0]?.signal.id ?? '') : '';
    await signals.desk.decide(desk, session, { id: other, from: 'new', turns: 0, to: 'accepted' });
    const marks = await Promise.all(
      [id, other].map(async (each) => (await realm.deskStore.find(each))?.proposal?.mark),
    );
    expect(new Set(marks).size).toBe(2);
    expect(marks.join(' ')).not.toContain('Dina');
  });
});
