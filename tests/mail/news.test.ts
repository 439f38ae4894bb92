import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import { makeSignUps, type Registration } from '../../src/domain/sign-ups/index.ts';
import { aReport, nextVersion } from '../factories/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from '../sign-ups/given.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(ENGINES)('news by the clock, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 40 * DAY);
    await world.signUps.sendNews();
    await world.post();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const goTo = (instant: Date, ms = 0) => {
    world.clock.at = new Date(instant.getTime() + ms);
  };
  const subjects = async () => (await world.post()).map(({ to, subject }) => `${to}: ${subject}`).toSorted();

  /** Signs up and says yes; the letters about it are gone. */
  async function comes(meeting: Meeting, changes: Partial<Registration> = {}) {
    const form = aForm(meeting, changes);
    await world.signUps.register(form);
    const [letter] = await world.post();
    const secret = secretIn(letter);
    await world.signUps.confirm(secret);
    await world.post();
    return { email: form.email, secret };
  }

  it('reminds twice, two days and three hours before, and says nothing between', async () => {
    const meeting = await world.announce({ title: 'Koffie en plannen' });
    const { email } = await comes(meeting);
    const reminder = new RegExp(`^${email}: Denkt u eraan\\? Koffie en plannen, `);
    for (const [hours, letters] of [
      [49, 0],
      [48, 1],
      [47, 0],
      [4, 0],
      [3, 1],
      [1, 0],
      [0, 0],
    ] as const) {
      goTo(meeting.startsAt, -hours * HOUR);
      expect(await world.signUps.sendNews()).toBe(letters);
      expect(await subjects()).toEqual(letters === 0 ? [] : [expect.stringMatching(reminder)]);
    }
  });

  it('sends only the last one that is due after a clock that stood still, and none to who came since', async () => {
    const meeting = await world.announce();
    await comes(meeting);
    goTo(meeting.startsAt, -2 * HOUR);
    await comes(meeting);
    expect(await world.signUps.sendNews()).toBe(1);
    expect(await world.signUps.sendNews()).toBe(0);
  });

  it('says it once, also in another process and after a restart', async () => {
    const meeting = await world.announce();
    await comes(meeting);
    goTo(meeting.startsAt, -48 * HOUR);
    const others = [1, 2, 3].map(() => makeSignUps(world.needs));
    const told = await Promise.all(others.map((other) => other.sendNews()));
    expect(told.toSorted()).toEqual([0, 0, 1]);
  });

  it('reminds again of a meeting that moved, and of the new hour', async () => {
    const meeting = await world.announce();
    await comes(meeting);
    goTo(meeting.startsAt, -48 * HOUR);
    expect(await world.signUps.sendNews()).toBe(1);
    const later = {
      startsAt: new Date(meeting.startsAt.getTime() + 7 * DAY),
      endsAt: new Date(meeting.endsAt.getTime() + 7 * DAY),
    };
    await world.change(meeting, later);
    await world.signUps.changePlaces(meeting);
    await world.post();
    goTo(later.startsAt, -48 * HOUR);
    expect(await world.signUps.sendNews()).toBe(1);
  });

  it('reminds nobody of a meeting that does not go on, and does not remind who cancelled', async () => {
    const off = await world.announce();
    await comes(off);
    const on = await world.announce({ startsAt: off.startsAt });
    await comes(on);
    const { secret } = await comes(on);
    await world.signUps.cancel(secret);
    await world.change(off, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(off);
    await world.post();
    goTo(off.startsAt, -48 * HOUR);
    expect(await world.signUps.sendNews()).toBe(1);
  });

  it('brings the link to take part online to who has a place', async () => {
    const meeting = await world.announce({ online: true });
    await comes(meeting);
    const terms = { meetingId: meeting.id, version: 1, places: 20, startsAt: meeting.startsAt, off: false };
    const forgetAfter = new Date(meeting.endsAt.getTime() + 14 * DAY);
    await world.residents.signUps.setOnlineLink({ ...terms, forgetAfter }, 'https://meet.example/kamer', () => null);
    goTo(meeting.startsAt, -48 * HOUR);
    await world.signUps.sendNews();
    expect((await world.post()).map(({ text }) => text)).toEqual([
      expect.stringContaining('https://meet.example/kamer'),
    ]);
  });

  it('sends the report to who asked, when it is there and once, until names are forgotten', async () => {
    const meeting = await world.announce({ title: 'Koffie' });
    const { email } = await comes(meeting, { wantsReport: true });
    await comes(meeting);
    goTo(meeting.endsAt, 2 * DAY);
    expect(await world.signUps.sendNews()).toBe(0);
    const report = aReport({ id: meeting.id, buurtId: meeting.buurtId });
    await world.published.reports.save(report, '');
    expect(await world.signUps.sendNews()).toBe(1);
    const [letter] = await world.post();
    expect(letter).toMatchObject({ to: email, subject: 'Het verslag is er: Koffie' });
    expect(letter?.text).toContain('De lampen in de kelder zijn vaak stuk.');
    await world.published.reports.save(nextVersion(report), 'Beter gezegd.');
    expect(await makeSignUps(world.needs).sendNews()).toBe(0);
    const other = await world.announce();
    await comes(other, { wantsReport: true });
    goTo(other.endsAt, 15 * DAY);
    await world.published.reports.save(aReport({ id: other.id, buurtId: other.buurtId }), '');
    expect(await world.signUps.sendNews()).toBe(0);
  });

  it('sends the report at once to who asks for it when it is there already', async () => {
    const meeting = await world.announce();
    const { secret, email } = await comes(meeting);
    goTo(meeting.endsAt, DAY);
    await world.published.reports.save(aReport({ id: meeting.id, buurtId: meeting.buurtId }), '');
    expect(await world.signUps.sendNews()).toBe(0);
    for (const wants of [true, true]) await world.signUps.wantReport(secret, wants);
    expect((await world.post()).map(({ to }) => to)).toEqual([email]);
    await world.signUps.wantReport(secret, false);
    await world.signUps.wantReport(secret, true);
    expect(await world.post()).toEqual([]);
  });

  it('does not let one meeting keep the news of the others waiting', async () => {
    const [one, other] = [await world.announce(), await world.announce()];
    for (const meeting of [one, other]) await comes(meeting);
    goTo(one.startsAt, -48 * HOUR);
    const { sendNews } = makeSignUps({
      ...world.needs,
      letter(facts) {
        if (facts.meeting.id === one.id) throw new Error('It cannot be written.');
        return world.needs.letter(facts);
      },
    });
    expect(await sendNews()).toBe(1);
    expect(world.reports).toEqual(['news of a meeting could not be written']);
    expect(await world.signUps.sendNews()).toBe(1);
  });

  it('stops the report by the word in its letter, and by no other word', async () => {
    const meeting = await world.announce();
    await comes(meeting, { wantsReport: true });
    await comes(meeting, { wantsReport: true });
    goTo(meeting.endsAt, DAY);
    await world.published.reports.save(aReport({ id: meeting.id, buurtId: meeting.buurtId }), '');
    await world.signUps.sendNews();
    const [letter] = await world.residents.outbox.claim(world.clock.at, 1, 1);
    const word = letter?.letter.unsubscribe?.split('/').at(-1) ?? '';
    for (const wrong of ['', 'x', `${word}x`, word.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')), '../x'])
      expect(await world.signUps.stopReport(wrong)).toEqual({ ok: false, reason: 'unknown-link' });
    expect(await world.signUps.stopReport(word)).toEqual({ ok: true, value: null });
    expect(await world.signUps.stopReport(word)).toEqual({ ok: true, value: null });
    // The one that waited to be sent again is gone.
    goTo(world.clock.at, HOUR);
    expect((await world.post()).map(({ to }) => to)).not.toContain(letter?.letter.to);
  });
});
