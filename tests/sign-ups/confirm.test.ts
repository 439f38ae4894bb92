import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../src/domain/kernel/index.ts';
import type { Letter } from '../../src/domain/kernel/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from './given.ts';

const HOUR = 3_600_000;

describe.each(ENGINES)('the yes of a resident, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(() => world.post());
  afterAll(() => world[Symbol.asyncDispose]());

  const pass = (hours: number) => {
    world.clock.at = new Date(world.clock.at.getTime() + hours * HOUR);
  };
  const subjects = (letters: readonly Letter[]) => letters.map(({ subject }) => subject.split(':')[0]).toSorted();

  /** Signs up this many without confirming, and gives their links. */
  async function asked(meeting: { id: string }, count: number): Promise<string[]> {
    const secrets: string[] = [];
    for (let time = 0; time < count; time += 1) {
      await world.signUps.register(aForm(meeting));
      secrets.push(secretIn((await world.post())[0]));
    }
    return secrets;
  }

  it('makes the place theirs, once, with the entry for the calendar', async () => {
    const meeting = await world.announce({ places: 1 });
    const [secret = ''] = await asked(meeting, 1);
    expect(await world.signUps.confirm(secret)).toMatchObject({
      value: { tooLate: false, standing: { signUp: { state: 'placed', confirmedAt: world.clock.at } } },
    });
    const letters = await world.post();
    expect(subjects(letters)).toEqual(['U heeft een plaats']);
    expect(letters[0]?.attachments[0]?.content).toContain('BEGIN:VEVENT');
    await Promise.all([1, 2, 3].map(() => world.signUps.confirm(secret)));
    expect(await world.post()).toEqual([]);
  });

  it('frees the place of who does not answer for the next, who has a day as well, and then for the one after', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first = ''] = await asked(meeting, 1);
    const [second = '', third = ''] = await world.confirmed(meeting, [1, 1]);
    pass(24);
    expect(await world.signUps.settle()).toBe(1);
    expect(await world.signUps.settle()).toBe(0);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 1 });
    const [offer] = await world.post();
    expect(offer?.subject).toContain('Er is een plaats voor u vrij');
    expect(secretIn(offer)).toBe(second);
    pass(24);
    await world.signUps.settle();
    expect((await world.post()).map(secretIn)).toEqual([third]);
    expect(await world.signUps.confirm(third)).toMatchObject({ value: { standing: { signUp: { state: 'placed' } } } });
    expect(subjects(await world.post())).toEqual(['U heeft een plaats']);
    expect(await world.signUps.confirm(first)).toMatchObject({
      value: { tooLate: true, standing: { signUp: { state: 'waiting' }, waitingBefore: 0 } },
    });
    expect(await world.signUps.confirm(second)).toMatchObject({
      value: { tooLate: true, standing: { waitingBefore: 1 } },
    });
    expect(subjects(await world.post())).toEqual(['U staat op de wachtlijst', 'U staat op de wachtlijst']);
  });

  it('costs nobody a place when no mail can be sent for a day', async () => {
    const meeting = await world.announce({ places: 1 });
    await world.signUps.register(aForm(meeting));
    pass(30);
    expect(await world.signUps.settle()).toBe(0);
    const [letter] = await world.post();
    pass(23);
    await world.signUps.settle();
    expect(await world.signUps.confirm(secretIn(letter))).toMatchObject({
      value: { tooLate: false, standing: { signUp: { state: 'placed' } } },
    });
  });

  it('is not asked for a meeting that does not go on, or has begun', async () => {
    const [off, begun] = [await world.announce(), await world.announce()];
    const [one = ''] = await asked(off, 1);
    const [other = ''] = await asked(begun, 1);
    await world.change(off, { cancelled: 'De zaal is dicht.' });
    await world.signUps.changePlaces(off);
    expect(await world.signUps.confirm(one)).toEqual(refused('meeting-called-off'));
    world.clock.at = begun.startsAt;
    expect(await world.signUps.confirm(other)).toEqual(refused('meeting-past'));
  });

  it('shows the link for who takes part from a distance only to who has a confirmed place', async () => {
    const meeting = await world.announce({ places: 1, online: true });
    const [first = ''] = await asked(meeting, 1);
    const [second = ''] = await world.confirmed(meeting, [1]);
    const link = 'https://meet.example.org/geheim';
    const organiser = {
      kind: 'account',
      accountId: 'a',
      name: 'Samira',
      grants: [{ role: 'organiser', buurtId: meeting.buurtId }],
    } as const;
    expect(await world.signUps.setOnlineLink(organiser, meeting.id, link)).toMatchObject({ ok: true });
    const shown = async (secret: string) => {
      const opened = await world.signUps.open(secret);
      return opened.ok && opened.value.onlineLink;
    };
    expect(await shown(first)).toBeNull();
    expect(await shown(second)).toBeNull();
    expect(await world.post()).toEqual([]);
    expect(await world.signUps.confirm(first)).toMatchObject({ value: { onlineLink: link } });
    expect(await shown(first)).toBe(link);
    const [letter] = await world.post();
    expect(letter?.text).toContain(link);
    await world.change(meeting, { online: false });
    expect(await shown(first)).toBeNull();
  });

  it('changes the number of people, and says no when there are not so many places', async () => {
    const meeting = await world.announce({ places: 4 });
    const [first = '', second = ''] = await world.confirmed(meeting, [2, 1]);
    const changed = (people: number, secret = first) => world.signUps.changePeople(secret, people);
    expect(await changed(3)).toMatchObject({ value: { standing: { signUp: { people: 3 } } } });
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0 });
    expect(await changed(4)).toEqual(refused('no-room'));
    for (const people of [0, 11, 1.5, Number.NaN]) expect(await changed(people)).toEqual(refused('not-right'));
    await world.confirmed(meeting, [2]);
    expect(await changed(1)).toMatchObject({ ok: true });
    expect(subjects(await world.post())).toEqual(['Er is een plaats voor u vrij']);
    await world.signUps.cancel(second);
    expect(await changed(2, second)).toEqual(refused('not-active'));
  });

  it('forgets at once who asks for it, and gives the place to the next', async () => {
    const meeting = await world.announce({ places: 1 });
    const [first = ''] = await world.confirmed(meeting, [1, 1]);
    expect(await world.signUps.forgetMe(first)).toMatchObject({ ok: true, value: { id: meeting.id } });
    expect(await world.signUps.open(first)).toEqual(refused('unknown-link'));
    expect(await world.signUps.forgetMe(first)).toEqual(refused('unknown-link'));
    expect(subjects(await world.post())).toEqual(['Er is een plaats voor u vrij']);
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(1);
  });
});
