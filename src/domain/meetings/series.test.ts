import { describe, expect, it } from 'vitest';
import { datesOfSeries, isLastWeekday } from './series.ts';

describe('the days of a series', () => {
  it.each([
    ['weekly', '2026-12-22', ['2026-12-22', '2026-12-29', '2027-01-05']],
    ['fortnightly', '2028-02-16', ['2028-02-16', '2028-03-01', '2028-03-15']],
    // Every first Tuesday: the number of the day moves, the weekday stays.
    ['monthly-weekday', '2027-04-06', ['2027-04-06', '2027-05-04', '2027-06-01']],
    ['monthly-weekday', '2027-04-30', ['2027-04-30', '2027-07-30', '2027-10-29']],
    ['monthly-last-weekday', '2027-01-29', ['2027-01-29', '2027-02-26', '2027-03-26']],
    ['monthly-last-weekday', '2027-04-27', ['2027-04-27', '2027-05-25', '2027-06-29']],
  ] as const)('%s from %s are %o', (repeat, day, days) => {
    expect(datesOfSeries(day, repeat, 3)).toEqual(days);
  });

  it('has all its meetings in the year that ends after them, and each on the same day of the week', () => {
    for (const repeat of ['weekly', 'fortnightly', 'monthly-weekday', 'monthly-last-weekday'] as const) {
      const days = datesOfSeries('2027-03-31', repeat, 26);
      expect(new Set(days).size).toBe(26);
      expect(days.toSorted()).toEqual(days);
      expect(new Set(days.map((day) => new Date(`${day}T00:00Z`).getUTCDay()))).toEqual(new Set([3]));
    }
  });

  it('leaves out a month without a fifth such weekday', () => {
    // Mondays: 29 March, 31 May, 30 August; April, June and July have four.
    expect(datesOfSeries('2027-03-29', 'monthly-weekday', 3)).toEqual(['2027-03-29', '2027-05-31', '2027-08-30']);
  });
});

it.each([
  ['2027-02-22', true],
  ['2027-02-21', false],
  ['2027-04-24', true],
  ['2027-04-23', false],
])('%s as the last such weekday of its month: %s', (day, is) => {
  expect(isLastWeekday(day)).toBe(is);
});
