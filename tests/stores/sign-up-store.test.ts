import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { aSignUp, someTerms } from '../factories/index.ts';
import { onBothLists, withSignUps } from './with-sign-ups.ts';

onBothLists('sign-ups', (realm, clock) => {
  const { asked, given, states, add, yes, cancel, lettersTo } = withSignUps(realm, clock);

  it('gives places in order of arrival until they are taken', async () => {
    const { meetingId } = await asked(4, 2, 2, 1);
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting']);
    expect(await realm().signUps.listState(meetingId, 4)).toEqual({ left: 0, waiting: 1, turn: 3 });
  });

  it('lets nobody overtake a larger group that waits', async () => {
    const { meetingId } = await given(4, 2, 3, 1);
    expect(await states(meetingId)).toEqual(['placed', 'waiting', 'waiting']);
  });

  it('answers what is then stored', async () => {
    const meetingId = newId();
    const words = { by: 'Ümit Şahin', needs: 'Een rolstoelplek — graag vooraan', question: 'Komt de wethouder?' };
    const first = aSignUp({ meetingId, people: 3, ...words, wantsReport: true, language: 'en' });
    const { linkHash: link, ...form } = first;
    const confirmBy = clock.in(24);
    const asked = { createdAt: clock.at, confirmedAt: null, answerBy: confirmBy, arrived: null };
    const signUp = { ...form, ...asked, number: 1, state: 'placed' };
    const answer = await add(first, { places: 4 });
    expect(answer).toEqual({
      kind: 'added',
      standing: { signUp, waitingBefore: 0 },
      list: { left: 1, waiting: 0, turn: 1 },
      told: { state: 'placed', waitingBefore: 0, confirmBy },
    });
    expect(await realm().signUps.findByLink(link)).toEqual(answer.standing);
    expect(await realm().signUps.list(meetingId)).toEqual([signUp]);
  });

  it('tells who waits how many are before them', async () => {
    const { links, signUps } = await given(1, 1, 1, 1, 1);
    expect((await realm().signUps.findByLink(links[3] ?? ''))?.waitingBefore).toBe(2);
    const [first] = signUps;
    const last = await add(aSignUp({ meetingId: first?.meetingId ?? '' }), { places: 1 });
    expect(last.standing.waitingBefore).toBe(3);
    expect(last.told).toMatchObject({ state: 'waiting', waitingBefore: 3 });
    await cancel(links[1]);
    expect((await realm().signUps.findByLink(links[3] ?? ''))?.waitingBefore).toBe(1);
    expect(await realm().signUps.findByLink('unknown')).toBeUndefined();
  });

  it('offers the places of who cancels to the first of the waiting list', async () => {
    const { meetingId, links } = await given(2, 2, 1, 1, 1);
    const outcome = await cancel(links[0]);
    expect(outcome?.standing.signUp).toMatchObject({ state: 'cancelled', answerBy: null });
    expect(outcome?.list).toMatchObject({ left: 0, waiting: 1 });
    expect(await states(meetingId)).toEqual(['cancelled', 'offered', 'offered', 'waiting']);
  });

  it('holds the places for who is asked to confirm already, without another letter', async () => {
    const { meetingId, links, signUps } = await asked(1, 1, 1);
    await cancel(links[0]);
    expect(await states(meetingId)).toEqual(['cancelled', 'placed']);
    const letters = await lettersTo(signUps.slice(1));
    expect(letters).toEqual([`${signUps[1]?.email}: received waiting`]);
  });

  it('offers places to who comes after a large group that cancels while it waits', async () => {
    const { meetingId, links } = await given(4, 3, 4, 1);
    expect(await states(meetingId)).toEqual(['placed', 'waiting', 'waiting']);
    await cancel(links[1]);
    expect(await states(meetingId)).toEqual(['placed', 'cancelled', 'offered']);
  });

  it('changes nothing when somebody cancels a second time', async () => {
    const { meetingId, links, signUps } = await given(1, 1, 1, 1);
    await cancel(links[0]);
    const before = await lettersTo(signUps);
    expect((await cancel(links[0]))?.standing.signUp.state).toBe('cancelled');
    expect(await lettersTo(signUps)).toEqual(before);
    expect(await states(meetingId)).toEqual(['cancelled', 'offered', 'waiting']);
    expect(await realm().signUps.listState(meetingId, 1)).toMatchObject({ left: 0, waiting: 1 });
    expect(await cancel('unknown')).toBeUndefined();
  });

  it('cancels once when the button is pressed many times at the same moment', async () => {
    const { meetingId, signUps, links } = await given(4, 2, 2, 1, 1);
    await Promise.all([0, 1, 0, 1, 0, 1].map((which) => cancel(links[which])));
    expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'offered', 'offered']);
    expect(await realm().signUps.listState(meetingId, 4)).toMatchObject({ left: 2, waiting: 0 });
    expect((await lettersTo(signUps)).filter((letter) => letter.includes('cancelled'))).toHaveLength(2);
  });

  it('knows the state under the lock when somebody is offered a place and cancels at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { meetingId, links } = await given(2, 2, 2, 1, 1);
      await Promise.all([cancel(links[0]), cancel(links[1])]);
      expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'offered', 'offered']);
      expect(await realm().signUps.listState(meetingId, 2)).toMatchObject({ left: 0, waiting: 0 });
    }
  });

  it('stores the letters with the facts they speak of', async () => {
    const { signUps, links } = await given(2, 2, 1, 1);
    await cancel(links[0]);
    await yes(links[1]);
    const [gone, second, third] = signUps.map(({ email }) => email);
    expect(await lettersTo(signUps)).toEqual(
      [
        `${gone}: received placed`,
        `${gone}: confirmed placed`,
        `${gone}: cancelled cancelled`,
        `${second}: received waiting`,
        `${second}: waiting waiting`,
        `${second}: offered offered`,
        `${second}: confirmed placed`,
        `${third}: received waiting`,
        `${third}: waiting waiting`,
        `${third}: offered offered`,
      ].sort(),
    );
  });

  it('stores nothing when the letter cannot be written', async () => {
    const { meetingId } = await asked(5, 1);
    const broken = () => {
      throw new Error('No such sentence.');
    };
    const terms = someTerms({ meetingId, places: 5 });
    await expect(realm().signUps.add(aSignUp({ meetingId }), terms, broken)).rejects.toThrow('No such sentence.');
    expect(await states(meetingId)).toEqual(['placed']);
    expect(await realm().signUps.listState(meetingId, 5)).toEqual({ left: 4, waiting: 0, turn: 1 });
  });

  it('sends nothing where the writer gives no letter', async () => {
    const signUp = aSignUp({ meetingId: newId() });
    await realm().signUps.add(signUp, someTerms({ meetingId: signUp.meetingId }), () => null);
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
    const again = await add(aSignUp({ meetingId, email: first?.email ?? '' }), { places: 1 });
    expect(again.kind).toBe('added');
    expect(again.standing).toMatchObject({ signUp: { number: 3, state: 'waiting' }, waitingBefore: 0 });
  });

  it('tells of a known one what a new one is told, and not how that one stands', async () => {
    const { meetingId, signUps, links } = await given(2, 1, 1, 1);
    const [first] = signUps;
    clock.pass(1);
    const again = await add(aSignUp({ meetingId, email: first?.email ?? '' }), { places: 2 });
    const stranger = await add(aSignUp({ meetingId }), { places: 2 });
    expect(again.kind).toBe('known');
    expect(again.told).toEqual(stranger.told);
    expect(links).toHaveLength(3);
  });

  it('confirms at once what an organiser enters, also without an address, and then everybody is somebody else', async () => {
    const meetingId = newId();
    const onPaper = { meetingId, origin: 'organiser', email: '', phone: '06 12345678', people: 2 } as const;
    const first = await add(aSignUp(onPaper), { places: 2 });
    const second = await add(aSignUp(onPaper), { places: 2 });
    expect(first.standing.signUp).toMatchObject({ state: 'placed', confirmedAt: clock.at, answerBy: null });
    expect(second).toMatchObject({ kind: 'added', standing: { signUp: { state: 'waiting', phone: '06 12345678' } } });
    const byMail = aSignUp({ ...onPaper, email: `${newId()}@example.org` });
    await add(byMail, { places: 2 });
    expect(await lettersTo([byMail])).toEqual([`${byMail.email}: waiting waiting`]);
  });
});
