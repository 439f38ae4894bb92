import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../src/domain/kernel/index.ts';
import { actOnMine, type AskedAct } from '../../src/web/forms/own-sign-up.ts';
import { aForm, aWorld, ENGINES, secretIn, type World } from './given.ts';

const DAY = 24 * 3_600_000;

/** The buttons of one personal page. */
const buttonsOf = (world: World, secret: string) => (act: AskedAct['act'], people: string) =>
  actOnMine(world.signUps, { secret, act, people });

async function signedUp(world: World, places = 10, people = 2) {
  const meeting = await world.announce({ places });
  await world.signUps.register(aForm(meeting, { people }));
  const secret = secretIn((await world.post())[0]);
  const mine = async () => {
    const opened = await world.signUps.open(secret);
    return opened.ok ? opened.value.standing.signUp : undefined;
  };
  return { meeting, secret, mine, press: buttonsOf(world, secret) };
}

describe.each(ENGINES)('the buttons of a personal page, on %s', (engine) => {
  it('say yes, twice if need be', async () => {
    await using world = await aWorld(engine);
    const { press, mine } = await signedUp(world);
    expect(await Promise.all([press('yes', ''), press('yes', '')])).toEqual([ok('ja'), ok('ja')]);
    expect(await mine()).toMatchObject({ state: 'placed', confirmedAt: world.clock.at });
    expect(await world.post()).toHaveLength(1);
  });

  it('tell when the yes came too late', async () => {
    await using world = await aWorld(engine);
    const { press, mine } = await signedUp(world);
    world.clock.at = new Date(world.clock.at.getTime() + 3 * DAY);
    expect(await press('yes', '')).toEqual(ok('laat'));
    expect(await mine()).toMatchObject({ state: 'placed' });
  });

  it('change the number, and nothing at all when there is no room or it is no number', async () => {
    await using world = await aWorld(engine);
    const { press, mine } = await signedUp(world, 3);
    await press('yes', '');
    expect(await press('people', '٣')).toEqual(ok('aantal'));
    expect(await press('people', '')).toEqual(refused('not-right'));
    expect(await press('people', '1.5')).toEqual(refused('not-right'));
    expect(await press('people', '4')).toMatchObject({ ok: false });
    expect(await mine()).toMatchObject({ people: 3 });
  });

  it('tell that there is no room for so many, and keep what they have', async () => {
    await using world = await aWorld(engine);
    const { meeting, press, mine } = await signedUp(world, 3);
    await world.signUps.register(aForm(meeting));
    expect(await press('people', '3')).toEqual(refused('no-room'));
    expect(await mine()).toMatchObject({ people: 2, state: 'placed' });
  });

  it('turn the report on and off', async () => {
    await using world = await aWorld(engine);
    const { press, mine } = await signedUp(world);
    expect(await press('report', '')).toEqual(ok('verslag'));
    expect(await mine()).toMatchObject({ wantsReport: true });
    expect(await press('no-report', '')).toEqual(ok('verslag'));
    expect(await mine()).toMatchObject({ wantsReport: false });
  });

  it('forget at once, and say the same to who presses twice', async () => {
    await using world = await aWorld(engine);
    const { press, mine } = await signedUp(world);
    expect(await press('forget', '')).toEqual(ok('gewist'));
    expect(await press('forget', '')).toEqual(ok('gewist'));
    expect(await mine()).toBeUndefined();
    expect(await press('yes', '')).toEqual(refused('unknown-link'));
    expect(await press('report', '')).toEqual(refused('unknown-link'));
  });

  it('do nothing any more when the meeting has begun', async () => {
    await using world = await aWorld(engine);
    const { meeting, press, mine } = await signedUp(world);
    await press('yes', '');
    world.clock.at = meeting.startsAt;
    for (const act of ['yes', 'no', 'people'] as const)
      expect(await press(act, '1')).toMatchObject({ ok: false, reason: 'meeting-past' });
    expect(await mine()).toMatchObject({ state: 'placed', people: 2 });
  });
});
