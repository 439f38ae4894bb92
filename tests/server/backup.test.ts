import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

/** A portal with empty databases, whose clock can be moved. */
async function givenPortal(env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const clock = { now: new Date('2027-03-18T10:00:00Z') };
  const config = readConfig({ DATA_DIR: folder, SAMPLE: 'off', BACKUP_KEEP_DAYS: '30', ...env });
  const app = openApp(config, { now: () => clock.now });
  await app.migrate();
  onTestFinished(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
  return { app, clock, folder, backups: join(folder, 'backups') };
}

const rowsOf = (file: string, table: string) => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(`select count(*) from ${table}`).pluck().get();
  } finally {
    database.close();
  }
};

it('copies every realm whole, while the portal runs', async () => {
  const { app, backups } = await givenPortal();
  const made = await app.backup();
  expect(made).toBe(join(backups, '2027-03-18'));
  expect((await readdir(made)).toSorted()).toEqual([
    'professionals.sqlite',
    'published.sqlite',
    'residents.sqlite',
    'signals.sqlite',
  ]);
  expect(rowsOf(join(made, 'signals.sqlite'), 'signals')).toBe(0);
  expect(await app.backup()).toBe(join(backups, '2027-03-18-2'));
});

it('has no secret key of the portal in it', async () => {
  const { app } = await givenPortal();
  expect((await readdir(await app.backup())).filter((name) => name.includes('secret'))).toEqual([]);
});

it('P10: a backup is deleted by itself after the stated days', async () => {
  const { app, clock, backups } = await givenPortal();
  const made = await app.backup();
  clock.now = new Date('2027-04-17T10:00:00Z');
  expect((await app.forget()).backups).toBe(0);
  expect(existsSync(made)).toBe(true);
  clock.now = new Date('2027-04-18T10:00:00Z');
  expect((await app.forget()).backups).toBe(1);
  expect(await readdir(backups)).toEqual([]);
});

it('leaves alone what is no backup of ours, and throws away one that was cut off', async () => {
  const { app, clock, backups } = await givenPortal();
  await mkdir(join(backups, 'of-the-municipality'), { recursive: true });
  await mkdir(join(backups, 'unfinished', 'half'), { recursive: true });
  await app.backup();
  clock.now = new Date('2028-03-18T10:00:00Z');
  await app.forget();
  expect(await readdir(backups)).toEqual(['of-the-municipality']);
});
