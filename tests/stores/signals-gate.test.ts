import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { gateNeeds } from '../../src/app/gate.ts';
import { readConfig } from '../../src/config.ts';
import { newSecret } from '../../src/domain/kernel/index.ts';
import { makeGateUses, SIGNAL_STATES } from '../../src/domain/signals/index.ts';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { usualNeeds } from '../signals/given.ts';
import { onBothEngines } from './on-both-engines.ts';

/** As another program on the machine does it, and keeps it. Gives what ends it. */
async function lockForWriting(target: RealmTarget): Promise<() => Promise<void>> {
  if ('sqlite' in target) {
    const other = new Database(target.sqlite);
    other.exec('BEGIN IMMEDIATE');
    return () => Promise.resolve(void other.close());
  }
  const other = new Client({ connectionString: target.postgres });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE spent_forms IN SHARE MODE');
  return () => other.end();
}

onBothEngines('what waits for the desk', openSignals, (realm, target) => {
  it('is what is new and what one of two people proposed; not what waits for its sender or is done', async () => {
    const { intakeStore, gateStore } = realm();
    expect(await gateStore.waiting()).toBe(0);
    for (const state of SIGNAL_STATES) await intakeStore.add(aSealedSignal({ state }), newSecret());
    expect(await gateStore.waiting()).toBe(2);
  });

  it('closes the form when the queue is too long, and when the database does not answer', async () => {
    const { database, gateStore } = openSignals(target());
    const clock = { now: new Date('2027-03-18T10:30:00Z').getTime() };
    const needs = { ...usualNeeds, gateStore, signalsWaiting: 2, now: () => new Date(clock.now) };
    const gate = makeGateUses(needs, { activeKey: () => Promise.resolve({}) });
    expect(await gate.openness()).toBe('waiting');
    await database[Symbol.asyncDispose]();
    clock.now += 5_000;
    expect(await gate.openness()).toBe('away');
  });

  it('knows of a database that can be read and not be written, and of one that can be written again', async () => {
    const { gateStore } = realm();
    await expect(gateStore.mayWrite()).resolves.toBeUndefined();
    const free = await lockForWriting(target());
    const late = setTimeout(300, 'late');
    expect(await Promise.race([gateStore.mayWrite(), late])).toBe('late');
    await expect(gateStore.waiting()).resolves.toBeGreaterThanOrEqual(0);
    await free();
    await expect(gateStore.mayWrite()).resolves.toBeUndefined();
  });
});

it('the gate sees how much room there is on the disk, and takes what it cannot see for enough', async () => {
  const DATA_DIR = import.meta.dirname;
  const { freeMegabytes } = gateNeeds(readConfig({ DATA_DIR, SECRET_KEY: 'x'.repeat(32) }));
  expect(await freeMegabytes()).toBeGreaterThan(1);
  expect(await freeMegabytes()).toBeLessThan(1e9);
  const nowhere = gateNeeds(readConfig({ DATA_DIR: `${DATA_DIR}/not/there`, SECRET_KEY: 'x'.repeat(32) }));
  expect(await nowhere.freeMegabytes()).toBe(Number.POSITIVE_INFINITY);
});
