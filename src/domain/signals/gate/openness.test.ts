import { describe, expect, it } from 'vitest';
import { givenGate } from '../../../../tests/signals/given-gate.ts';

describe('whether the form is open', () => {
  it.each([
    ['no-key', { key: false }],
    ['full', { free: 199 }],
    ['waiting', { waiting: 100 }],
    ['away', { answers: false }],
    ['away', { writes: false }],
    ['fast-only', { waiting: 75 }],
    ['open', {}],
  ])('is %s when the world is %o', async (openness, change) => {
    const { gate, world } = givenGate();
    Object.assign(world, change);
    expect(await gate.openness()).toBe(openness);
  });

  it('is looked up once in three seconds, however many ask', async () => {
    const { gate, world, wait } = givenGate();
    await Promise.all(Array.from({ length: 100 }, () => gate.openness()));
    expect(world.looks).toBe(1);
    world.answers = false;
    wait(2);
    expect(await gate.openness()).toBe('open');
    wait(1);
    expect(await gate.openness()).toBe('away');
    world.answers = true;
    wait(3);
    expect(await gate.openness()).toBe('open');
    expect(world.looks).toBe(3);
  });

  it('marks a cached page as old when it changes, and when the hour does', async () => {
    const { gate, world, wait } = givenGate();
    const seen = async () => {
      // The first look starts a new one in the background; what it found shows at the next.
      gate.mark();
      await gate.openness();
      return gate.mark();
    };
    const open = await seen();
    wait(3);
    expect(await seen()).toBe(open);
    world.free = 0;
    wait(3);
    const full = await seen();
    expect(full).not.toBe(open);
    wait(3600);
    expect(await seen()).not.toBe(full);
  });

  it('does not flutter: a full disk or queue must have some room again first', async () => {
    const { gate, world, wait } = givenGate();
    const look = (change: Partial<typeof world>) => {
      Object.assign(world, change);
      wait(3);
      return gate.openness();
    };
    expect(await look({ free: 199 })).toBe('full');
    expect(await look({ free: 210 })).toBe('full');
    expect(await look({ free: 223 })).toBe('open');
    expect(await look({ waiting: 100 })).toBe('waiting');
    expect(await look({ waiting: 95 })).toBe('waiting');
    expect(await look({ waiting: 89 })).toBe('fast-only');
    expect(await look({ waiting: 60 })).toBe('open');
  });
});

describe('the budget of an hour', () => {
  it('closes the form before anybody types, and opens it again when there is room', async () => {
    const { gate, sendFast, wait } = givenGate();
    for (let sent = 0; sent < 6; sent += 1) expect(await sendFast()).toMatchObject({ ok: true });
    wait(3);
    expect(await gate.openness()).toBe('budget');
    wait(3600);
    expect(await gate.openness()).toBe('open');
  });

  it('never refuses who had the open form', async () => {
    const { gate, sendFast, anEntry, wait } = givenGate();
    const stamp = await gate.stamp();
    for (let sent = 0; sent < 6; sent += 1) await sendFast();
    wait(3);
    expect(await gate.openness()).toBe('budget');
    expect(await gate.mayGoOn('')).toBe(false);
    expect(await gate.mayGoOn(stamp)).toBe(true);
    expect(await gate.admit(await anEntry({}, { stamp }))).toMatchObject({ ok: true });
  });

  it('tells who has no JavaScript beforehand when their lane is full, and the fast lane stays open', async () => {
    const { gate, send, sendFast, wait } = givenGate();
    const stamp = await gate.stamp();
    for (let sent = 0; sent < 3; sent += 1) expect(await send()).toMatchObject({ ok: true });
    wait(3);
    expect(await gate.openness()).toBe('fast-only');
    expect(await send()).toEqual({ ok: false, reason: 'later' });
    expect(await send({}, { stamp: await gate.stamp() })).toEqual({ ok: false, reason: 'later' });
    expect(await send({}, { stamp })).toMatchObject({ ok: true });
    expect(await sendFast()).toMatchObject({ ok: true, value: { lane: 'fast' } });
  });

  it('holds back a flood without proof at four times its lane, and never closes the fast lane by it', async () => {
    const { gate, send, sendFast, wait } = givenGate();
    const stamp = await gate.stamp();
    const answers = [];
    for (let sent = 0; sent < 100; sent += 1) answers.push(await send({}, { stamp }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12);
    wait(3);
    expect(await gate.openness()).toBe('fast-only');
    expect(await sendFast()).toMatchObject({ ok: true });
    wait(3600);
    expect(await send({}, { stamp })).toMatchObject({ ok: true });
  });

  it('is not for replies and withdrawals', async () => {
    const { gate, send, wait } = givenGate();
    for (let sent = 0; sent < 30; sent += 1)
      expect(await send({ purpose: 'reply' }, { purpose: 'reply' })).toMatchObject({ ok: true });
    wait(3);
    expect(await gate.openness()).toBe('open');
  });
});

describe('the stamp of the open form', () => {
  it('is the same for everybody in an hour, and good for twelve', async () => {
    const { gate, world, wait } = givenGate();
    const stamp = await gate.stamp();
    wait(60);
    expect(await gate.stamp()).toBe(stamp);
    world.key = false;
    wait(11 * 3600);
    expect(await gate.mayGoOn(stamp)).toBe(true);
    wait(3600);
    expect(await gate.mayGoOn(stamp)).toBe(false);
  });

  it('cannot be made up or changed', async () => {
    const { gate, world, wait } = givenGate();
    const stamp = await gate.stamp();
    world.key = false;
    wait(3);
    const [hour = '', lanes = '', tag = ''] = stamp.split('.');
    for (const forged of ['', 'x', `${stamp}\n`, `${hour}.fast.${tag}`, `zzzz.${lanes}.${tag}`, 'a.'.repeat(50_000)])
      expect(await gate.mayGoOn(forged)).toBe(false);
    const { gate: foreign } = givenGate({ secretKey: 'the key of another portal, as long' });
    expect(await gate.mayGoOn(await foreign.stamp())).toBe(false);
  });
});

describe('trying codes', () => {
  it('is slowed down for a crowd without holding up the others, and for a minute only', () => {
    const { gate, wait } = givenGate();
    const tries = (crowded: boolean, times: number) =>
      Array.from({ length: times }, () => gate.mayTryCode(crowded)).filter(Boolean).length;
    expect(tries(true, 1000)).toBe(60);
    expect(tries(false, 1000)).toBe(300);
    wait(60);
    expect(tries(true, 1)).toBe(1);
    expect(tries(false, 1)).toBe(1);
  });
});
