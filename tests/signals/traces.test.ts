import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { filesUnder, momentsBetween } from './traces.ts';

it.each([
  ['milliseconds', (at: Date) => BigInt(at.getTime())],
  ['seconds', (at: Date) => BigInt(Math.floor(at.getTime() / 1000))],
  ['a real number of milliseconds', (at: Date) => at.getTime() + 0.5],
  ['a real number of seconds', (at: Date) => at.getTime() / 1000],
  ['words', (at: Date) => at.toISOString()],
])('the search for traces finds a moment that was stored as %s', async (_, written) => {
  const folder = await mkdtemp(join(tmpdir(), 'traces-'));
  const at = new Date('2027-03-18T13:37:42.123Z');
  const database = new Database(join(folder, 'a.sqlite'));
  database.exec('create table t (at)');
  database.prepare('insert into t values (?)').run(written(at));
  database.close();
  const [file] = await filesUnder(folder);
  const isIn = (moments: Buffer[]) => moments.some((moment) => file?.bytes.includes(moment));
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  expect(isIn(momentsBetween(later(-0.02), later(0.02)))).toBe(true);
  expect(isIn(momentsBetween(later(60), later(61)))).toBe(false);
  await rm(folder, { recursive: true });
});
