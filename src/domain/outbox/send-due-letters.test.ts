import { describe, expect, it } from 'vitest';
import { pauseAfter } from './send-due-letters.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('how long the post waits after a failure', () => {
  it('waits longer each time, from a minute to an hour: soon after the mail server is back, letters leave', () => {
    expect([1, 2, 3, 6, 7, 55].map(pauseAfter)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 32 * MINUTE, HOUR, HOUR]);
  });

  it('gives up after about two days', () => {
    let waited = 0;
    let attempts = 1;
    for (let pause = pauseAfter(attempts); pause !== null; pause = pauseAfter(attempts)) {
      waited += pause;
      attempts += 1;
    }
    expect(waited / HOUR).toBeGreaterThan(48);
    expect(waited / HOUR).toBeLessThan(54);
  });
});
