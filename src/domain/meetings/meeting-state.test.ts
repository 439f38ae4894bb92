import { describe, expect, it } from 'vitest';
import { hasRoom, stateOf } from './meeting-state.ts';

const startsAt = new Date('2027-03-18T18:30:00Z');
const endsAt = new Date('2027-03-18T20:30:00Z');
const meeting = { startsAt, endsAt, cancelled: null };

describe('where a meeting is in its life', () => {
  it('is upcoming until the minute it starts', () => {
    expect(stateOf(meeting, new Date(startsAt.getTime() - 1))).toBe('upcoming');
    expect(stateOf(meeting, startsAt)).toBe('running');
  });

  it('is past from the minute it ends', () => {
    expect(stateOf(meeting, new Date(endsAt.getTime() - 1))).toBe('running');
    expect(stateOf(meeting, endsAt)).toBe('past');
  });

  it('is called off until its day is over', () => {
    expect(stateOf({ ...meeting, cancelled: 'De zaal is dicht.' }, startsAt)).toBe('called-off');
    expect(stateOf({ ...meeting, cancelled: 'De zaal is dicht.' }, endsAt)).toBe('past');
  });
});

describe('whether there is room', () => {
  it('has room for as many people as there are places', () => {
    expect(hasRoom({ placesLeft: 2, waiting: 0 }, 2)).toBe(true);
    expect(hasRoom({ placesLeft: 2, waiting: 0 }, 3)).toBe(false);
  });

  it('has no room while somebody waits', () => {
    expect(hasRoom({ placesLeft: 2, waiting: 1 })).toBe(false);
  });

  it('has no room when an organiser took places away', () => {
    expect(hasRoom({ placesLeft: -3, waiting: 0 })).toBe(false);
  });
});
