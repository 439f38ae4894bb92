import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesUp, type WaitingEntry } from './moves-up.ts';

const list = (...people: number[]): WaitingEntry[] =>
  people.map((count, index) => ({ id: `${index + 1}`, people: count }));

describe('who moves up from the waiting list', () => {
  it('gives the free place to who came first', () => {
    expect(movesUp(list(1, 1, 1), 1)).toEqual(['1']);
  });

  it('gives every place that is free', () => {
    expect(movesUp(list(2, 1, 1), 4)).toEqual(['1', '2', '3']);
  });

  it('lets nobody overtake a larger group that came before', () => {
    expect(movesUp(list(3, 1, 1), 2)).toEqual([]);
    expect(movesUp(list(1, 3, 1), 2)).toEqual(['1']);
  });

  it('gives nothing when there is nothing, or when places were taken away', () => {
    expect(movesUp(list(1), 0)).toEqual([]);
    expect(movesUp(list(1), -5)).toEqual([]);
    expect(movesUp([], 10)).toEqual([]);
  });

  const people = fc.integer({ min: 1, max: 10 });
  const waiting = fc.array(people, { maxLength: 60 }).map((counts) => list(...counts));
  const free = fc.integer({ min: -20, max: 200 });

  it('always takes the front of the list, unbroken', () => {
    fc.assert(
      fc.property(waiting, free, (entries, places) => {
        const ids = movesUp(entries, places);
        expect(ids).toEqual(entries.slice(0, ids.length).map(({ id }) => id));
      }),
    );
  });

  it('never gives more places than are free, and stops only where the next does not fit', () => {
    fc.assert(
      fc.property(waiting, free, (entries, places) => {
        const count = movesUp(entries, places).length;
        const given = entries.slice(0, count).reduce((sum, entry) => sum + entry.people, 0);
        const next = entries[count];
        expect(given).toBeLessThanOrEqual(Math.max(0, places));
        if (next) expect(given + next.people).toBeGreaterThan(places);
      }),
    );
  });

  it('ends the same whether places come free at once or one by one', () => {
    fc.assert(
      fc.property(waiting, fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 20 }), (entries, portions) => {
        const total = portions.reduce((sum, portion) => sum + portion, 0);
        let rest = entries;
        let left = 0;
        const oneByOne: string[] = [];
        for (const portion of portions) {
          left += portion;
          const ids = movesUp(rest, left);
          left -= rest.slice(0, ids.length).reduce((sum, entry) => sum + entry.people, 0);
          rest = rest.slice(ids.length);
          oneByOne.push(...ids);
        }
        expect(oneByOne).toEqual(movesUp(entries, total));
      }),
    );
  });
});
