import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aSignUp, plainLetter } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';
import { withSignUps } from './with-sign-ups.ts';

onBothEngines('sign-ups', openResidents, (realm) => {
  const { given, states, add, cancel, lettersTo } = withSignUps(realm);

  it('gives places in order of arrival until they are taken', async () => {
    const { meetingId } = await given(4, 2, 2, 1);
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting']);
    expect(await realm().signUps.listState(meetingId, 4)).toEqual({ left: 0, waiting: 1, turn: 3 });
  });

  it('lets nobody overtake a larger group that waits', async () => {
    const { meetingId } = await given(4, 2, 3, 1);
    expect(await states(meetingId)).toEqual(['placed', 'waiting', 'waiting']);
  });

  it('answers what is then stored', async () => {
    const meetingId = newId();
    const first = aSignUp({ meetingId, people: 3, needs: 'Een rolstoelplek — graag vooraan' });
    const { linkHash: link, forgetAfter: _forget, ...form } = first;
    const signUp = { ...form, number: 1, state: 'placed' };
    const answer = await add(first, 4);
    expect(answer).toEqual({
      kind: 'added',
      standing: { signUp, waitingBefore: 0 },
      list: { left: 1, waiting: 0, turn: 1 },
    });
    expect(await realm().signUps.findByLink(link)).toEqual(answer.standing);
    expect(await realm().signUps.list(meetingId)).toEqual([signUp]);
  });

  it('tells who waits how many are before them', async () => {
    const { links, signUps } = await given(1, 1, 1, 1, 1);
    expect((await realm().signUps.findByLink(links[3] ?? ''))?.waitingBefore).toBe(2);
    const [first] = signUps;
    const last = await add(aSignUp({ meetingId: first?.meetingId ?? '' }), 1);
    expect(last.standing.waitingBefore).toBe(3);
    await cancel(links[1]);
    expect((await realm().signUps.findByLink(links[3] ?? ''))?.waitingBefore).toBe(1);
    expect(await realm().signUps.findByLink('unknown')).toBeUndefined();
  });

  it('moves the first of the waiting list up when somebody cancels', async () => {
    const { meetingId, links } = await given(2, 2, 1, 1, 1);
    const outcome = await cancel(links[0]);
    expect(outcome?.signUp.state).toBe('cancelled');
    expect(outcome?.list).toEqual({ left: 0, waiting: 1, turn: 5 });
    expect(await states(meetingId)).toEqual(['cancelled', 'placed', 'placed', 'waiting']);
  });

  it('moves up who comes after a large group that cancels while it waits', async () => {
    const { meetingId, links } = await given(4, 3, 4, 1);
    expect(await states(meetingId)).toEqual(['placed', 'waiting', 'waiting']);
    await cancel(links[1]);
    expect(await states(meetingId)).toEqual(['placed', 'cancelled', 'placed']);
  });

  it('changes nothing when somebody cancels a second time', async () => {
    const { meetingId, links, signUps } = await given(1, 1, 1, 1);
    await cancel(links[0]);
    await lettersTo(signUps);
    expect((await cancel(links[0]))?.signUp.state).toBe('cancelled');
    expect(await states(meetingId)).toEqual(['cancelled', 'placed', 'waiting']);
    expect(await realm().signUps.listState(meetingId, 1)).toEqual({ left: 0, waiting: 1, turn: 4 });
    expect(await realm().signUps.cancel('unknown', plainLetter)).toBeUndefined();
  });

  it('cancels once when the button is pressed many times at the same moment', async () => {
    const { meetingId, signUps, links } = await given(4, 2, 2, 1, 1);
    await Promise.all([0, 1, 0, 1, 0, 1].map((which) => cancel(links[which])));
    expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'placed', 'placed']);
    expect(await realm().signUps.listState(meetingId, 4)).toEqual({ left: 2, waiting: 0, turn: 6 });
    expect((await lettersTo(signUps)).filter((letter) => letter.includes('cancelled'))).toHaveLength(2);
  });

  it('knows the state under the lock when somebody moves up and cancels at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { meetingId, links } = await given(2, 2, 2, 1, 1);
      await Promise.all([cancel(links[0]), cancel(links[1])]);
      expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'placed', 'placed']);
      expect(await realm().signUps.listState(meetingId, 2)).toMatchObject({ left: 0, waiting: 0 });
    }
  });

  it('stores the letters with the facts they speak of', async () => {
    const { signUps, links } = await given(2, 2, 1, 1);
    await cancel(links[0]);
    const [gone, second, third] = signUps.map(({ email }) => email);
    expect(await lettersTo(signUps)).toEqual(
      [
        `${gone}: received placed`,
        `${gone}: cancelled cancelled`,
        `${second}: received waiting`,
        `${second}: moved-up placed`,
        `${third}: received waiting`,
        `${third}: moved-up placed`,
      ].sort(),
    );
  });

  it('stores nothing when the letter cannot be written', async () => {
    const { meetingId } = await given(5, 1);
    const broken = () => {
      throw new Error('No such sentence.');
    };
    await expect(realm().signUps.add(aSignUp({ meetingId }), 5, broken)).rejects.toThrow('No such sentence.');
    expect(await states(meetingId)).toEqual(['placed']);
    expect(await realm().signUps.listState(meetingId, 5)).toEqual({ left: 4, waiting: 0, turn: 1 });
  });

  it('sends nothing where the writer gives no letter', async () => {
    const signUp = aSignUp({ meetingId: newId() });
    await realm().signUps.add(signUp, 5, () => null);
    expect(await lettersTo([signUp])).toEqual([]);
  });

  it('knows the same person for the same meeting, whatever the case and the spaces', async () => {
    const meetingId = newId();
    const signUp = aSignUp({ meetingId, name: 'Noor  de Vries', email: 'Noor@Example.org' });
    await add(signUp);
    const again = await add(aSignUp({ meetingId, name: ' noor de vries ', email: 'noor@example.org', people: 4 }));
    expect(again.kind).toBe('known');
    expect(again.standing.signUp).toMatchObject({ id: signUp.id, people: 1, number: 1 });
    expect((await add(aSignUp({ meetingId }))).standing.signUp.number).toBe(2);
    expect(await realm().signUps.listState(meetingId, 20)).toMatchObject({ left: 18, waiting: 0 });
  });

  it('takes a form that was sent twice for one sign-up, also at the same moment', async () => {
    const signUp = aSignUp({ meetingId: newId() });
    const outcomes = await Promise.all([add(signUp), add(signUp), add(signUp)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['added', 'known', 'known']);
    expect(await states(signUp.meetingId)).toEqual(['placed']);
    expect(await lettersTo([signUp])).toEqual([`${signUp.email}: known placed`, `${signUp.email}: received placed`]);
  });

  it('takes two people with one address for two sign-ups', async () => {
    const meetingId = newId();
    const email = 'samen@example.org';
    await add(aSignUp({ meetingId, email, name: 'Noor' }));
    expect((await add(aSignUp({ meetingId, email, name: 'Sem' }))).kind).toBe('added');
  });

  it('lets somebody who cancelled sign up again, at the end of the list', async () => {
    const { meetingId, signUps, links } = await given(1, 1, 1);
    await cancel(links[0]);
    const [first] = signUps;
    const again = await add(aSignUp({ meetingId, email: first?.email ?? '' }), 1);
    expect(again.kind).toBe('added');
    expect(again.standing).toMatchObject({ signUp: { number: 3, state: 'waiting' }, waitingBefore: 0 });
  });
});
