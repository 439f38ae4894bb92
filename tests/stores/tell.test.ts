import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { OldNews, type NewSignUp, type WriteLetter } from '../../src/domain/sign-ups/index.ts';
import { aSignUp, plainLetter, someTerms } from '../factories/index.ts';
import { onBothLists, withSignUps } from './with-sign-ups.ts';

onBothLists('telling who signed up', (realm, clock) => {
  const { add, yes, cancel, asked, given, one, lettersTo, send } = withSignUps(realm, clock);
  const store = () => realm().signUps;
  const refTo = ({ linkHash }: { linkHash: string }) => ({ linkHash });
  /** Files the reminder or the report that was due so many hours ago. */
  const tell = (meetingId: string, event: 'reminder' | 'report', { fact = `${event}:x`, ago = 0 } = {}) =>
    store().tell({ meetingId, event, fact, before: clock.in(-ago) }, plainLetter);

  async function meeting(...changes: Partial<NewSignUp>[]) {
    const meetingId = newId();
    const signUps = changes.map((change) => aSignUp({ meetingId, ...change }));
    for (const signUp of signUps) {
      await add(signUp);
      await yes(signUp.linkHash);
    }
    await send(signUps);
    clock.pass(1);
    return { meetingId, signUps };
  }

  it('reminds everybody with a confirmed place, once for each fact, and one fact at a time', async () => {
    const { meetingId, signUps } = await meeting({}, {}, {});
    expect(await tell(meetingId, 'reminder')).toBe(3);
    expect(await tell(meetingId, 'reminder')).toBe(0);
    expect(await lettersTo(signUps)).toHaveLength(3);
    expect(await tell(meetingId, 'reminder', { fact: 'reminder:y' })).toBe(3);
  });

  it('files each letter once when two processes tell at the same time', async () => {
    const { meetingId } = await meeting({}, {}, {}, {});
    const told = await Promise.all([1, 2, 3].map(() => tell(meetingId, 'reminder')));
    expect(told.toSorted()).toEqual([0, 0, 4]);
  });

  it('reminds nobody who cancelled, waits, is offered a place, or did not confirm', async () => {
    const { meetingId, signUps, links } = await given(2, 1, 1, 1, 1);
    await cancel(links[0]);
    await add(aSignUp({ meetingId }), { places: 2 });
    await send(signUps);
    clock.pass(1);
    expect(await Promise.all(links.map(async (link) => (await one(link))?.state))).toEqual([
      'cancelled',
      'placed',
      'offered',
      'waiting',
    ]);
    expect(await tell(meetingId, 'reminder')).toBe(1);
    const held = await asked(5, 1);
    clock.pass(1);
    expect(await tell(held.meetingId, 'reminder')).toBe(0);
  });

  it('reminds nobody who heard of the meeting since the reminder was due', async () => {
    const { meetingId } = await meeting({});
    // Due two hours ago, an hour before they said yes.
    expect(await tell(meetingId, 'reminder', { ago: 2 })).toBe(0);
    const offered = await given(1, 1, 1);
    await send(offered.signUps);
    clock.pass(5);
    await cancel(offered.links[0]);
    await yes(offered.links[1]);
    await send(offered.signUps);
    clock.pass(1);
    // They signed up and confirmed long ago, and got their place an hour ago.
    expect(await tell(offered.meetingId, 'reminder', { ago: 3 })).toBe(0);
    expect(await tell(offered.meetingId, 'reminder', { fact: 'reminder:later' })).toBe(1);
  });

  it('sends the report to who asked for it, also from the waiting list, and not to who cancelled', async () => {
    const asks = { wantsReport: true };
    const { meetingId, signUps } = await meeting(asks, {}, asks);
    await cancel(signUps[2]?.linkHash);
    expect(await tell(meetingId, 'report')).toBe(1);
    const full = newId();
    await add(aSignUp({ meetingId: full }), { places: 1 });
    const waiting = aSignUp({ meetingId: full, ...asks });
    await add(waiting, { places: 1 });
    await yes(waiting.linkHash);
    clock.pass(1);
    expect(await tell(full, 'report')).toBe(1);
  });

  it('sends no report any more to who stopped it, not even one that waits to be sent', async () => {
    const { meetingId, signUps } = await meeting({ wantsReport: true }, { wantsReport: true });
    expect(await tell(meetingId, 'report')).toBe(2);
    await store().stopReport(signUps[0]?.id ?? '');
    expect(await lettersTo(signUps)).toEqual([`${signUps[1]?.email ?? ''}: report placed`]);
    expect(await tell(meetingId, 'report')).toBe(0);
    await store().stopReport('nobody');
  });

  it('sends again what tells how it stands, and not while a letter is on its way', async () => {
    const { signUps, links } = await asked(1, 1, 1);
    const [first, second] = signUps;
    if (!first || !second) throw new Error('There are two.');
    expect(await store().resend(refTo(first), plainLetter)).toBe(false);
    const kinds: string[] = [];
    const again = async (signUp: NewSignUp) => {
      await send(signUps);
      expect(await store().resend(refTo(signUp), plainLetter)).toBe(true);
      expect(await store().resend(refTo(signUp), plainLetter)).toBe(false);
      kinds.push(...(await lettersTo([signUp])).map((line) => line.split(': ')[1] ?? ''));
    };
    await again(first);
    await yes(links[0]);
    await again(first);
    await again(second);
    await yes(links[1]);
    await again(second);
    await cancel(links[0]);
    await again(first);
    await again(second);
    expect(kinds).toEqual([
      'received placed',
      'confirmed placed',
      'received waiting',
      'waiting waiting',
      'cancelled cancelled',
      'offered offered',
    ]);
  });

  it('cannot send again to who has no address, or is not there, or when the letter is of no use', async () => {
    const signUp = aSignUp({ meetingId: newId(), email: '', origin: 'organiser' });
    await add(signUp);
    expect(await store().resend(refTo(signUp), plainLetter)).toBe(false);
    expect(await store().resend({ linkHash: 'unknown' }, plainLetter)).toBe(false);
    expect(await store().resend({ meetingId: signUp.meetingId, id: '\0' }, plainLetter)).toBe(false);
    const { signUps } = await meeting({});
    const nothing: WriteLetter = () => null;
    expect(await store().resend({ linkHash: signUps[0]?.linkHash ?? '' }, nothing)).toBe(false);
  });

  it('tells nobody of a meeting that was changed since the letter was written', async () => {
    const { meetingId, signUps } = await meeting({});
    const [noor] = signUps;
    if (!noor) throw new Error('There is one.');
    const terms = { meetingId, startsAt: clock.in(24 * 30), forgetAfter: clock.in(24 * 44) };
    await store().setTerms(someTerms({ ...terms, version: 2 }), () => null, plainLetter);
    const old: WriteLetter = Object.assign((...given: Parameters<WriteLetter>) => plainLetter(...given), {
      version: 1,
    });
    const about = { meetingId, event: 'reminder', fact: 'reminder:x', before: clock.at } as const;
    await expect(store().tell(about, old)).rejects.toThrow(OldNews);
    await expect(store().resend(refTo(noor), old)).rejects.toThrow(OldNews);
    const link = 'https://meet.example.org/x';
    await expect(store().setOnlineLink(someTerms(terms), link, old)).rejects.toThrow(OldNews);
    expect(await store().onlineLink(meetingId)).toBeNull();
    expect(await lettersTo(signUps)).toEqual([]);
  });

  it('sends again that the meeting is off, and nothing that comes too late', async () => {
    const { meetingId, signUps } = await meeting({}, {});
    const [noor, sami] = signUps;
    if (!noor || !sami) throw new Error('There are two.');
    await cancel(sami.linkHash);
    await send(signUps);
    const over: WriteLetter = (...given) => {
      const posting = plainLetter(...given);
      return posting && { ...posting, notAfter: clock.at };
    };
    expect(await store().resend(refTo(noor), over)).toBe(false);
    const terms = { meetingId, version: 2, off: true, startsAt: clock.in(24 * 30), forgetAfter: clock.in(24 * 44) };
    await store().setTerms(someTerms(terms), () => null, plainLetter);
    for (const signUp of signUps) expect(await store().resend(refTo(signUp), plainLetter)).toBe(true);
    expect(await lettersTo([noor])).toEqual([`${noor.email}: called-off placed`]);
    expect(await lettersTo([sami])).toEqual([`${sami.email}: cancelled cancelled`]);
  });

  it('ends a letter that the mail server did not take when a newer one tells how it stands', async () => {
    const { meetingId, signUps, links } = await asked(9, 1, 1);
    const mine = (letters: Awaited<ReturnType<typeof claim>>) =>
      letters.filter(({ letter }) => signUps.some(({ email }) => email === letter.to));
    const claim = () => realm().outbox.claim(clock.at, 1_000, 60_000);
    for (const { id } of mine(await claim())) await realm().outbox.failed(id, 'ECONNECTION', clock.in(6));
    clock.pass(1);
    expect(mine(await claim())).toEqual([]);
    await yes(links[0]);
    const [confirmed, ...others] = mine(await claim());
    expect(others).toEqual([]);
    await realm().outbox.sent(confirmed?.id ?? '', clock.at);
    clock.pass(6);
    expect(mine(await claim()).map(({ letter }) => letter.to)).toEqual([signUps[1]?.email]);
    const states = (await store().letters(meetingId)).map(({ kind, state }) => `${kind} ${state}`).toSorted();
    expect(states).toEqual(['confirmed sent', 'received waiting']);
  });

  it('does not bring back a letter that was ended while it was being sent', async () => {
    const { signUps, links } = await asked(9, 1);
    const [sending] = (await realm().outbox.claim(clock.at, 1_000, 60_000)).filter(
      ({ letter }) => letter.to === signUps[0]?.email,
    );
    await yes(links[0]);
    await realm().outbox.failed(sending?.id ?? '', 'ECONNECTION', clock.in(1));
    clock.pass(2);
    expect(await lettersTo(signUps)).toEqual([`${signUps[0]?.email ?? ''}: confirmed placed`]);
  });

  it('tells of each sign-up how its last letter fares, without an address', async () => {
    const { meetingId, signUps, links } = await asked(9, 1, 1);
    const states = async () => {
      const found = await store().letters(meetingId);
      for (const letter of found) expect(JSON.stringify(letter)).not.toContain('@');
      const of = (id: string | undefined) => found.find(({ signUpId }) => signUpId === id);
      return signUps.map(({ id }) => `${of(id)?.kind ?? ''} ${of(id)?.state ?? ''} ${of(id)?.problem ?? ''}`.trim());
    };
    expect(await states()).toEqual(['received waiting', 'received waiting']);
    await send(signUps);
    expect(await states()).toEqual(['received sent', 'received sent']);
    clock.pass(1);
    await yes(links[0]);
    const late: WriteLetter = (...given) => {
      const posting = plainLetter(...given);
      return posting && { ...posting, notAfter: clock.in(1) };
    };
    await store().cancel({ linkHash: links[1] ?? '' }, late);
    const [claimed] = (await realm().outbox.claim(clock.at, 1_000, 60_000)).filter(
      ({ letter }) => letter.to === signUps[0]?.email,
    );
    await realm().outbox.failed(claimed?.id ?? '', 'EENVELOPE RCPT TO 452', clock.in(1));
    expect(await states()).toEqual(['confirmed waiting EENVELOPE RCPT TO 452', 'cancelled waiting']);
    await realm().outbox.failed(claimed?.id ?? '', 'EENVELOPE RCPT TO 550', null);
    clock.pass(1);
    expect(await states()).toEqual(['confirmed failed EENVELOPE RCPT TO 550', 'cancelled late']);
    await realm().outbox.claim(clock.at, 1_000, 1);
    expect(await states()).toEqual(['confirmed failed EENVELOPE RCPT TO 550', 'cancelled late']);
  });
});
