import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../src/domain/kernel/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from './given.ts';

const DAY = 86_400_000;

/** The files of the realm in which the words still stand; PostgreSQL keeps its own files. */
async function traces({ targets: { residents } }: World, words: string): Promise<string[]> {
  if (!('sqlite' in residents)) return [];
  const files = [residents.sqlite, `${residents.sqlite}-wal`];
  const contents = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return files.filter((_, index) => contents[index]?.includes(words));
}

describe.each(ENGINES)('the personal link, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  /** Signs up this many, and gives their letters in order. */
  async function signedUp(meeting: { id: string }, people: readonly number[]) {
    const letters = [];
    for (const count of people) {
      await world.signUps.register(aForm(meeting, { people: count }));
      letters.push(...(await world.post()));
    }
    return letters;
  }

  const states = async (meeting: { id: string }) =>
    (await world.residents.signUps.list(meeting.id)).map(({ state }) => state);

  it('opens the sign-up as often as anybody likes, and changes nothing by that', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first, second] = await signedUp(meeting, [1, 1]);
    for (let time = 0; time < 3; time += 1) {
      expect(await world.signUps.open(secretIn(first))).toMatchObject({
        value: { standing: { signUp: { state: 'placed' } } },
      });
      expect(await world.signUps.open(secretIn(second))).toMatchObject({ value: { standing: { waitingBefore: 0 } } });
    }
    expect(await states(meeting)).toEqual(['placed', 'waiting']);
    expect(await world.post()).toEqual([]);
  });

  it('opens nothing for a secret that we did not make', async () => {
    for (const secret of ['', 'a', 'a'.repeat(43), `${'a'.repeat(42)}'`, '../../etc', '\0'.repeat(43)])
      expect(await world.signUps.open(secret)).toEqual(refused('unknown-link'));
    expect(await world.signUps.cancel('a'.repeat(43))).toEqual(refused('unknown-link'));
  });

  it('cancels, and the first of the waiting list moves up with it and hears of it', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first, second, third] = await signedUp(meeting, [1, 1, 1]);
    expect(await world.signUps.cancel(secretIn(first))).toMatchObject({ ok: true });
    expect(await states(meeting)).toEqual(['cancelled', 'placed', 'waiting']);
    const letters = new Map((await world.post()).map((letter) => [letter.to, letter]));
    expect([...letters.keys()].toSorted()).toEqual([first?.to, second?.to].toSorted());
    expect(letters.get(first?.to ?? '')?.subject).toContain('U bent afgemeld');
    expect(letters.get(second?.to ?? '')?.subject).toContain('Er is nu een plaats voor u');
    expect(secretIn(letters.get(second?.to ?? ''))).toBe(secretIn(second));
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
    expect(await world.signUps.open(secretIn(third))).toMatchObject({ value: { standing: { waitingBefore: 0 } } });
  });

  it('cancels once, however often the button is pressed', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first] = await signedUp(meeting, [1, 1, 1]);
    await Promise.all([1, 2, 3].map(() => world.signUps.cancel(secretIn(first))));
    expect(await states(meeting)).toEqual(['cancelled', 'placed', 'waiting']);
    expect(await world.post()).toHaveLength(2);
  });

  it('keeps the places of one who left for the group that is first, until it fits', async () => {
    const meeting = await world.announce({ places: 3 });
    const [first, second] = await signedUp(meeting, [1, 1, 1, 2, 1]);
    await world.signUps.cancel(secretIn(first));
    expect(await states(meeting)).toEqual(['cancelled', 'placed', 'placed', 'waiting', 'waiting']);
    await world.signUps.cancel(secretIn(second));
    expect(await states(meeting)).toEqual(['cancelled', 'cancelled', 'placed', 'placed', 'waiting']);
    await world.post();
  });

  it('cannot cancel once the meeting began', async () => {
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + DAY) });
    const [letter] = await signedUp(meeting, [1]);
    world.clock.at = meeting.startsAt;
    expect(await world.signUps.cancel(secretIn(letter))).toEqual(refused('meeting-past'));
    expect(await states(meeting)).toEqual(['placed']);
  });

  it('stops working on the day that we promised to forget, and the files hold no trace', async () => {
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + DAY) });
    const [letter] = await signedUp(meeting, [1]);
    const kept = new Date(meeting.endsAt.getTime() + 14 * DAY);
    world.clock.at = new Date(kept.getTime() - 1);
    await world.signUps.forget();
    expect(await world.signUps.open(secretIn(letter))).toMatchObject({ ok: true });
    world.clock.at = new Date(kept.getTime() + 1);
    expect(await world.signUps.forget()).toBeGreaterThan(0);
    expect(await world.signUps.open(secretIn(letter))).toEqual(refused('unknown-link'));
    expect(await world.residents.signUps.list(meeting.id)).toEqual([]);
    expect(await traces(world, letter?.to ?? '')).toEqual([]);
  });
});

describe.each(ENGINES)('a change of the meeting, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  async function three(places: number) {
    const meeting = await world.announce({ places });
    for (let count = 0; count < 3; count += 1) await world.signUps.register(aForm(meeting));
    await world.post();
    return meeting;
  }
  const subjects = async () => (await world.post()).map(({ subject }) => subject.split(':')[0]).toSorted();

  it('lets the waiting list move up when there are more places', async () => {
    const meeting = await three(1);
    await world.change(meeting, { places: 2 });
    await world.signUps.changePlaces(meeting);
    expect(await subjects()).toEqual(['Er is nu een plaats voor u']);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
  });

  it('takes no place away from anybody when there are fewer places', async () => {
    const meeting = await three(3);
    await world.change(meeting, { places: 1 });
    await world.signUps.changePlaces(meeting);
    expect((await world.residents.signUps.list(meeting.id)).map(({ state }) => state)).toEqual([
      'placed',
      'placed',
      'placed',
    ]);
    expect(await world.post()).toEqual([]);
    expect(await world.signUps.register(aForm(meeting))).toMatchObject({ ok: true });
    expect(await subjects()).toEqual(['U staat op de wachtlijst']);
  });

  it('tells everybody on the list when it is called off, with the reason and the entry struck out of the calendar', async () => {
    const meeting = await three(2);
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    const letters = await world.post();
    expect(letters).toHaveLength(3);
    for (const letter of letters) {
      expect(letter.text).toContain('De zaal is dicht.');
      expect(letter.attachments[0]?.content).toContain('STATUS:CANCELLED');
    }
  });

  it('sends no invitation to a meeting that was called off', async () => {
    const meeting = await world.announce({ places: 1 });
    await world.signUps.register(aForm(meeting));
    const [first] = await world.post();
    await world.signUps.register(aForm(meeting));
    await world.change(meeting, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(meeting);
    await world.post();
    await world.signUps.cancel(secretIn(first));
    expect(await subjects()).toEqual(['U bent afgemeld']);
  });

  it('tells everybody when the hour or the place is another one, and keeps the list until after the new day', async () => {
    const meeting = await three(3);
    const later = {
      startsAt: new Date(meeting.startsAt.getTime() + 60 * DAY),
      endsAt: new Date(meeting.endsAt.getTime() + 60 * DAY),
    };
    await world.change(meeting, later);
    await world.signUps.changePlaces(meeting);
    expect(new Set(await subjects())).toEqual(new Set(['Let op, er is iets veranderd']));
    await world.residents.signUps.forget(new Date(meeting.endsAt.getTime() + 15 * DAY));
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(3);
  });

  it('sends nothing when only the words were mended', async () => {
    const meeting = await three(3);
    await world.change(meeting, { title: 'Een betere titel' });
    await world.signUps.changePlaces(meeting);
    expect(await world.post()).toEqual([]);
  });
});
