import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { aWorld, ENGINES, type World } from './given.ts';

const run = promisify(execFile);
const answer = z.object({
  told: z.array(z.object({ meetingId: z.string(), email: z.string(), people: z.number(), state: z.string() })),
  problems: z.array(z.string()),
});

/** A server process of its own that signs up `each` people for every meeting, all at once. */
async function process(world: World, name: string, { meetingIds, each }: { meetingIds: string[]; each: number }) {
  const order = JSON.stringify({ name, targets: world.targets, meetingIds, each, now: world.clock.at });
  const { stdout } = await run(globalThis.process.execPath, [join(import.meta.dirname, 'sign-ups-worker.ts'), order], {
    maxBuffer: 1e8,
  });
  return answer.parse(JSON.parse(stdout));
}

describe.each(ENGINES)('two server processes on one database, on %s', (engine) => {
  it('never promise more places than there are, and tell everybody and every page what is true', async () => {
    await using world = await aWorld(engine);
    const meetings = [];
    for (let count = 0; count < 12; count += 1) meetings.push(await world.announce({ places: 10 }));
    const plan = { meetingIds: meetings.map(({ id }) => id), each: 8 };
    const answers = await Promise.all(['links', 'rechts'].map((name) => process(world, name, plan)));
    expect(answers.flatMap(({ problems }) => problems)).toEqual([]);
    const told = answers.flatMap((one) => one.told);
    expect(told).toHaveLength(2 * 12 * 8);
    expect(told.filter(({ state }) => state === 'refused')).toEqual([]);
    const letters = await world.post();
    for (const { id } of meetings) {
      const list = await world.residents.signUps.list(id);
      const placed = list.filter(({ state }) => state === 'placed');
      const taken = placed.reduce((sum, { people }) => sum + people, 0);
      expect(taken).toBeLessThanOrEqual(10);
      // In order of arrival, without a gap: nobody overtook.
      expect(list.slice(0, placed.length).map(({ state }) => state)).toEqual(placed.map(() => 'placed'));
      for (const { email, state } of list) {
        expect(told.find((one) => one.meetingId === id && one.email === email)?.state).toBe(state);
        const subject = letters.find(({ to }) => to === email)?.subject;
        expect(subject).toContain(state === 'placed' ? 'Bevestig uw aanmelding' : 'Bevestig uw plek op de wachtlijst');
      }
      const page = await world.published.meetings.get(id);
      expect(page).toMatchObject({ placesLeft: 10 - taken, waiting: list.length - placed.length });
    }
  }, 60_000);
});
