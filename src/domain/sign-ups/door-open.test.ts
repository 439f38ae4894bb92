import { describe, expect, it } from 'vitest';
import { isDoorOpen } from './door-open.ts';

const meeting = { startsAt: new Date('2027-03-18T18:30:00Z'), endsAt: new Date('2027-03-18T20:30:00Z') };

describe('putting down who came', () => {
  it.each([
    ['more than a day before', '2027-03-17T18:29:59Z', false],
    ['a day before', '2027-03-17T18:30:00Z', true],
    ['during the meeting', '2027-03-18T19:00:00Z', true],
    ['a day after', '2027-03-19T20:30:00Z', true],
    ['more than a day after', '2027-03-19T20:30:01Z', false],
  ])('%s', (_when, at, open) => {
    expect(isDoorOpen(meeting, new Date(at))).toBe(open);
  });
});
