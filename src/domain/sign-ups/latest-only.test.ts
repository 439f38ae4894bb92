import { expect, it } from 'vitest';
import { latestOnly } from './latest-only.ts';

const list = (turn: number) => ({ left: 100 - turn, waiting: 0, turn });

it('publishes a number at once, and of those that come meanwhile only the newest', async () => {
  const published: number[] = [];
  const publish = latestOnly(async (_, { turn }) => {
    await Promise.resolve();
    published.push(turn);
  });
  await publish('a', list(1));
  await Promise.all([2, 3, 5, 4].map((turn) => publish('a', list(turn))));
  expect(published).toEqual([1, 5]);
});

it('lets nobody go on before a number at least as new as theirs is public', async () => {
  let last = 0;
  const publish = latestOnly(async (_, { turn }) => {
    await new Promise((resolve) => setImmediate(resolve));
    last = Math.max(last, turn);
  });
  const each = Array.from({ length: 50 }, async (_, turn) => {
    for (let wait = 0; wait < turn % 7; wait += 1) await new Promise((resolve) => setImmediate(resolve));
    await publish('a', list(turn));
    expect(last).toBeGreaterThanOrEqual(turn);
  });
  await Promise.all(each);
});

it('keeps meetings apart, and goes on after a failure', async () => {
  const published: string[] = [];
  let broken = true;
  const publish = latestOnly(async (meetingId) => {
    await Promise.resolve();
    if (broken && meetingId === 'a') throw new Error('disk full');
    published.push(meetingId);
  });
  const [first, second] = await Promise.allSettled([publish('a', list(1)), publish('b', list(1))]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  broken = false;
  await publish('a', list(2));
  expect(published).toEqual(['b', 'a']);
});
