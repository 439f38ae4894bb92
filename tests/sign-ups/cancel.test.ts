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

  const states = async (meeting: { id: string }) =>
    (await world.residents.signUps.list(meeting.id)).map(({ state }) => state);

  it('opens the sign-up as often as anybody likes, and changes nothing by that', async () => {
    const meeting = await world.announce({ places: 1 });
    await world.signUps.register(aForm(meeting));
    const [first] = await world.post();
    const [second = ''] = await world.confirmed(meeting, [1]);
    const before = await world.residents.signUps.list(meeting.id);
    for (let time = 0; time < 3; time += 1) {
      expect(await world.signUps.open(secretIn(first))).toMatchObject({
        value: { standing: { signUp: { state: 'placed', confirmedAt: null } }, onlineLink: null },
      });
      expect(await world.signUps.open(second)).toMatchObject({ value: { standing: { waitingBefore: 0 } } });
    }
    expect(await world.residents.signUps.list(meeting.id)).toEqual(before);
    expect(await world.post()).toEqual([]);
  });

  it('opens nothing for a secret that we did not make', async () => {
    for (const secret of ['', 'a', 'a'.repeat(43), `${'a'.repeat(42)}'`, '../../etc', '\0'.repeat(43)])
      expect(await world.signUps.open(secret)).toEqual(refused('unknown-link'));
    const { confirm, cancel, changePeople, forgetMe } = world.signUps;
    for (const act of [confirm, cancel, forgetMe]) expect(await act('a'.repeat(43))).toEqual(refused('unknown-link'));
    expect(await changePeople('a'.repeat(43), 2)).toEqual(refused('unknown-link'));
  });

  it('cancels, and the first of the waiting list is offered the place, and hears of it', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first = '', second, third = ''] = await world.confirmed(meeting, [1, 1, 1]);
    expect(await world.signUps.cancel(first)).toMatchObject({
      value: { standing: { signUp: { state: 'cancelled' } }, onlineLink: null },
    });
    expect(await states(meeting)).toEqual(['cancelled', 'offered', 'waiting']);
    const letters = await world.post();
    expect(letters.map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
      'Er is een plaats voor u vrij',
      'U bent afgemeld',
    ]);
    expect(secretIn(letters.find(({ subject }) => subject.startsWith('Er is een plaats')))).toBe(second);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
    expect(await world.signUps.open(third)).toMatchObject({ value: { standing: { waitingBefore: 0 } } });
  });

  it('cancels once, however often the button is pressed', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first = ''] = await world.confirmed(meeting, [1, 1, 1]);
    await Promise.all([1, 2, 3].map(() => world.signUps.cancel(first)));
    expect(await states(meeting)).toEqual(['cancelled', 'offered', 'waiting']);
    expect(await world.post()).toHaveLength(2);
  });

  it('keeps the places of one who left for the group that is first, until it fits', async () => {
    const meeting = await world.announce({ places: 3 });
    const [first = '', second = ''] = await world.confirmed(meeting, [1, 1, 1, 2, 1]);
    await world.signUps.cancel(first);
    expect(await states(meeting)).toEqual(['cancelled', 'placed', 'placed', 'waiting', 'waiting']);
    await world.signUps.cancel(second);
    expect(await states(meeting)).toEqual(['cancelled', 'cancelled', 'placed', 'offered', 'waiting']);
    await world.post();
  });

  it('cannot cancel once the meeting began', async () => {
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + DAY) });
    const [secret = ''] = await world.confirmed(meeting, [1]);
    world.clock.at = meeting.startsAt;
    expect(await world.signUps.cancel(secret)).toEqual(refused('meeting-past'));
    expect(await world.signUps.confirm(secret)).toEqual(refused('meeting-past'));
    expect(await world.signUps.changePeople(secret, 2)).toEqual(refused('meeting-past'));
    expect(await states(meeting)).toEqual(['placed']);
  });

  it('stops working on the day that we promised to forget, and the files hold no trace', async () => {
    const meeting = await world.announce({ startsAt: new Date(world.clock.at.getTime() + DAY) });
    const email = 'wordt-vergeten@voorbeeld.nl';
    await world.signUps.register(
      aForm(meeting, { email, needs: 'een-woord-dat-weg-moet', question: 'vraag-die-weg-moet' }),
    );
    const [letter] = await world.post();
    expect((await traces(world, email)).length).toBe(engine === 'sqlite' ? 1 : 0);
    const kept = new Date(meeting.endsAt.getTime() + 14 * DAY);
    world.clock.at = new Date(kept.getTime() - 1);
    await world.signUps.forget();
    expect(await world.signUps.open(secretIn(letter))).toMatchObject({ ok: true });
    world.clock.at = new Date(kept.getTime() + 1);
    expect(await world.signUps.forget()).toBeGreaterThan(0);
    expect(await world.signUps.open(secretIn(letter))).toEqual(refused('unknown-link'));
    expect(await world.residents.signUps.list(meeting.id)).toEqual([]);
    for (const words of [email, 'een-woord-dat-weg-moet', 'vraag-die-weg-moet'])
      expect(await traces(world, words)).toEqual([]);
  });
});
