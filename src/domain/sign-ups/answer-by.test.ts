import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerBy, answerByAfter } from './answer-by.ts';

const instant = fc.date({ min: new Date('2027-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
const patience = fc.integer({ min: 1, max: 7 * 86_400_000 });

describe('until when an answer is in time', () => {
  it('is so long after the question, and never after the meeting starts', () => {
    fc.assert(
      fc.property(instant, patience, instant, (asked, ms, startsAt) => {
        const until = answerBy(asked, ms, startsAt);
        expect(until.getTime()).toBe(Math.min(asked.getTime() + ms, startsAt.getTime()));
        expect(answerBy(asked, ms, null).getTime()).toBe(asked.getTime() + ms);
      }),
    );
  });

  it('is never made shorter by a letter that leaves late, and gives all of the time from then on', () => {
    fc.assert(
      fc.property(instant, instant, patience, instant, (promised, sent, ms, startsAt) => {
        const until = answerByAfter({ promised, sent }, ms, startsAt);
        expect(until.getTime()).toBeGreaterThanOrEqual(promised.getTime());
        expect(until.getTime()).toBeGreaterThanOrEqual(answerBy(sent, ms, startsAt).getTime());
      }),
    );
  });
});
