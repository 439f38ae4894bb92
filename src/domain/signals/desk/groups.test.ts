import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../kernel/index.ts';
import { givenSignals } from '../../../../tests/signals/given.ts';

const LAMP = 'De lamp bij de trap aan het plein is al weken stuk.';

async function givenCopies(changes: Parameters<typeof givenSignals>[0] = {}) {
  const given = await givenSignals(changes);
  for (const text of [LAMP, `${LAMP}!!`, LAMP.toUpperCase(), 'De markt is gezellig.']) await given.send({ text });
  const { desk, session } = given;
  const groups = async () => {
    const found = await given.signals.desk.groups(desk, session);
    if (!found.ok) throw new Error(found.reason);
    return found.value;
  };
  const oneVoice = async () => {
    const [group] = (await groups()).alike;
    if (!group) throw new Error('no group');
    const others = group.members
      .filter(({ signal }) => signal.id !== group.keep)
      .map(({ signal: { id, state } }) => ({ id, from: state }));
    return { keep: group.keep, others };
  };
  const counts = async () => {
    const counted = await given.signals.desk.counts(desk);
    return counted.ok ? counted.value : undefined;
  };
  return { ...given, groups, oneVoice, counts };
}

describe('texts that are alike', () => {
  it('stand together, until they are one voice', async () => {
    const { signals, desk, session, groups, oneVoice, counts } = await givenCopies();
    expect((await groups()).alike.map(({ members }) => members.length)).toEqual([3]);
    expect(await signals.desk.oneVoice(desk, session, await oneVoice())).toEqual(ok(2));
    expect(await counts()).toMatchObject({ new: 2, duplicate: 2 });
    expect((await groups()).alike).toEqual([]);
  });

  it('keep the one that was accepted', async () => {
    const { signals, desk, session, groups } = await givenCopies();
    const last = (await groups()).alike[0]?.members.at(-1)?.signal.id ?? '';
    await signals.desk.decide(desk, session, { id: last, from: 'new', turns: 0, to: 'accepted' });
    expect((await groups()).alike[0]?.keep).toBe(last);
  });

  it('all change, or none when somebody decided on one of them', async () => {
    const { signals, desk, session, oneVoice, counts } = await givenCopies();
    const group = await oneVoice();
    const id = group.others[1]?.id ?? '';
    await signals.desk.decide(desk, session, { id, from: 'new', turns: 0, to: 'accepted' });
    expect(await signals.desk.oneVoice(desk, session, group)).toEqual(refused('stale'));
    expect(await counts()).toMatchObject({ new: 3, accepted: 1, duplicate: 0 });
  });

  it('stay as they are when the one that would be kept is withdrawn meanwhile', async () => {
    const { signals, desk, session, oneVoice, realm } = await givenCopies();
    const group = await oneVoice();
    await realm.dialogue.withdraw(group.keep);
    expect(await signals.desk.oneVoice(desk, session, group)).toEqual(refused('stale'));
    for (const { id, from } of group.others) expect((await realm.deskStore.find(id))?.signal.state).toBe(from);
  });

  it('are only proposed where two people decide', async () => {
    const { signals, desk, session, oneVoice, counts } = await givenCopies({ secondApprover: true });
    await signals.desk.oneVoice(desk, session, await oneVoice());
    expect(await counts()).toMatchObject({ new: 2, proposed: 2, duplicate: 0 });
  });

  it('are for the desk alone', async () => {
    const { signals, others, session, oneVoice } = await givenCopies();
    const group = await oneVoice();
    for (const actor of Object.values(others)) {
      expect(await signals.desk.groups(actor, session)).toEqual(refused('forbidden'));
      expect(await signals.desk.oneVoice(actor, session, group)).toEqual(refused('forbidden'));
    }
  });
});

describe('many signals from one place in one week', () => {
  async function givenBurst() {
    const given = await givenSignals();
    const { desk, session, signals, cells } = given;
    const cell = cells[0]?.id ?? '';
    for (let n = 0; n < 6; n += 1) await given.send({ cell, text: `Verhaal ${n}.` });
    await given.send({ text: 'Zonder plek.' });
    const queue = await signals.desk.queue(desk, session, { state: 'new', after: null });
    const ids = queue.ok
      ? queue.value.entries.filter(({ signal }) => signal.cell === cell).map(({ signal }) => signal.id)
      : [];
    const accept = (id: string) => signals.desk.decide(desk, session, { id, from: 'new', turns: 0, to: 'accepted' });
    for (const id of ids.slice(0, 5)) await accept(id);
    const bursts = async () => {
      const found = await signals.desk.groups(desk, session);
      return found.ok ? found.value.bursts : [];
    };
    return { ...given, cell, accept, last: ids[5] ?? '', bursts };
  }

  it('are shown with how many count, and count when the desk says that they are different people', async () => {
    const { signals, desk, session, buurt, cell, bursts, acts } = await givenBurst();
    const [found] = await bursts();
    expect(await bursts()).toHaveLength(1);
    expect(found).toMatchObject({ buurtId: buurt.id, cell, counted: 5, waiting: 1, confirmed: 0 });
    acts.length = 0;
    const burst = { buurtId: buurt.id, cell, week: found?.week ?? '', counted: 5 };
    expect(await signals.desk.confirmBurst(desk, session, { ...burst, different: true })).toEqual(ok(5));
    expect(await bursts()).toMatchObject([{ confirmed: 5 }]);
    expect(await signals.desk.confirmBurst(desk, session, { ...burst, different: false })).toEqual(ok(0));
    expect(await bursts()).toMatchObject([{ confirmed: 0 }]);
    expect(JSON.stringify(acts)).not.toMatch(new RegExp(`${cell}|-W\\d\\d`));
  });

  it('are not confirmed when there is one more than the desk saw', async () => {
    const { signals, desk, session, buurt, cell, bursts, accept, last } = await givenBurst();
    const week = (await bursts())[0]?.week ?? '';
    await accept(last);
    const seen = { buurtId: buurt.id, cell, week, counted: 5, different: true };
    expect(await signals.desk.confirmBurst(desk, session, seen)).toEqual(refused('stale'));
  });
});
