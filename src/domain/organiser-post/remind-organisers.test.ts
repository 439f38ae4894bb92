import { describe, expect, it } from 'vitest';
import { reportReminderDue } from './remind-organisers.ts';

/** Until half past ten in the evening, Dutch time; ten days later the clock goes forward. */
const endsAt = new Date('2027-03-18T21:30:00Z');
const due = (now: string, changes: Partial<Parameters<typeof reportReminderDue>[0]> = {}) =>
  reportReminderDue({ endsAt, cancelled: null, reportPromised: true, ...changes }, new Date(now));

describe('when organisers are reminded of a report', () => {
  it.each([
    ['2027-03-18T22:00:00Z', undefined],
    ['2027-03-20T23:00:00Z', undefined],
    ['2027-03-21T06:59:00Z', undefined],
    ['2027-03-21T07:00:00Z', 3],
    ['2027-03-24T23:30:00Z', 3],
    ['2027-03-25T06:59:00Z', 3],
    ['2027-03-25T07:00:00Z', 7],
    ['2027-03-31T12:00:00Z', 7],
    ['2027-04-01T08:00:00Z', undefined],
    ['2027-03-18T21:00:00Z', undefined],
  ])('at %s: %s', (now, reminder) => {
    expect(due(now)).toBe(reminder);
  });

  it('not of a meeting that did not go on', () => {
    expect(due('2027-03-22T12:00:00Z', { cancelled: 'De zaal is dicht.' })).toBeUndefined();
  });

  it('not of a meeting of which no report was promised', () => {
    expect(due('2027-03-22T12:00:00Z', { reportPromised: false })).toBeUndefined();
  });
});
