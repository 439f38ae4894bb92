import { describe, expect, it } from 'vitest';
import { newest, promisesOf } from '../tools/kept-promises.ts';
import { promiseTests } from '../tools/promise-tests.ts';

describe('the tests that hold a promise', () => {
  it('are found in the code, in every way in which a test is written', () => {
    const code = `
      it('P1: asks nothing', () => {});
      test("P2: keeps nothing", async () => {});
      it.each([1])(\`P3: \${'x'} is coarse\`, () => {});
      it.each([1])('P4: %s is made anew', () => {});
    `;
    expect(promiseTests(code).map(({ id }) => id)).toEqual(['P1', 'P2', 'P4']);
    expect(promiseTests('it(`P3: of ${kind}`, () => {});')).toEqual([{ id: 'P3', title: 'P3: of ' }]);
  });

  it.each([
    ["// it('P1: in a comment', () => {});"],
    ["it.skip('P1: never runs', () => {});"],
    ["it.todo('P1: not yet');"],
    ["test.fixme('P1: broken', () => {});"],
    ["describe('P1: a heading', () => {});"],
    ["const title = 'P1: a text';"],
    ["it('keeps P1: somewhere in its name', () => {});"],
  ])('are not what only looks like one: %s', (code) => {
    expect(promiseTests(code)).toEqual([]);
  });
});

describe('a kept promise', () => {
  const ran = (title: string, passed = true) => ({ title, passed });

  it('is one of which every test passed', () => {
    const tests = [
      ran('P10: forgets'),
      ran('P2: no trace'),
      ran('P2: no time'),
      ran('P3: coarse'),
      ran('P3: cell', false),
    ];
    expect(promisesOf([...tests, ran('adds two numbers')], '2027-03-18')).toEqual({
      P2: { passedOn: '2027-03-18', tests: ['no time', 'no trace'] },
      P10: { passedOn: '2027-03-18', tests: ['forgets'] },
    });
  });

  it('keeps its day until all its tests passed again', () => {
    const old = { P1: { passedOn: '2027-03-01', tests: ['a'] }, P2: { passedOn: '2027-03-01', tests: ['b'] } };
    const run = { P1: { passedOn: '2027-03-18', tests: ['a', 'c'] } };
    expect(newest(old, run)).toEqual({ ...run, P2: old.P2 });
    expect(newest({ P1: run.P1 }, old)).toEqual({ P1: run.P1, P2: old.P2 });
  });
});
