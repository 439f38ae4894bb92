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
const two = counted(marked(marked(NOTHING, noor, 2), sami, 1), { id: 'walk-in-1', people: 1 });

describe('what a phone at the door keeps', () => {
  it('keeps the last mark of each row, and every person without a sign-up', () => {
    const queue = counted(marked(two, noor, null), { id: 'walk-in-2', people: -1 });
    expect(queue.marks).toEqual({ [noor]: null, [sami]: 1 });
    expect(walkInsIn(queue)).toBe(0);
    expect(unsentIn(queue)).toBe(4);
  });

  it('lets go of what arrived, and of nothing that was done meanwhile', () => {
    const meanwhile = counted(marked(two, noor, 1), { id: 'walk-in-2', people: 1 });
    expect(without(meanwhile, two)).toEqual({ marks: { [noor]: 1 }, walkIns: [{ id: 'walk-in-2', people: 1 }] });
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
    const marks = { [noor]: 2, kort: 1, 'sign-up-x': -1, 'sign-up-y': 99, 'sign-up-z': '1', 'sign-up-w': 0.5 };
    const walkIns = [{ id: 'walk-in-1', people: 1 }, { id: 'walk-in-2', people: 0 }, { people: 1 }, null];
    expect(readQueue(JSON.stringify({ marks, walkIns }))).toEqual({
      marks: { [noor]: 2 },
      walkIns: [{ id: 'walk-in-1', people: 1 }],
    });
  });

  it('goes in parts that the portal takes', () => {
    const marks = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`sign-up-${String(index)}`, 1]));
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
