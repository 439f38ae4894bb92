import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, ok, refused } from '../../src/domain/kernel/index.ts';
import type { Meeting } from '../../src/domain/meetings/index.ts';
import { makeSignUps, type Entry, type SignUp } from '../../src/domain/sign-ups/index.ts';
import { aWorld, ENGINES, type World, everybodyElse, organiserOf } from './given.ts';

const HOUR = 3_600_000;

const anEntry = (changes: Partial<Entry> = {}): Entry => ({
  name: 'Noor de Vries',
  by: '',
  email: '',
  phone: '',
  people: 1,
  needs: '',
  question: '',
  wantsReport: false,
  language: 'nl',
  ...changes,
});

describe.each(ENGINES)('the day of the meeting, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const soon = () => new Date(world.clock.at.getTime() + 2 * HOUR);

  async function enter(meeting: Meeting, changes: Partial<Entry> = {}): Promise<SignUp> {
    const entered = await world.signUps.enter(organiserOf(meeting), meeting.id, anEntry(changes));
    if (!entered.ok) throw new Error(entered.reason);
    return entered.value;
  }
  const mark = (meeting: Meeting, signUpId: string, arrived: number | null) =>
    world.signUps.markArrivals(organiserOf(meeting), meeting.id, [{ signUpId, arrived }]);
  const walkIn = (meeting: Meeting, people: number, id: string = newId()) =>
    world.signUps.addWalkIns(organiserOf(meeting), meeting.id, { id, people });
  const counts = (expected: number, came: number, walkIns: number) => ok({ expected, came, walkIns, forgotten: false });

  it('counts who came, with more or fewer people than signed up, and takes a mark back', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    const noor = await enter(meeting, { people: 3 });
    const sami = await enter(meeting, { name: 'Sami', people: 1 });
    expect(await mark(meeting, noor.id, 2)).toEqual(counts(4, 2, 0));
    expect(await mark(meeting, sami.id, 4)).toEqual(counts(4, 6, 0));
    expect(await mark(meeting, noor.id, null)).toEqual(counts(4, 4, 0));
    const list = await world.signUps.list(organiserOf(meeting), meeting.id);
    expect(list.ok && list.value.signUps.map(({ arrived }) => arrived)).toEqual([null, 4]);
  });

  it('expects nobody whose place is only held', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    const registered = await world.signUps.register({
      ...anEntry(),
      meetingId: meeting.id,
      attempt: 'a',
      email: 'n@example.org',
    });
    expect(registered.ok).toBe(true);
    expect(await world.signUps.attendance(organiserOf(meeting), meeting.id)).toEqual(counts(0, 0, 0));
  });

  it('takes the same mark and the same walk-in twice for one', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    const noor = await enter(meeting, { people: 2 });
    const id = newId();
    for (let time = 0; time < 3; time += 1) {
      await mark(meeting, noor.id, 2);
      await walkIn(meeting, 1, id);
    }
    expect(await walkIn(meeting, 2)).toEqual(counts(2, 2, 3));
  });

  it('lets no mark of a phone that was offline undo a later one of another', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    const { id: signUpId } = await enter(meeting, { people: 3 });
    const send = (arrived: number | null, minutesAgo: number) =>
      world.signUps.markArrivals(organiserOf(meeting), meeting.id, [{ signUpId, arrived, ageMs: minutesAgo * 60_000 }]);
    expect(await send(2, 10)).toEqual(counts(3, 2, 0));
    expect(await send(3, 0)).toEqual(counts(3, 3, 0));
    expect(await send(1, 30)).toEqual(counts(3, 3, 0));
    expect(await send(null, 5)).toEqual(counts(3, 3, 0));
    // How long a request takes is not known: so close together the one that arrives last counts.
    expect(await send(2, 0.5)).toEqual(counts(3, 2, 0));
    for (const never of [Number.MAX_VALUE, Number.POSITIVE_INFINITY])
      expect(await send(1, never)).toEqual(counts(3, 2, 0));
    expect(await send(1, -60)).toEqual(counts(3, 1, 0));
    expect(await send(2, 0)).toEqual(counts(3, 2, 0));
    expect(await send(1, Number.NaN)).toEqual(refused('not-right'));
  });

  it('counts people without a name where nobody signed up, never fewer than nobody', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    expect(await walkIn(meeting, 1)).toEqual(counts(0, 0, 1));
    expect(await walkIn(meeting, -3)).toEqual(counts(0, 0, 0));
    expect(await walkIn(meeting, 2)).toEqual(counts(0, 0, 2));
  });

  it('adds up what several phones send at once', async () => {
    const meeting = await world.announce({ startsAt: soon(), places: 40 });
    const people: SignUp[] = [];
    for (let index = 0; index < 8; index += 1) people.push(await enter(meeting, { name: `Bewoner ${String(index)}` }));
    await Promise.all([
      ...people.map(({ id }) => mark(meeting, id, 1)),
      ...people.map(({ id }) => mark(meeting, id, 1)),
      ...people.map(() => walkIn(meeting, 1)),
      ...people.map(() => walkIn(meeting, -1)),
      ...people.map(() => walkIn(meeting, 2)),
    ]);
    const attendance = await world.signUps.attendance(organiserOf(meeting), meeting.id);
    expect(attendance).toMatchObject({ value: { expected: 8, came: 8 } });
    // Taking one away when nobody is there yet takes nobody away: the order decides.
    const walkIns = attendance.ok ? attendance.value.walkIns : 0;
    expect(walkIns).toBeGreaterThanOrEqual(16);
    expect(walkIns).toBeLessThanOrEqual(24);
  });

  it('marks nobody of another meeting', async () => {
    const [one, other] = [await world.announce({ startsAt: soon() }), await world.announce({ startsAt: soon() })];
    const noor = await enter(one);
    expect(await mark(other, noor.id, 1)).toEqual(counts(0, 0, 0));
    expect(await world.signUps.attendance(organiserOf(one), one.id)).toEqual(counts(1, 0, 0));
  });

  it('is for organisers of that buurt alone', async () => {
    const meeting = await world.announce({ startsAt: soon(), online: true });
    const noor = await enter(meeting);
    for (const actor of everybodyElse(meeting)) {
      const { signUps } = world;
      expect(await signUps.markArrivals(actor, meeting.id, [{ signUpId: noor.id, arrived: 1 }])).toEqual(
        refused('forbidden'),
      );
      expect(await signUps.addWalkIns(actor, meeting.id, { id: newId(), people: 1 })).toEqual(refused('forbidden'));
      expect(await signUps.attendance(actor, meeting.id)).toEqual(refused('forbidden'));
      expect(await signUps.setOnlineLink(actor, meeting.id, 'https://meet.example.org/x')).toEqual(
        refused('forbidden'),
      );
    }
    expect(await world.signUps.attendance(organiserOf(meeting), meeting.id)).toEqual(counts(1, 0, 0));
    expect(await world.signUps.attendance(organiserOf(meeting), 'nowhere')).toEqual(refused('unknown-meeting'));
  });

  it('refuses what no door sends, and changes nothing then', async () => {
    const meeting = await world.announce({ startsAt: soon() });
    const noor = await enter(meeting);
    for (const arrived of [-1, 21, 1.5, Number.NaN])
      expect(await mark(meeting, noor.id, arrived)).toEqual(refused('not-right'));
    expect(await mark(meeting, '../x', 1)).toEqual(refused('not-right'));
    for (const people of [0, 21, -21, 0.5]) expect(await walkIn(meeting, people)).toEqual(refused('not-right'));
    expect(await walkIn(meeting, 1, 'kort')).toEqual(refused('not-right'));
    const many = Array.from({ length: 501 }, () => ({ signUpId: noor.id, arrived: 1 }));
    expect(await world.signUps.markArrivals(organiserOf(meeting), meeting.id, many)).toEqual(refused('not-right'));
    expect(await world.signUps.attendance(organiserOf(meeting), meeting.id)).toEqual(counts(1, 0, 0));
  });

  it('opens a day before the meeting', async () => {
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + 25 * HOUR) });
    const noor = await enter(meeting);
    expect(await mark(meeting, noor.id, 1)).toEqual(refused('not-today'));
    expect(await walkIn(meeting, 1)).toEqual(refused('not-today'));
  });

  it('sends the link to who has a confirmed place, once, and keeps it out of the log', async () => {
    const meeting = await world.announce({ startsAt: soon(), places: 1, online: true });
    await enter(meeting, { email: 'noor@example.org' });
    await enter(meeting, { name: 'Sami', email: 'sami@example.org' });
    await world.post();
    const link = 'https://meet.example.org/buurt-1234';
    expect(await world.signUps.setOnlineLink(organiserOf(meeting), meeting.id, link)).toEqual(ok(null));
    expect(await world.signUps.setOnlineLink(organiserOf(meeting), meeting.id, link)).toEqual(ok(null));
    const letters = await world.post();
    expect(letters.map(({ to }) => to)).toEqual(['noor@example.org']);
    expect(letters[0]?.text).toContain(link);
    expect(letters[0]?.html).toContain(link);
    expect(world.exports.at(-1)).toMatchObject({ action: 'sign-ups.online-link', object: `meeting:${meeting.id}` });
    expect(JSON.stringify(world.exports)).not.toContain('meet.example.org');
    const list = await world.signUps.list(organiserOf(meeting), meeting.id);
    expect(list).toMatchObject({ value: { onlineLink: link } });
    expect(await world.signUps.setOnlineLink(organiserOf(meeting), meeting.id, '')).toEqual(ok(null));
    expect(await world.post()).toEqual([]);
  });

  it('tells of the meeting as it is, when it moved while the link was being set', async () => {
    const meeting = await world.announce({ startsAt: soon(), online: true });
    await enter(meeting, { email: 'noor@example.org' });
    await world.change(meeting, { placeName: 'De Esdoorn' });
    await world.signUps.changePlaces(meeting);
    await world.post();
    let asked = 0;
    const meetings: typeof world.published.meetings = {
      ...world.published.meetings,
      get: (id) => ((asked += 1) === 1 ? Promise.resolve(meeting) : world.published.meetings.get(id)),
    };
    const { setOnlineLink } = makeSignUps({ ...world.needs, meetings });
    expect(await setOnlineLink(organiserOf(meeting), meeting.id, 'https://meet.example.org/x')).toEqual(ok(null));
    const [letter] = await world.post();
    expect(letter?.text).toContain('https://meet.example.org/x');
    expect(letter?.text).toContain('De Esdoorn');
  });

  it('keeps no link that is not https, nor one where nobody takes part from a distance', async () => {
    const online = await world.announce({ startsAt: soon(), online: true });
    const inTheHall = await world.announce({ startsAt: soon(), online: false });
    const set = (meeting: Meeting, link: string) => world.signUps.setOnlineLink(organiserOf(meeting), meeting.id, link);
    expect(await set(online, 'http://meet.example.org/a')).toEqual(refused('not-right'));
    expect(await set(inTheHall, 'https://meet.example.org/a')).toEqual(refused('not-right'));
    expect(await set(inTheHall, '')).toEqual(ok(null));
  });

  it('keeps only the numbers when the names are forgotten', async () => {
    const meeting = await world.announce({ startsAt: soon(), online: true });
    const noor = await enter(meeting, { people: 3, email: 'noor@example.org' });
    await enter(meeting, { name: 'Sami' });
    await world.signUps.setOnlineLink(organiserOf(meeting), meeting.id, 'https://meet.example.org/x');
    await mark(meeting, noor.id, 2);
    await walkIn(meeting, 4);
    const before = world.clock.at;
    world.clock.at = new Date(meeting.endsAt.getTime() + 14 * 24 * HOUR + 1);
    await world.signUps.forget();
    const list = await world.signUps.list(organiserOf(meeting), meeting.id);
    expect(list).toMatchObject({
      value: {
        signUps: [],
        letters: [],
        onlineLink: null,
        attendance: { expected: 4, came: 2, walkIns: 4, forgotten: true },
      },
    });
    world.clock.at = before;
  });
});
