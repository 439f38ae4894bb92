import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivesAs, hasPlace, roomFor } from './room.ts';

const people = fc.integer({ min: 1, max: 10 });
const counts = fc.record({
  places: fc.integer({ min: 0, max: 40 }),
  taken: fc.integer({ min: 0, max: 60 }),
  waiting: fc.integer({ min: 0, max: 3 }),
});
const state = fc.constantFrom('placed', 'waiting', 'offered', 'cancelled', 'lapsed');

describe('who signs up', () => {
  it('has a place only when all of them fit and nobody waits', () => {
    fc.assert(
      fc.property(counts, people, (list, count) => {
        const fits = list.waiting === 0 && list.taken + count <= list.places;
        expect(arrivesAs(list, count)).toBe(fits ? 'placed' : 'waiting');
      }),
    );
  });
});

describe('another number of people', () => {
  it('never takes more places than there are, nor one that others wait for', () => {
    fc.assert(
      fc.property(counts, state, people, people, (list, current, from, wanted) => {
        const more = hasPlace(current) && wanted > from;
        if (roomFor({ state: current, people: from }, wanted, list) !== 'fits' || !more) return;
        expect(list.taken - from + wanted).toBeLessThanOrEqual(list.places);
        expect(list.waiting).toBe(0);
      }),
    );
  });

  it('can always be smaller, and is nothing for who is off the list', () => {
    fc.assert(
      fc.property(counts, state, people, people, (list, current, from, wanted) => {
        const room = roomFor({ state: current, people: from }, wanted, list);
        const active = current !== 'cancelled' && current !== 'lapsed';
        if (!active) expect(room).toBe('not-active');
        else if (wanted <= from) expect(room).toBe('fits');
      }),
    );
  });

  it('is free for who waits, up to the places of the meeting', () => {
    const list = { places: 4, taken: 4, waiting: 2 };
    expect(roomFor({ state: 'waiting', people: 1 }, 4, list)).toBe('fits');
    expect(roomFor({ state: 'waiting', people: 1 }, 5, list)).toBe('no-room');
  });
});
