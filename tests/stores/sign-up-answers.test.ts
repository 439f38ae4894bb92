import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { aSignUp, plainLetter, someTerms } from '../factories/index.ts';
import { onBothLists, withSignUps } from './with-sign-ups.ts';

onBothLists('the answers of residents', (realm, clock) => {
  const { asked, given, one, states, counts, add, yes, cancel, change, settle, lettersTo, send } = withSignUps(
    realm,
    clock,
  );

  it('holds a place for a day, and keeps it for who confirms', async () => {
    const { meetingId, links, signUps } = await asked(1, 1);
    await send(signUps);
    clock.pass(23);
    expect(await settle(meetingId)).toMatchObject({ left: 0 });
    expect(await yes(links[0])).toMatchObject({ tooLate: false, standing: { signUp: { state: 'placed' } } });
    expect(await one(links[0])).toMatchObject({ confirmedAt: clock.at, answerBy: null });
    clock.pass(48);
    await settle(meetingId);
    expect(await states(meetingId)).toEqual(['placed']);
    expect(await lettersTo(signUps)).toEqual([`${signUps[0]?.email}: confirmed placed`]);
  });

  it('changes nothing, and sends nothing, when somebody says yes twice', async () => {
    const { links, signUps } = await given(1, 1, 1);
    const before = [await one(links[0]), await one(links[1]), await lettersTo(signUps)];
    for (const link of links) expect(await yes(link)).toMatchObject({ tooLate: false });
    expect([await one(links[0]), await one(links[1]), await lettersTo(signUps)]).toEqual(before);
    expect(await yes('unknown')).toBeUndefined();
  });

  it('lets lapse who did not confirm in time, and offers the place to the next, and then to the one after', async () => {
    const { meetingId, links, signUps } = await asked(1, 1, 1, 1);
    await yes(links[1]);
    await yes(links[2]);
    await send(signUps);
    clock.pass(24);
    expect(await realm().signUps.overdue(clock.at)).toContain(meetingId);
    expect(await settle(meetingId)).toMatchObject({ left: 0, waiting: 1 });
    expect(await states(meetingId)).toEqual(['lapsed', 'offered', 'waiting']);
    expect(await lettersTo(signUps)).toEqual([`${signUps[1]?.email}: offered offered`]);
    expect(await one(links[1])).toMatchObject({ answerBy: clock.in(24) });
    await send(signUps);
    clock.pass(24);
    await settle(meetingId);
    expect(await states(meetingId)).toEqual(['lapsed', 'lapsed', 'offered']);
    expect(await realm().signUps.overdue(clock.at)).not.toContain(meetingId);
    await yes(links[2]);
    expect(await states(meetingId)).toEqual(['lapsed', 'lapsed', 'placed']);
    expect(await counts(meetingId, 1)).toEqual({ left: 0, waiting: 0 });
  });

  it('lets lapse before any other change, without waiting for the clock', async () => {
    const { meetingId, signUps } = await asked(1, 1);
    await send(signUps);
    clock.pass(25);
    const next = await add(aSignUp({ meetingId }), { places: 1 });
    expect(next.standing.signUp.state).toBe('placed');
    expect(await states(meetingId)).toEqual(['lapsed', 'placed']);
  });

  it('does not let who lapsed on the waiting list hold up the others', async () => {
    const { meetingId, links, signUps } = await asked(2, 2, 2, 1);
    await yes(links[0]);
    await yes(links[2]);
    await send(signUps);
    clock.pass(24);
    await settle(meetingId);
    expect(await states(meetingId)).toEqual(['placed', 'lapsed', 'waiting']);
    await change(links[0], 1);
    expect(await states(meetingId)).toEqual(['placed', 'lapsed', 'offered']);
  });

  it('puts who says yes too late at the end of the list, with a place when there is one', async () => {
    const { meetingId, links, signUps } = await asked(1, 1, 1);
    await yes(links[1]);
    await send(signUps);
    clock.pass(24);
    const late = await yes(links[0]);
    expect(late).toMatchObject({
      tooLate: true,
      standing: { signUp: { state: 'waiting', number: 3 }, waitingBefore: 0 },
    });
    expect(await states(meetingId)).toEqual(['offered', 'waiting']);
    expect(await lettersTo(signUps)).toEqual(
      [`${signUps[0]?.email}: waiting waiting`, `${signUps[1]?.email}: offered offered`].sort(),
    );
    await cancel(links[1]);
    expect(await one(links[0])).toMatchObject({ state: 'offered' });

    const alone = await asked(1, 1);
    await send(alone.signUps);
    clock.pass(24);
    await settle(alone.meetingId);
    expect(await yes(alone.links[0])).toMatchObject({
      tooLate: true,
      standing: { signUp: { state: 'placed', number: 2 } },
    });
    expect(await yes(alone.links[0])).toMatchObject({ tooLate: false });
    expect(await counts(alone.meetingId, 1)).toEqual({ left: 0, waiting: 0 });
  });

  it('takes a late yes for the sign-up that the same person made meanwhile', async () => {
    const { meetingId, links, signUps } = await asked(5, 1);
    await send(signUps);
    clock.pass(24);
    await settle(meetingId);
    const anew = aSignUp({ meetingId, email: signUps[0]?.email ?? '' });
    await add(anew, { places: 5 });
    expect(await yes(links[0])).toMatchObject({
      tooLate: false,
      standing: { signUp: { id: anew.id, state: 'placed' } },
    });
    expect(await states(meetingId)).toEqual(['lapsed', 'placed']);
    expect(await one(anew.linkHash)).toMatchObject({ confirmedAt: clock.at });
  });

  it('leaves cancelled who cancelled, whatever they press then', async () => {
    const { meetingId, links } = await given(2, 1);
    await cancel(links[0]);
    expect(await yes(links[0])).toMatchObject({ tooLate: false, standing: { signUp: { state: 'cancelled' } } });
    expect(await change(links[0], 2)).toBe('not-active');
    expect(await states(meetingId)).toEqual(['cancelled']);
  });

  it('gives a place that somebody says no to at once to the next', async () => {
    const { meetingId, links } = await given(1, 1, 1, 1);
    await cancel(links[0]);
    await cancel(links[1]);
    expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'offered']);
  });

  it('never asks for an answer after the meeting began, and offers no place then', async () => {
    const meetingId = newId();
    const startsAt = clock.in(5);
    const terms = { places: 1, startsAt };
    const [first, second, third] = [1, 2, 3].map(() => aSignUp({ meetingId }));
    for (const signUp of [first, second, third]) await add(signUp ?? aSignUp(), terms);
    expect(await one(first?.linkHash)).toMatchObject({ answerBy: startsAt });
    for (const signUp of [first, second, third]) await yes(signUp?.linkHash);
    await cancel(first?.linkHash);
    expect(await one(second?.linkHash)).toMatchObject({ state: 'offered', answerBy: startsAt });
    clock.pass(5);
    await send([second, third].flatMap((signUp) => signUp ?? []));
    await settle(meetingId);
    expect(await states(meetingId)).toEqual(['cancelled', 'lapsed', 'waiting']);
  });

  it('costs nobody a place when no letter can be sent for days: the time to answer counts from the letter', async () => {
    const { meetingId, links, signUps } = await asked(1, 1, 1);
    await yes(links[1]);
    clock.pass(72);
    await settle(meetingId);
    expect(await realm().signUps.overdue(clock.at)).not.toContain(meetingId);
    expect(await states(meetingId)).toEqual(['placed', 'waiting']);
    await send(signUps);
    expect(await one(links[0])).toMatchObject({ answerBy: clock.in(24) });
    clock.pass(23);
    await cancel(links[0]);
    expect(await one(links[1])).toMatchObject({ state: 'offered', answerBy: clock.in(24) });
    clock.pass(30);
    expect(await yes(links[1])).toMatchObject({ tooLate: false, standing: { signUp: { state: 'placed' } } });
  });

  it('makes no promise shorter by a letter that left at once', async () => {
    const { links, signUps } = await asked(1, 1);
    const promised = (await one(links[0]))?.answerBy;
    await send(signUps);
    expect((await one(links[0]))?.answerBy).toEqual(promised);
  });

  it('frees places when fewer come, and gives more only when there are and nobody waits', async () => {
    const { meetingId, links } = await given(4, 2, 1);
    expect(await change(links[0], 3)).toMatchObject({ standing: { signUp: { people: 3 } }, list: { left: 0 } });
    expect(await change(links[0], 4)).toBe('no-room');
    await add(aSignUp({ meetingId }), { places: 4 });
    expect(await change(links[0], 2)).toMatchObject({ list: { left: 0, waiting: 0 } });
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'placed']);
    expect(await one(links[0])).toMatchObject({ people: 2 });
  });

  it('lets nobody take a place that others wait for by changing the number', async () => {
    const { meetingId, links } = await given(4, 2, 3);
    expect(await change(links[0], 3)).toBe('no-room');
    expect(await counts(meetingId, 4)).toEqual({ left: 2, waiting: 1 });
  });

  it('offers the place to who waits and comes with fewer', async () => {
    const { meetingId, links } = await given(4, 2, 3);
    expect(await change(links[1], 2)).toMatchObject({ standing: { signUp: { state: 'offered', people: 2 } } });
    expect(await counts(meetingId, 4)).toEqual({ left: 0, waiting: 0 });
    expect(await change(links[1], 4)).toBe('no-room');
    expect(await one(links[1])).toMatchObject({ people: 2, state: 'offered' });
  });

  it('forgets one sign-up at once with its letters, and its place goes to the next', async () => {
    const { meetingId, links, signUps } = await given(1, 1, 1);
    const [first] = signUps;
    const list = await realm().signUps.erase({ meetingId, id: first?.id ?? '' }, plainLetter);
    expect(list).toMatchObject({ left: 0, waiting: 0 });
    expect(await one(links[0])).toBeUndefined();
    expect(await states(meetingId)).toEqual(['offered']);
    expect(await lettersTo(signUps.slice(0, 1))).toEqual([]);
    expect(await realm().signUps.erase({ linkHash: links[0] ?? '' }, plainLetter)).toBeUndefined();
  });

  it('keeps who came counted when they are forgotten early', async () => {
    const { meetingId, links, signUps } = await given(5, 2, 1);
    await realm().signUps.markArrivals(meetingId, [{ signUpId: signUps[0]?.id ?? '', arrived: 2, at: clock.at }]);
    await realm().signUps.erase({ linkHash: links[0] ?? '' }, plainLetter);
    expect(await realm().signUps.attendance(meetingId)).toMatchObject({ expected: 1, came: 0, walkIns: 2 });
  });

  it('finds nobody of one meeting through another', async () => {
    const { signUps } = await given(1, 1);
    const other = await given(1, 1);
    const ref = { meetingId: other.meetingId, id: signUps[0]?.id ?? '' };
    expect(await realm().signUps.find(ref)).toBeUndefined();
    expect(await realm().signUps.cancel(ref, plainLetter)).toBeUndefined();
    expect(await realm().signUps.confirm(ref, plainLetter)).toBeUndefined();
    expect(await realm().signUps.erase(ref, plainLetter)).toBeUndefined();
    expect(await realm().signUps.settle(newId(), plainLetter)).toBeUndefined();
  });

  it('stores nothing for who read another version of the meeting than the list knows', async () => {
    const meetingId = newId();
    await add(aSignUp({ meetingId }));
    const newer = await realm().signUps.add(aSignUp({ meetingId }), someTerms({ meetingId, version: 2 }), plainLetter);
    expect(newer).toEqual({ kind: 'stale' });
    expect(await states(meetingId)).toEqual(['placed']);
  });
});
