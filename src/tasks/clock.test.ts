import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const unexpected = (job: string, error: unknown) => {
  throw new Error(`${job} failed`, { cause: error });
};

describe('the clock', () => {
  it('runs each job at once and then on, at its own pace', async () => {
    const ran: string[] = [];
    const job = (name: string, every: number) => ({ name, every, run: () => Promise.resolve(ran.push(name)) });
    const clock = startClock([job('often', 10), job('rarely', 25)], unexpected);
    await vi.advanceTimersByTimeAsync(30);
    expect(ran.filter((name) => name === 'often')).toHaveLength(4);
    expect(ran.filter((name) => name === 'rarely')).toHaveLength(2);
    await clock.stop();
  });

  it('goes on after a run that failed, and tells of it', async () => {
    const told: string[] = [];
    const run = vi.fn().mockRejectedValueOnce(new Error('no post today')).mockResolvedValue(undefined);
    const clock = startClock([{ name: 'send-mail', every: 10, run }], (job) => told.push(job));
    await vi.advanceTimersByTimeAsync(10);
    expect(told).toEqual(['send-mail']);
    expect(run).toHaveBeenCalledTimes(2);
    await clock.stop();
  });

  it('never runs a job twice at the same time, however slow it is', async () => {
    let running = 0;
    const most: number[] = [];
    const run = async () => {
      most.push((running += 1));
      await new Promise((resolve) => setTimeout(resolve, 100));
      running -= 1;
    };
    const clock = startClock([{ name: 'slow', every: 10, run }], unexpected);
    await vi.advanceTimersByTimeAsync(500);
    expect(Math.max(...most)).toBe(1);
    const stopped = clock.stop();
    await vi.advanceTimersByTimeAsync(100);
    await stopped;
  });

  it('waits for a run under way when it stops, and starts no other', async () => {
    let finished = 0;
    const run = () => new Promise<void>((resolve) => setTimeout(() => resolve(void (finished += 1)), 50));
    const clock = startClock([{ name: 'forget', every: 1, run }], unexpected);
    const stopped = clock.stop();
    await vi.advanceTimersByTimeAsync(200);
    await stopped;
    expect(finished).toBe(1);
  });
});
