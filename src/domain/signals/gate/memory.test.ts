import { describe, expect, it } from 'vitest';
import { RotatingSet } from './rotating-set.ts';
import { givenGate } from '../../../../tests/signals/given-gate.ts';

const given = (most = 1_000) => {
  const clock = { now: 0 };
  return { clock, seen: new RotatingSet(() => new Date(clock.now), { span: 60_000, most }) };
};

describe('what is remembered for a while', () => {
  it('is there for its span, and gone after twice that', () => {
    const { clock, seen } = given();
    clock.now = 30_000;
    seen.add('a');
    clock.now = 90_000;
    expect(seen.has('a')).toBe(true);
    clock.now = 150_001;
    expect(seen.has('a')).toBe(false);
    expect(seen.size).toBe(0);
  });

  it('is gone after a long silence too', () => {
    const { clock, seen } = given();
    seen.add('a');
    clock.now = 1e9;
    expect(seen.size).toBe(0);
  });

  it('stays bounded, whatever comes: the oldest go first', () => {
    const { seen } = given(100);
    for (let number = 0; number < 10_000; number += 1) seen.add(String(number));
    expect(seen.size).toBeLessThanOrEqual(200);
    expect(seen.has('9999')).toBe(true);
    expect(seen.has('0')).toBe(false);
  });
});

describe('ten thousand attempts', () => {
  it('with tokens that are made up leave nothing in the memory of the gate', async () => {
    const { gate, anEntry } = givenGate();
    const entry = await anEntry();
    for (let number = 0; number < 10_000; number += 1) {
      const token = `${String(number).padStart(24, 'x')}${entry.token.slice(24)}`;
      expect(await gate.admit({ ...entry, token })).toEqual({ ok: false, reason: 'foreign' });
    }
    expect(await gate.admit(entry)).toMatchObject({ ok: true, value: { again: false } });
  });
});
