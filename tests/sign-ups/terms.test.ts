import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../src/domain/kernel/index.ts';
import { makeSignUps } from '../../src/domain/sign-ups/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from './given.ts';

const DAY = 86_400_000;

describe.each(ENGINES)('a change of the meeting, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(() => world.post());
  afterAll(() => world[Symbol.asyncDispose]());

  /** A meeting with three who confirmed, and their letters gone. */
  async function three(places: number) {
    const meeting = await world.announce({ places });
    const secrets = await world.confirmed(meeting, [1, 1, 1]);
    return { meeting, secrets };
  }
  const subjects = async () => (await world.post()).map(({ subject }) => subject.split(':')[0]).toSorted();
  const states = async (meeting: { id: string }) =>
    (await world.residents.signUps.list(meeting.id)).map(({ state }) => state);
  const later = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, days: number) => ({
    startsAt: new Date(startsAt.getTime() + days * DAY),
    endsAt: new Date(endsAt.getTime() + days * DAY),
  });

  it('offers places to the waiting list at once when there are more', async () => {
    const { meeting } = await three(1);
    await world.change(meeting, { places: 2 });
    await world.signUps.changePlaces(meeting);
    expect(await subjects()).toEqual(['Er is een plaats voor u vrij']);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
  });

  it('takes no place away from anybody when there are fewer places', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, { places: 1 });
    await world.signUps.changePlaces(meeting);
    expect(await states(meeting)).toEqual(['placed', 'placed', 'placed']);
    expect(await world.post()).toEqual([]);
    expect(await world.signUps.register(aForm(meeting))).toMatchObject({ ok: true });
    expect(await subjects()).toEqual(['Bevestig uw plek op de wachtlijst']);
  });

  it('tells everybody on the list when it is called off, with the reason and the entry struck out of the calendar', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    const letters = await world.post();
    expect(letters).toHaveLength(3);
    for (const letter of letters) {
      expect(letter.text).toContain('De zaal is dicht.');
      expect(letter.attachments[0]?.content).toContain('STATUS:CANCELLED');
    }
  });

  it('offers no place at a meeting that was called off', async () => {
    const { meeting, secrets } = await three(1);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    await world.post();
    await world.signUps.cancel(secrets[0] ?? '');
    expect(await subjects()).toEqual(['U bent afgemeld']);
    expect(await states(meeting)).toEqual(['cancelled', 'waiting', 'waiting']);
    await world.change(meeting, { cancelled: null });
    await world.signUps.changePlaces(meeting);
    expect(await states(meeting)).toEqual(['cancelled', 'offered', 'waiting']);
    expect(await subjects()).toEqual([
      'Er is een plaats voor u vrij',
      'Let op, er is iets veranderd',
      'Let op, er is iets veranderd',
    ]);
  });

  it.each([
    ['the day', (meeting: { startsAt: Date; endsAt: Date }) => later(meeting, 1)],
    ['the place', () => ({ placeName: 'Buurthuis De Brug' })],
    ['the address', () => ({ address: 'Brugstraat 1' })],
    ['how one can take part', () => ({ online: true })],
  ])('tells everybody once when %s is another one', async (_what, change) => {
    const { meeting } = await three(3);
    await world.change(meeting, change(meeting));
    await Promise.all([1, 2, 3].map(() => world.signUps.changePlaces(meeting)));
    expect(await subjects()).toEqual(Array.from({ length: 3 }, () => 'Let op, er is iets veranderd'));
    await world.signUps.changePlaces(meeting);
    expect(await world.signUps.reconcilePlaces()).toBe(0);
    expect(await world.post()).toEqual([]);
  });

  it('keeps the list until after the new day when the meeting moves', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, later(meeting, 60));
    await world.signUps.changePlaces(meeting);
    await world.residents.signUps.forget(new Date(meeting.endsAt.getTime() + 15 * DAY));
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(3);
  });

  it('sends nothing when only the words were mended', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, { title: 'Een betere titel' });
    await world.signUps.changePlaces(meeting);
    expect(await world.post()).toEqual([]);
  });

  it('tells what is different in the end when several changes come together, and nothing when all is as it was', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, { placeName: 'Buurthuis De Brug' });
    await world.change(meeting, { placeName: meeting.placeName, title: 'Een betere titel' });
    await world.signUps.changePlaces(meeting);
    expect(await world.post()).toEqual([]);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.change(meeting, { title: 'Nog een titel', cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    expect(new Set(await subjects())).toEqual(new Set(['Gaat niet door']));
  });

  it('mends by the clock what a crash between publishing and telling left, with each letter once', async () => {
    const { meeting } = await three(1);
    await world.change(meeting, { places: 2, placeName: 'Buurthuis De Brug' });
    expect(await world.signUps.reconcilePlaces()).toBe(1);
    const letters = await subjects();
    expect(letters.filter((subject) => subject?.startsWith('Let op'))).toHaveLength(3);
    expect(letters.filter((subject) => subject?.startsWith('Er is een plaats'))).toHaveLength(1);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
    expect(await world.signUps.reconcilePlaces()).toBe(0);
    expect(await world.post()).toEqual([]);
  });

  it('writes no letter about the meeting as it was to who presses a button while it changes', async () => {
    const { meeting, secrets } = await three(3);
    const old = await world.published.meetings.get(meeting.id);
    await world.change(meeting, { placeName: 'Buurthuis De Brug' });
    await world.signUps.changePlaces(meeting);
    await world.post();
    // What a server has in hand that read the meeting just before.
    let reads = 0;
    const meetings = {
      ...world.needs.meetings,
      get: (id: string) => ((reads += 1) === 1 ? Promise.resolve(old) : world.needs.meetings.get(id)),
    };
    const slow = makeSignUps({ ...world.needs, meetings });
    expect(await slow.cancel(secrets[0] ?? '')).toMatchObject({ ok: true });
    const [letter, ...more] = await world.post();
    expect(letter?.text).toContain('Buurthuis De Brug');
    expect(more).toEqual([]);
  });

  it('mends the others when one meeting cannot be mended', async () => {
    const [one, other] = [await three(3), await three(3)];
    for (const { meeting } of [one, other]) await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    const { reconcilePlaces } = makeSignUps({
      ...world.needs,
      letter(facts) {
        if (facts.meeting.id === one.meeting.id) throw new Error('No such sentence.');
        return world.needs.letter(facts);
      },
    });
    expect(await reconcilePlaces()).toBe(1);
    expect(await world.residents.signUps.knownVersion(other.meeting.id)).toBe(2);
    expect(await world.signUps.reconcilePlaces()).toBe(1);
  });

  it('confirms nothing when the meeting is called off just then', async () => {
    const meeting = await world.announce();
    await world.signUps.register(aForm(meeting));
    const [asked] = await world.post();
    const old = await world.published.meetings.get(meeting.id);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    await world.post();
    const [signUp] = await world.residents.signUps.list(meeting.id);
    const slow = () => {
      let reads = 0;
      const get = (id: string) => ((reads += 1) === 1 ? Promise.resolve(old) : world.needs.meetings.get(id));
      return makeSignUps({ ...world.needs, meetings: { ...world.needs.meetings, get } });
    };
    expect(await slow().confirm(secretIn(asked))).toEqual(refused('meeting-called-off'));
    const at = { meetingId: meeting.id, signUpId: signUp?.id ?? '' };
    const actor = { kind: 'system', name: 'test' } as const;
    expect(await slow().actFor(actor, at, 'confirm')).toEqual(refused('meeting-called-off'));
    expect(await world.post()).toEqual([]);
    expect(await world.residents.signUps.list(meeting.id)).toMatchObject([{ confirmedAt: null }]);
  });

  it('tells the link that is set just while somebody confirms', async () => {
    const meeting = await world.announce({ online: true });
    await world.signUps.register(aForm(meeting));
    const [asked] = await world.post();
    const link = 'https://meet.example.org/kamer';
    let reads = 0;
    const onlineLink = async (id: string) => {
      const known = await world.needs.signUps.onlineLink(id);
      reads += 1;
      if (reads === 1) await world.signUps.setOnlineLink({ kind: 'system', name: 'test' }, id, link);
      return known;
    };
    const slow = makeSignUps({ ...world.needs, signUps: { ...world.needs.signUps, onlineLink } });
    expect(await slow.confirm(secretIn(asked))).toMatchObject({ ok: true });
    const letters = await world.post();
    expect(letters.map(({ text }) => text)).toEqual([expect.stringContaining(link)]);
    reads = 0;
    await world.signUps.setOnlineLink({ kind: 'system', name: 'test' }, meeting.id, '');
    const { attempt: _attempt, ...entry } = aForm(meeting);
    expect(await slow.enter({ kind: 'system', name: 'test' }, meeting.id, { ...entry, phone: '' })).toMatchObject({
      ok: true,
    });
    expect((await world.post()).find(({ to }) => to === entry.email)?.text).toContain(link);
  });

  it('mends also when the letters could not be written the first time, and stored nothing then', async () => {
    const { meeting } = await three(3);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    const broken = makeSignUps({
      ...world.needs,
      letter: () => {
        throw new Error('No such sentence.');
      },
    });
    await expect(broken.changePlaces(meeting)).rejects.toThrow('No such sentence.');
    expect(await world.residents.signUps.knownVersion(meeting.id)).toBe(1);
    expect(await world.signUps.reconcilePlaces()).toBe(1);
    expect(await world.post()).toHaveLength(3);
  });
});
