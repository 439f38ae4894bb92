import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween } from './clock.ts';

describe('the day in the Netherlands', () => {
  it('begins at midnight there, in winter and in summer', () => {
    expect(dayOf(new Date('2027-01-14T22:59:59Z'))).toBe('2027-01-14');
    expect(dayOf(new Date('2027-01-14T23:00:00Z'))).toBe('2027-01-15');
    expect(dayOf(new Date('2027-07-14T21:59:59Z'))).toBe('2027-07-14');
    expect(dayOf(new Date('2027-07-14T22:00:00Z'))).toBe('2027-07-15');
  });
});

describe('the number of days between two days', () => {
  it('counts whole days, also over the nights on which the clock changes', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(daysBetween('2027-10-30', '2027-11-01')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2027-03-18', '2027-03-18')).toBe(0);
  });

  it('is negative when the second lies before the first', () => {
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });

  it('refuses what is no day', () => {
    expect(() => daysBetween('18 maart', '2027-03-18')).toThrow(RangeError);
    expect(() => daysBetween('2027-03-18', '2027-03-18T19:30:00Z')).toThrow(RangeError);
  });
});
