import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { postgresKit, sqliteKit, type Kit } from '../../src/storage/engine/index.ts';
import { defineTables as professionals } from '../../src/storage/professionals/tables.ts';
import { defineTables as published } from '../../src/storage/published/tables.ts';
import { defineTables as residents } from '../../src/storage/residents/tables.ts';
import { defineTables as signals } from '../../src/storage/signals/tables.ts';

type Define = (kit: Kit) => Record<string, unknown>;
const REALMS: [string, Define][] = Object.entries({ published, residents, signals, professionals });

/** What drizzle-kit wrote beside the last migration: the tables as the migrations make them. */
function lastSnapshot(realm: string, engine: string): unknown {
  const folder = join(import.meta.dirname, '../../db', realm, engine, 'meta');
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(join(folder, last ?? ''), 'utf8'));
}

it.each(REALMS)('has a migration for every change in the tables of %s', async (realm, define) => {
  const lite = generateSQLiteDrizzleJson(define(sqliteKit));
  expect(await generateSQLiteMigration(lastSnapshot(realm, 'sqlite') as typeof lite, await lite)).toEqual([]);
  const postgres = generateDrizzleJson(define(postgresKit));
  expect(await generateMigration(lastSnapshot(realm, 'postgres') as typeof postgres, postgres)).toEqual([]);
});
