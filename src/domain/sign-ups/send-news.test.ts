import { describe, expect, it } from 'vitest';
import { reminderDue } from './send-news.ts';

const startsAt = new Date('2027-03-18T18:30:00Z');
const before = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const due = (now: Date, cancelled: string | null = null) => reminderDue({ startsAt, cancelled }, [48, 3], now);
const fact = (hours: number) => ({ fact: `reminder:${hours}:2027-03-18T18:30:00.000Z`, dueAt: before(hours) });

describe('which reminder is due', () => {
  it('none before the first one, nor once the meeting began', () => {
    expect(due(before(48.01))).toBeUndefined();
    expect(due(before(0))).toBeUndefined();
    expect(due(before(-1))).toBeUndefined();
  });

  it('each from its hour on', () => {
    expect(due(before(48))).toEqual(fact(48));
    expect(due(before(3.01))).toEqual(fact(48));
    expect(due(before(3))).toEqual(fact(3));
    expect(due(before(0.01))).toEqual(fact(3));
  });

  it('none of a meeting that does not go on', () => {
    expect(due(before(3), 'De zaal is dicht.')).toBeUndefined();
  });
});
