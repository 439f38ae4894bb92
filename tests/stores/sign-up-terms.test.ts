import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import type { ListTerms, NewsSince } from '../../src/domain/sign-ups/index.ts';
import { aLetter, aSignUp, plainLetter, someTerms } from '../factories/index.ts';
import { onBothLists, withSignUps } from './with-sign-ups.ts';

const nothing: NewsSince = () => null;
const changed: NewsSince = () => 'changed';

onBothLists('the terms of a list', (realm, clock) => {
  const { asked, given, one, states, add, yes, cancel, settle, lettersTo, send } = withSignUps(realm, clock);
  const terms = (meetingId: string, changes: Partial<ListTerms> = {}) =>
    someTerms({
      meetingId,
      version: 2,
      startsAt: clock.in(24 * 30),
      forgetAfter: clock.in(24 * 44),
      ...changes,
    });
  const set = (meetingId: string, changes: Partial<ListTerms>, news = nothing) =>
    realm().signUps.setTerms(terms(meetingId, changes), news, plainLetter);

  it('offers places to whoever fits when the organiser adds some, and takes none away when there are fewer', async () => {
    const { meetingId } = await given(1, 1, 2, 2, 1);
    expect(await set(meetingId, { places: 4 })).toMatchObject({ left: 1, waiting: 2 });
    expect(await states(meetingId)).toEqual(['placed', 'offered', 'waiting', 'waiting']);
    expect(await set(meetingId, { places: 2, version: 3 })).toMatchObject({ left: 0, waiting: 2 });
    expect(await states(meetingId)).toEqual(['placed', 'offered', 'waiting', 'waiting']);
  });

  it('does not go back to older terms', async () => {
    const { meetingId } = await given(4, 1, 1);
    await set(meetingId, { places: 2, version: 3 });
    expect(await set(meetingId, { places: 9, version: 2 }, changed)).toMatchObject({ left: 0 });
    expect(await realm().signUps.knownVersion(meetingId)).toBe(3);
    expect((await realm().signUps.add(aSignUp({ meetingId }), terms(meetingId), plainLetter)).kind).toBe('stale');
  });

  it('keeps to the places and the day that the organiser set last', async () => {
    const { meetingId } = await given(4, 1, 1);
    await set(meetingId, { places: 2, forgetAfter: clock.in(24 * 90) });
    const late = await add(aSignUp({ meetingId }), { version: 2, places: 4, forgetAfter: clock.at });
    expect(late.standing.signUp.state).toBe('waiting');
    expect(late.list).toMatchObject({ left: 0, waiting: 1 });
    await realm().signUps.forget(clock.in(24 * 60));
    expect(await states(meetingId)).toEqual(['placed', 'placed', 'waiting']);
  });

  it('waits until enough people left a meeting that has fewer places now', async () => {
    const { meetingId, links } = await given(3, 1, 1, 1, 1);
    await set(meetingId, { places: 2 });
    await cancel(links[0]);
    expect(await states(meetingId)).toEqual(['cancelled', 'placed', 'placed', 'waiting']);
    await cancel(links[1]);
    expect(await states(meetingId)).toEqual(['cancelled', 'cancelled', 'placed', 'offered']);
  });

  it('tells everybody on the list once of each version, as it is for them after the change', async () => {
    const { meetingId, signUps, links } = await given(1, 1, 1, 1, 1, 1);
    await cancel(links[1]);
    await send(signUps);
    const tell = (version: number) =>
      realm().signUps.setTerms(
        terms(meetingId, { version, places: 2 }),
        changed,
        ({ signUp, waitingBefore }, event) => ({
          letter: aLetter({ to: signUp.email, subject: `${event} ${signUp.state} ${waitingBefore}` }),
          notAfter: null,
        }),
      );
    await tell(2);
    const [first, , third, fourth, fifth] = signUps.map(({ email }) => email);
    const letters = [
      `${first}: changed placed 0`,
      `${third}: changed offered 0`,
      `${third}: offered offered 0`,
      `${fourth}: changed waiting 0`,
      `${fifth}: changed waiting 1`,
    ].sort();
    expect(await lettersTo(signUps)).toEqual(letters);
    await Promise.all([tell(2), tell(2)]);
    expect(await lettersTo(signUps)).toEqual(letters);
    await send(signUps);
    await tell(3);
    expect(await lettersTo(signUps)).toHaveLength(4);
  });

  it('asks for the news since the version that the list knows', async () => {
    const { meetingId } = await given(1, 1);
    const asked: number[] = [];
    const news = (known: number) => {
      asked.push(known);
      return null;
    };
    await set(meetingId, { version: 4 }, news);
    await set(meetingId, { version: 4 }, news);
    await set(meetingId, { version: 7 }, news);
    expect(asked).toEqual([1, 4]);
  });

  it('tells nobody of what was there before versions were kept', async () => {
    const { meetingId, signUps } = await given(1, 1);
    const { database } = realm();
    await send(signUps);
    await database.write(async ({ db, t }) => {
      await db.update(t.signUpLists).set({ version: 0, startsAt: null, forgetAfter: null });
    });
    await set(meetingId, { version: 5 }, changed);
    expect(await lettersTo(signUps)).toEqual([]);
    expect(await realm().signUps.knownVersion(meetingId)).toBe(5);
  });

  it('offers nothing while the meeting is off, lets nobody lapse, and gives everybody time when it goes on again', async () => {
    const { meetingId, links, signUps } = await asked(1, 1, 1);
    await yes(links[1]);
    await send(signUps);
    await set(meetingId, { places: 2, off: true });
    expect(await states(meetingId)).toEqual(['placed', 'waiting']);
    clock.pass(40);
    expect(await realm().signUps.overdue(clock.at)).not.toContain(meetingId);
    await settle(meetingId);
    expect(await states(meetingId)).toEqual(['placed', 'waiting']);
    await set(meetingId, { places: 2, version: 3 });
    expect(await states(meetingId)).toEqual(['placed', 'offered']);
    expect(await one(links[0])).toMatchObject({ answerBy: clock.in(24) });
  });

  it('asks for an answer before the meeting starts, also when it moves forward', async () => {
    const { meetingId, links } = await asked(1, 1);
    await set(meetingId, { startsAt: clock.in(3) });
    expect(await one(links[0])).toMatchObject({ answerBy: clock.in(3) });
  });

  it('knows a meeting without sign-ups', async () => {
    const meetingId = newId();
    expect(await realm().signUps.listState(meetingId, 7)).toEqual({ left: 7, waiting: 0, turn: 0 });
    expect(await realm().signUps.knownVersion(meetingId)).toBeUndefined();
    expect(await realm().signUps.list(meetingId)).toEqual([]);
    expect(await set(meetingId, { places: 3 }, changed)).toEqual({ left: 3, waiting: 0, turn: 1 });
  });
});

onBothLists('forgetting', (realm, clock) => {
  const { given, states, add, lettersTo } = withSignUps(realm, clock);
  const day = () => clock.in(24 * 44);

  it('forgets names, addresses and letters after the day, and keeps the counts', async () => {
    const { meetingId, signUps } = await given(2, 1, 2);
    const stays = aSignUp({ meetingId: newId() });
    await add(stays, { forgetAfter: clock.in(24 * 365) });
    expect(await realm().signUps.forget(new Date(day().getTime() - 1))).toBe(0);
    expect(await realm().signUps.forget(day())).toBe(2);
    expect(await realm().signUps.list(meetingId)).toEqual([]);
    expect(await lettersTo(signUps)).toEqual([]);
    expect(await realm().signUps.listState(meetingId, 2)).toMatchObject({ left: 1, waiting: 1 });
    expect(await states(stays.meetingId)).toEqual(['placed']);
    expect(await realm().signUps.forget(day())).toBe(0);
  });

  it('keeps how many signed up and came, and forgets the link for who takes part from a distance', async () => {
    const { meetingId, signUps } = await given(5, 2, 1, 2);
    const store = realm().signUps;
    const terms = someTerms({ meetingId, startsAt: clock.in(24 * 30), forgetAfter: day() });
    await store.setOnlineLink(terms, 'https://meet.example.org/geheim', plainLetter);
    await store.addWalkIns(terms, { id: newId(), people: 4 });
    await store.markArrivals(meetingId, [{ signUpId: signUps[0]?.id ?? '', arrived: 1, at: clock.at }]);
    const before = await store.attendance(meetingId);
    expect(before).toEqual({ expected: 5, came: 1, walkIns: 4, forgotten: false });
    await store.forget(day());
    expect(await store.attendance(meetingId)).toEqual({ ...before, forgotten: true });
    expect(await store.onlineLink(meetingId)).toBeNull();
    await store.forget(day());
    expect(await store.attendance(meetingId)).toEqual({ ...before, forgotten: true });
  });

  it('forgets the link also when nobody signed up', async () => {
    const meetingId = newId();
    const terms = someTerms({ meetingId, forgetAfter: day() });
    await realm().signUps.setOnlineLink(terms, 'https://meet.example.org/geheim', plainLetter);
    await realm().signUps.forget(day());
    expect(await realm().signUps.onlineLink(meetingId)).toBeNull();
    expect(await realm().signUps.attendance(meetingId)).toMatchObject({ expected: 0, forgotten: true });
  });

  it('goes by the new day when the meeting moves, later or sooner', async () => {
    const [later, sooner] = [await given(5, 1), await given(5, 1)];
    const move = (meetingId: string, days: number) =>
      realm().signUps.setTerms(
        someTerms({ meetingId, version: 2, startsAt: clock.in(24 * 20), forgetAfter: clock.in(24 * days) }),
        nothing,
        plainLetter,
      );
    await move(later.meetingId, 90);
    await move(sooner.meetingId, 30);
    await realm().signUps.forget(clock.in(24 * 30));
    expect(await states(sooner.meetingId)).toEqual([]);
    await realm().signUps.forget(clock.in(24 * 60));
    expect(await states(later.meetingId)).toEqual(['placed']);
  });
});
