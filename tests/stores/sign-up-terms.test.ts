import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aLetter, aSignUp, plainLetter } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';
import { withSignUps } from './with-sign-ups.ts';

const LATER = new Date('2027-04-15T00:00:00.000Z');
const FAR = new Date('2100-01-01T00:00:00.000Z');

onBothEngines('the terms of a list', openResidents, (realm) => {
  const { given, states, add, cancel, lettersTo } = withSignUps(realm);
  const terms = (places: number) => ({ places, forgetAfter: LATER, tell: null });

  it('moves up whoever fits when the organiser adds places, and takes no place away when there are fewer', async () => {
    const { meetingId } = await given(1, 1, 2, 2, 1);
    expect(await realm().signUps.setTerms(meetingId, terms(4), plainLetter)).toEqual({ left: 1, waiting: 2, turn: 5 });
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting', 'waiting']);
    expect(await realm().signUps.setTerms(meetingId, terms(2), plainLetter)).toEqual({ left: 0, waiting: 2, turn: 6 });
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting', 'waiting']);
  });

  it('keeps to the places and the day that the organiser set last, also for a sign-up that began before', async () => {
    const { meetingId } = await given(4, 1, 1);
    await realm().signUps.setTerms(meetingId, { places: 2, forgetAfter: FAR, tell: null }, plainLetter);
    const late = await add(aSignUp({ meetingId, forgetAfter: new Date('2022-01-01') }), 4);
    expect(late.standing.signUp.state).toBe('waiting');
    expect(late.list).toMatchObject({ left: 0, waiting: 1 });
    await realm().signUps.forget(new Date('2022-01-02'));
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting']);
  });

  it('waits until enough people left a meeting that has fewer places now', async () => {
    const { meetingId, links } = await given(3, 1, 1, 1, 1);
    await realm().signUps.setTerms(meetingId, terms(2), plainLetter);
    await cancel(links[0]);
    expect(await states(meetingId)).toEqual(['cancelled', 'placed', 'placed', 'waiting']);
    await cancel(links[1]);
    expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'placed', 'placed']);
  });

  it('tells everybody who did not cancel that the meeting changed, as it is for them after the change', async () => {
    const { meetingId, signUps, links } = await given(1, 1, 1, 1, 1, 1);
    await cancel(links[1]);
    await realm().signUps.setTerms(meetingId, { places: 2, forgetAfter: LATER, tell: 'changed' }, (standing, event) =>
      aLetter({ to: standing.signUp.email, subject: `${event} ${standing.signUp.state} ${standing.waitingBefore}` }),
    );
    const [first, , third, fourth, fifth] = signUps.map(({ email }) => email);
    const letters = (await lettersTo(signUps)).filter((letter) => !/received|cancelled/.test(letter));
    expect(letters).toEqual(
      [
        `${first}: changed placed 0`,
        `${third}: changed placed 0`,
        `${third}: moved-up placed 0`,
        `${fourth}: changed waiting 0`,
        `${fifth}: changed waiting 1`,
      ].sort(),
    );
  });

  it('knows a meeting without sign-ups', async () => {
    expect(await realm().signUps.listState(newId(), 7)).toEqual({ left: 7, waiting: 0, turn: 0 });
    expect(await realm().signUps.list(newId())).toEqual([]);
    expect(await realm().signUps.setTerms(newId(), terms(3), plainLetter)).toEqual({ left: 3, waiting: 0, turn: 1 });
  });

  it('forgets names, addresses and letters after the day, and keeps the counts', async () => {
    const meetingId = newId();
    const day = new Date('2020-01-01T00:00:00.000Z');
    const signUps = [1, 2].map((people) => aSignUp({ meetingId, people, forgetAfter: day }));
    for (const signUp of signUps) await add(signUp, 2);
    const stays = aSignUp({ meetingId: newId(), forgetAfter: FAR });
    await add(stays);
    expect(await realm().signUps.forget(new Date(day.getTime() - 1))).toBe(0);
    expect(await realm().signUps.forget(day)).toBe(2);
    expect(await realm().signUps.list(meetingId)).toEqual([]);
    expect(await lettersTo(signUps)).toEqual([]);
    expect(await realm().signUps.listState(meetingId, 2)).toEqual({ left: 1, waiting: 1, turn: 2 });
    expect(await states(stays.meetingId)).toEqual(['placed']);
  });

  it('keeps a list until after the new day when the meeting moves', async () => {
    const early = new Date('2021-01-01T00:00:00.000Z');
    const signUp = aSignUp({ meetingId: newId(), forgetAfter: early });
    await add(signUp);
    await realm().signUps.setTerms(signUp.meetingId, { places: 20, forgetAfter: FAR, tell: null }, plainLetter);
    await realm().signUps.forget(early);
    expect(await states(signUp.meetingId)).toEqual(['placed']);
  });
});
