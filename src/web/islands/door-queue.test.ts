import { describe, expect, it } from 'vitest';
import {
  counted,
  firstPart,
  isAnswer,
  marked,
  NOTHING,
  readQueue,
  unsentIn,
  walkInsIn,
  without,
} from './door-queue.ts';

const noor = 'sign-up-noor';
const sami = 'sign-up-sami';
const at = 1_000;
const two = counted(marked(marked(NOTHING, noor, { arrived: 2, at }), sami, { arrived: 1, at }), {
  id: 'walk-in-1',
  people: 1,
});

describe('what a phone at the door keeps', () => {
  it('keeps the last mark of each row, and every person without a sign-up', () => {
    const queue = counted(marked(two, noor, { arrived: null, at }), { id: 'walk-in-2', people: -1 });
    expect(queue.marks).toEqual({ [noor]: { arrived: null, at }, [sami]: { arrived: 1, at } });
    expect(walkInsIn(queue)).toBe(0);
    expect(unsentIn(queue)).toBe(4);
  });

  it('lets go of what arrived, and of nothing that was done meanwhile', () => {
    // The same number again, later, is news: somebody else may have marked in between.
    const again = { arrived: 2, at: at + 1 };
    const meanwhile = counted(marked(two, noor, again), { id: 'walk-in-2', people: 1 });
    expect(without(meanwhile, two)).toEqual({ marks: { [noor]: again }, walkIns: [{ id: 'walk-in-2', people: 1 }] });
    expect(without(two, two)).toEqual(NOTHING);
  });

  it('comes back from the storage of the tab as it was', () => {
    expect(readQueue(JSON.stringify(two))).toEqual(two);
  });

  it.each([null, '', 'geen json', '[]', '7', '{"marks":3,"walkIns":"x"}'])(
    'is empty when the storage holds %j',
    (text) => {
      expect(readQueue(text)).toEqual(NOTHING);
    },
  );

  it('leaves out what the portal would refuse, so that it cannot hold up the rest', () => {
    const wrong = [-1, 99, '1', 0.5].map((arrived, index) => [`sign-up-${String(index)}`, { arrived, at }] as const);
    const timeless = { 'sign-up-x': { arrived: 1 }, 'sign-up-y': 1, 'sign-up-z': null };
    const right = { [noor]: { arrived: 2, at } };
    const marks = { ...right, kort: { arrived: 1, at }, ...Object.fromEntries(wrong), ...timeless };
    const walkIns = [{ id: 'walk-in-1', people: 1 }, { id: 'walk-in-2', people: 0 }, { people: 1 }, null];
    expect(readQueue(JSON.stringify({ marks, walkIns }))).toEqual({
      marks: right,
      walkIns: [{ id: 'walk-in-1', people: 1 }],
    });
  });

  it('goes in parts that the portal takes', () => {
    const ids = Array.from({ length: 250 }, (_, index) => `sign-up-${String(index)}`);
    const marks = Object.fromEntries(ids.map((id) => [id, { arrived: 1, at }]));
    const part = firstPart({ marks, walkIns: [] });
    expect(unsentIn(part)).toBe(200);
    expect(unsentIn(without({ marks, walkIns: [] }, part))).toBe(50);
  });
});

describe('the answer of the portal', () => {
  it.each([
    [
      {
        walkIns: 2,
        arrivals: [
          [noor, 1],
          [sami, null],
        ],
      },
      true,
    ],
    [{ walkIns: 2 }, false],
    [{ walkIns: '2', arrivals: [] }, false],
    [{ walkIns: 2, arrivals: [[noor]] }, false],
    [null, false],
  ])('%j is one: %s', (answer, isOne) => {
    expect(isAnswer(answer)).toBe(isOne);
  });
});
