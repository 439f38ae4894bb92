import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../src/domain/kernel/index.ts';
import { makeSignUps, type Registered } from '../../src/domain/sign-ups/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from './given.ts';

const HOUR = 3_600_000;

describe.each(ENGINES)('signing up, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(() => world.post());
  afterAll(() => world[Symbol.asyncDispose]());

  const shown = (meeting: { id: string }, registered: Registered) =>
    registered.ok ? world.signUps.openReceipt(meeting.id, registered.value) : registered.reason;

  it('holds a place, stores the letter that asks to confirm with it, and tells everybody how many places are left', async () => {
    const meeting = await world.announce({ places: 5 });
    const form = aForm(meeting, { people: 2, needs: 'een tolk' });
    const confirmBy = new Date(world.clock.at.getTime() + 24 * HOUR);
    expect(shown(meeting, await world.signUps.register(form))).toMatchObject({ state: 'placed', confirmBy });
    const [letter] = await world.post();
    expect(letter).toMatchObject({ to: form.email, subject: expect.stringContaining('Bevestig uw aanmelding') });
    expect(letter?.attachments).toEqual([]);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 3, waiting: 0 });
  });

  it('puts who comes after the last place on the waiting list, with how many were before', async () => {
    const meeting = await world.announce({ places: 1 });
    await world.signUps.register(aForm(meeting));
    await world.signUps.register(aForm(meeting));
    const third = await world.signUps.register(aForm(meeting));
    expect(shown(meeting, third)).toMatchObject({ state: 'waiting', before: 1 });
    const letters = await world.post();
    expect(letters.map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
      'Bevestig uw aanmelding',
      'Bevestig uw plek op de wachtlijst',
      'Bevestig uw plek op de wachtlijst',
    ]);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 0, waiting: 2 });
  });

  it('lets nobody overtake a larger group that waits', async () => {
    const meeting = await world.announce({ places: 3 });
    await world.signUps.register(aForm(meeting, { people: 2 }));
    expect(shown(meeting, await world.signUps.register(aForm(meeting, { people: 2 })))).toMatchObject({ before: 0 });
    expect(shown(meeting, await world.signUps.register(aForm(meeting)))).toMatchObject({ state: 'waiting', before: 1 });
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 1, waiting: 2 });
  });

  it('makes one sign-up and one letter of a double click, and gives the same receipt', async () => {
    const meeting = await world.announce({ places: 1 });
    const form = aForm(meeting);
    const answers = await Promise.all([world.signUps.register(form), world.signUps.register(form)]);
    answers.push(await world.signUps.register(form));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.map((answer) => shown(meeting, answer))).toMatchObject([{ state: 'placed' }, {}, {}]);
    expect(await world.post()).toHaveLength(1);
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(1);
  });

  it('signs up again who cancelled, also with the same form', async () => {
    const meeting = await world.announce({ places: 1 });
    const form = aForm(meeting);
    await world.signUps.register(form);
    await world.signUps.cancel(secretIn((await world.post())[0]));
    await world.post();
    await world.signUps.register(form);
    expect(await world.post()).toMatchObject([{ subject: expect.stringContaining('Bevestig uw aanmelding') }]);
  });

  it('answers who is known just as it answers anybody; only the letter tells', async () => {
    const meeting = await world.announce({ places: 1 });
    const form = aForm(meeting);
    await world.signUps.register(form);
    await world.post();
    const again = await world.signUps.register({ ...form, attempt: 'another', name: ` ${form.name.toUpperCase()} ` });
    const stranger = await world.signUps.register(aForm(meeting));
    expect(shown(meeting, again)).toEqual(shown(meeting, stranger));
    const letters = await world.post();
    expect(letters.find(({ to }) => to === form.email)?.subject).toContain('U was al aangemeld');
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(2);
  });

  it('keeps two people with one address apart', async () => {
    const meeting = await world.announce({ places: 5 });
    const form = aForm(meeting);
    await world.signUps.register(form);
    await world.signUps.register({ ...form, name: 'Iemand anders' });
    expect(await world.residents.signUps.list(meeting.id)).toHaveLength(2);
    await world.post();
  });

  it('says no before sign-up opens and after it closes', async () => {
    const { at } = world.clock;
    const [before, after] = [new Date(at.getTime() - HOUR), new Date(at.getTime() + HOUR)];
    const notYet = await world.announce({ signUpOpensAt: after });
    const closed = await world.announce({ signUpClosesAt: before });
    const open = await world.announce({ signUpOpensAt: before, signUpClosesAt: after });
    expect(await world.signUps.register(aForm(notYet))).toEqual(refused('not-open-yet'));
    expect(await world.signUps.register(aForm(closed))).toEqual(refused('closed'));
    expect(await world.signUps.register(aForm(open))).toMatchObject({ ok: true });
  });

  it('signs up as new who did not confirm in time', async () => {
    const meeting = await world.announce({ places: 1 });
    const form = aForm(meeting);
    await world.signUps.register(form);
    await world.post();
    world.clock.at = new Date(world.clock.at.getTime() + 24 * HOUR);
    await world.signUps.settle();
    expect(shown(meeting, await world.signUps.register(form))).toMatchObject({ state: 'placed' });
    expect((await world.residents.signUps.list(meeting.id)).map(({ state }) => state)).toEqual(['lapsed', 'placed']);
  });

  it('goes by the meeting as it is when the organiser changes it at the same moment', async () => {
    const meeting = await world.announce({ places: 5 });
    const [first = ''] = await world.confirmed(meeting, [1]);
    await world.change(meeting, { placeName: 'Buurthuis De Brug' });
    // The organiser's server fell over before it told anybody: the next sign-up brings the list up to date.
    await world.signUps.register(aForm(meeting));
    const letters = await world.post();
    expect(letters.map(({ subject }) => subject.split(':')[0]).toSorted()).toEqual([
      'Bevestig uw aanmelding',
      'Let op, er is iets veranderd',
    ]);
    expect(letters.every(({ text }) => text.includes('Buurthuis De Brug'))).toBe(true);
    expect(secretIn(letters.find(({ subject }) => subject.startsWith('Let op')))).toBe(first);
    await world.signUps.changePlaces(meeting);
    expect(await world.post()).toEqual([]);
  });

  it('refuses when the meeting began, does not go on, is too small, or is not there', async () => {
    const began = await world.announce({ startsAt: world.clock.at });
    const off = await world.announce({ cancelled: 'De zaal is dicht.' });
    const small = await world.announce({ places: 3 });
    expect(await world.signUps.register(aForm(began))).toEqual(refused('meeting-past'));
    expect(await world.signUps.register(aForm(off))).toEqual(refused('meeting-called-off'));
    expect(await world.signUps.register(aForm(small, { people: 4 }))).toEqual(refused('too-many-people'));
    expect(await world.signUps.register(aForm({ id: 'nowhere' }))).toEqual(refused('unknown-meeting'));
    expect(await world.post()).toEqual([]);
  });

  it.each([
    { name: 'Noor\r\nBcc: x@y.nl' },
    { email: 'noor@voorbeeld.nl\r\nBcc: x@y.nl' },
    { people: 0 },
    { people: 1.5 },
    { people: Number.NaN },
    { needs: 'a\0b' },
    { email: '' },
    { by: 'Sem\r\nBcc: x@y.nl' },
    { question: 'a\0b' },
  ])('refuses %j, whatever form it came from, and stores nothing', async (wrong) => {
    const meeting = await world.announce();
    expect(await world.signUps.register(aForm(meeting, wrong))).toEqual(refused('not-right'));
    expect(await world.residents.signUps.list(meeting.id)).toEqual([]);
  });

  it('does not let anybody fill a mailbox through us', async () => {
    const meeting = await world.announce({ places: 100 });
    const email = 'slachtoffer@voorbeeld.nl';
    const answers: Registered[] = [];
    for (let time = 0; time < 14; time += 1) answers.push(await world.signUps.register(aForm(meeting, { email })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(12);
    expect(answers.at(-1)).toEqual(refused('too-often'));
    world.clock.at = new Date(world.clock.at.getTime() + HOUR);
    expect(await world.signUps.register(aForm(meeting, { email }))).toMatchObject({ ok: true });
    await world.post();
  });

  it('stays signed up when the number of places cannot be published, and mends the number later', async () => {
    const meeting = await world.announce({ places: 5 });
    const broken = { ...world.needs.meetings, publishPlaces: () => Promise.reject(new Error('disk full')) };
    const signUps = makeSignUps({ ...world.needs, meetings: broken });
    expect(shown(meeting, await signUps.register(aForm(meeting)))).toMatchObject({ state: 'placed' });
    expect(world.reports).toContain('places left could not be published');
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 5 });
    expect(await world.signUps.reconcilePlaces()).toBe(1);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 4 });
    expect(await world.signUps.reconcilePlaces()).toBe(0);
    await world.post();
  });
});
