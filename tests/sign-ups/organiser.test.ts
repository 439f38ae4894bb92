import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused } from '../../src/domain/kernel/index.ts';
import { makeSignUps, type Entry } from '../../src/domain/sign-ups/index.ts';
import { aForm, aWorld, ENGINES, secretIn, type World, everybodyElse, organiserOf } from './given.ts';

const HOUR = 3_600_000;

describe.each(ENGINES)('an organiser who helps by phone and paper, on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld(engine);
  });
  beforeEach(async () => {
    await world.post();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const entry = (changes: Partial<Entry> = {}): Entry => {
    const { meetingId: _meeting, attempt: _attempt, ...form } = aForm({ id: '' });
    return { ...form, phone: '', ...changes };
  };
  const onList = async (meeting: { id: string }, index = 0) => (await world.residents.signUps.list(meeting.id))[index];

  it('enters somebody without an e-mail address, confirmed, and sends nothing', async () => {
    const meeting = await world.announce({ places: 3 });
    const enter = (changes: Partial<Entry>) => world.signUps.enter(organiserOf(meeting), meeting.id, entry(changes));
    const onPaper = { name: 'Oma', email: '', phone: '+31 6 (123) 456-78', people: 2 };
    expect(await enter(onPaper)).toMatchObject({
      value: {
        state: 'placed',
        origin: 'organiser',
        phone: onPaper.phone,
        confirmedAt: world.clock.at,
        answerBy: null,
      },
    });
    expect(await enter(onPaper)).toMatchObject({ value: { state: 'waiting', number: 2 } });
    expect(await world.post()).toEqual([]);
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 1, waiting: 1 });
  });

  it('offers a place also to who must be called', async () => {
    const meeting = await world.announce({ places: 1 });
    const actor = organiserOf(meeting);
    const [first = ''] = await world.confirmed(meeting, [1]);
    await world.signUps.enter(actor, meeting.id, entry({ email: '', phone: '06 12345678' }));
    await world.signUps.cancel(first);
    const called = await onList(meeting, 1);
    expect(called).toMatchObject({ state: 'offered', answerBy: new Date(world.clock.at.getTime() + 24 * HOUR) });
    const at = { meetingId: meeting.id, signUpId: called?.id ?? '' };
    expect(await world.signUps.actFor(actor, at, 'confirm')).toMatchObject({
      value: { state: 'placed', answerBy: null },
    });
    expect(await world.signUps.actFor(actor, at, 'resend')).toEqual(refused('not-sent'));
  });

  it('sends who has an e-mail address the letter and a link of their own', async () => {
    const meeting = await world.announce({ places: 1 });
    const form = entry();
    await world.signUps.enter(organiserOf(meeting), meeting.id, form);
    const [letter] = await world.post();
    expect(letter).toMatchObject({ to: form.email, subject: expect.stringContaining('U heeft een plaats') });
    expect(await world.signUps.open(secretIn(letter))).toMatchObject({ ok: true });
    expect(await world.signUps.enter(organiserOf(meeting), meeting.id, form)).toEqual(refused('known'));
    expect(await world.post()).toEqual([]);
  });

  it('takes entries before sign-up opens and after it closes, until the meeting ends', async () => {
    const soon = new Date(world.clock.at.getTime() + HOUR);
    const notYet = await world.announce({ signUpOpensAt: soon });
    const closed = await world.announce({ signUpClosesAt: world.clock.at });
    const off = await world.announce({ cancelled: 'De zaal is dicht.' });
    const enter = (meeting: { id: string; buurtId: string }, changes: Partial<Entry> = {}) =>
      world.signUps.enter(organiserOf(meeting), meeting.id, entry(changes));
    expect(await enter(notYet)).toMatchObject({ ok: true });
    expect(await enter(closed)).toMatchObject({ ok: true });
    expect(await enter(off)).toEqual(refused('meeting-called-off'));
    expect(await enter(closed, { people: 10, email: 'geen adres' })).toEqual(refused('not-right'));
    expect(await enter(closed, { phone: 'bel me' })).toEqual(refused('not-right'));
    expect(await enter(await world.announce({ places: 2 }), { people: 3 })).toEqual(refused('too-many-people'));
    world.clock.at = new Date(notYet.startsAt.getTime() + HOUR);
    expect(await enter(notYet)).toMatchObject({ ok: true });
    world.clock.at = notYet.endsAt;
    expect(await enter(notYet)).toEqual(refused('meeting-past'));
  });

  it('cancels, writes again and forgets for who called', async () => {
    const meeting = await world.announce({ places: 1 });
    const actor = organiserOf(meeting);
    const [first = ''] = await world.confirmed(meeting, [1]);
    const id = (await onList(meeting))?.id ?? '';
    const act = (what: 'confirm' | 'cancel' | 'resend' | 'erase', signUpId = id) =>
      world.signUps.actFor(actor, { meetingId: meeting.id, signUpId }, what);
    expect(await act('resend')).toMatchObject({ ok: true });
    const [again] = await world.post();
    expect(again?.subject).toContain('U heeft een plaats');
    expect(secretIn(again)).toBe(first);
    expect(await act('cancel')).toMatchObject({ value: { state: 'cancelled' } });
    expect(await world.published.meetings.get(meeting.id)).toMatchObject({ placesLeft: 1 });
    expect(await act('erase')).toEqual({ ok: true, value: null });
    for (const what of ['confirm', 'cancel', 'resend', 'erase'] as const)
      expect(await act(what)).toEqual(refused('unknown-sign-up'));
    expect(await act('cancel', 'nobody')).toEqual(refused('unknown-sign-up'));
  });

  it('is an organiser of that buurt, and the log keeps what was done without a name', async () => {
    const meeting = await world.announce();
    await world.confirmed(meeting, [1]);
    const { buurtId } = meeting;
    const signUpId = (await onList(meeting))?.id ?? '';
    const before = await world.residents.signUps.list(meeting.id);
    for (const actor of everybodyElse(meeting)) {
      expect(await world.signUps.enter(actor, meeting.id, entry())).toEqual(refused('forbidden'));
      for (const act of ['confirm', 'cancel', 'resend', 'erase'] as const)
        expect(await world.signUps.actFor(actor, { meetingId: meeting.id, signUpId }, act)).toEqual(
          refused('forbidden'),
        );
    }
    expect(await world.residents.signUps.list(meeting.id)).toEqual(before);
    const records: unknown[] = [];
    const signUps = makeSignUps({ ...world.needs, record: (deed) => Promise.resolve(void records.push(deed)) });
    const actor = organiserOf(meeting);
    await signUps.enter(actor, meeting.id, entry({ name: 'Jannie Geheim' }));
    for (const act of ['confirm', 'cancel', 'erase'] as const)
      await signUps.actFor(actor, { meetingId: meeting.id, signUpId }, act);
    expect(records).toMatchObject(
      ['sign-ups.enter', 'sign-ups.confirm', 'sign-ups.cancel', 'sign-ups.erase'].map((action) => ({
        action,
        object: `meeting:${meeting.id}`,
        buurtId,
      })),
    );
    expect(JSON.stringify(records)).not.toContain('Jannie');
    expect(JSON.stringify(records)).not.toContain('voorbeeld.nl');
    expect(await signUps.enter(actor, 'nowhere', entry())).toEqual(refused('unknown-meeting'));
  });
});
