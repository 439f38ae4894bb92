import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { aPostgresDatabase } from '../postgres.ts';

const REALMS = ['published', 'residents', 'signals', 'professionals'] as const;

async function aPortal(env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'health-'));
  const app = openApp(readConfig({ DATA_DIR: folder, ...env }));
  onTestFinished(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });
  await app.migrate();
  return { app, folder };
}

it.each(REALMS)('the portal is not well when the file of %s is gone, or is another', async (realm) => {
  const { app, folder } = await aPortal();
  const file = join(folder, `${realm}.sqlite`);
  expect(await app.isHealthy()).toBe(true);
  await rename(file, `${file}.away`);
  expect(await app.isHealthy()).toBe(false);
  await copyFile(`${file}.away`, file);
  expect(await app.isHealthy()).toBe(false);
  await rm(file);
  await rename(`${file}.away`, file);
  expect(await app.isHealthy()).toBe(true);
});

it.each(REALMS)('the portal is not well when the server has no database %s any more', async (realm) => {
  const url = await aPostgresDatabase();
  const { app } = await aPortal({ [`DATABASE_URL_${realm.toUpperCase()}`]: url });
  expect(await app.isHealthy()).toBe(true);
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: url.replace(name, 'postgres') });
  await client.connect();
  await client.query(`drop database ${name} with (force)`);
  await client.end();
  expect(await app.isHealthy()).toBe(false);
});
