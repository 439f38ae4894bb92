import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { newSecret } from '../../src/domain/kernel/index.ts';
import { receiptLookup } from '../../src/domain/signals/dialogue/receipt.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aBuurt } from '../factories/index.ts';
import { aPostgresDatabase } from '../postgres.ts';
import { ENGINES } from '../stores/on-both-engines.ts';
import { THE_TASK } from './given.ts';

/** A portal with one buurt and a key of the desk, in a folder that is gone when the test is. */
async function aPortal(engine: (typeof ENGINES)[number]) {
  const folder = await mkdtemp(join(tmpdir(), 'durable-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const url = engine === 'postgres' ? await aPostgresDatabase() : '';
  const env = { DATA_DIR: folder, SAMPLE: 'off', DATABASE_URL_SIGNALS: url };
  const config = readConfig(env);
  const app = openApp(config);
  onTestFinished(() => app.close());
  await app.migrate();
  const buurt = aBuurt({ slug: 'lindebuurt', areaCodes: [] });
  const published = openPublished(config.realms.published);
  await published.buurten.save(buurt, '');
  await published.database[Symbol.asyncDispose]();
  await app.signals.keys.make(THE_TASK, { passphrase: 'vier losse woorden samen' });
  const form = { buurt: buurt.slug, kind: 'story', text: 'Kanarie', theme: '', cell: null, photo: new Uint8Array(9) };
  return { env, config, app, form: { ...form, channel: 'web', lane: 'fast', answers: [] } as const };
}

/** Another process that sends; `shell` runs before it. Ends by itself, or by `kill`, as a power cut would. */
function sender(env: Readonly<Record<string, string>>, count: number, shell = '') {
  const script = join(import.meta.dirname, 'intake-worker.ts');
  const child = spawn('bash', ['-c', `${shell} exec "$0" "$@"`, process.execPath, script, String(count)], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[][] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => said.push(line.split(' ')));
  const ended = once(child, 'close');
  return {
    said,
    ended,
    async killAfter(lines: number) {
      while (said.length < lines && child.exitCode === null) await Promise.race([once(reader, 'line'), ended]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What is stored, as a later start of the portal finds it: nothing is swept yet. */
async function stored({ config }: Awaited<ReturnType<typeof aPortal>>) {
  const { database } = openSignals(config.realms.signals);
  const { db, t } = database.read;
  const [signals, photos, forms] = [
    await db.select().from(t.signals),
    await db.select({ id: t.photos.signalId }).from(t.photos),
    await db.$count(t.spentForms),
  ];
  await database[Symbol.asyncDispose]();
  return {
    ids: signals.map(({ id }) => id).toSorted(),
    lookups: new Set(signals.map((signal) => signal.receiptLookup)),
    photos: photos.map(({ id }) => id).toSorted(),
    forms,
  };
}

async function expectWhole(portal: Awaited<ReturnType<typeof aPortal>>, receipts: readonly string[]) {
  const found = await stored(portal);
  expect(found.photos).toEqual(found.ids);
  expect(found.forms).toBe(found.ids.length);
  const missing = receipts.filter((code) => !found.lookups.has(receiptLookup(code, portal.config.secretKey)));
  expect(missing).toEqual([]);
  return found;
}

const receiptsIn = (said: readonly string[][]) =>
  said.flatMap(([word, , receipt]) => (word === 'received' ? (receipt ?? []) : []));

describe.each(ENGINES)('a signal that was said to be received, on %s', (engine) => {
  it('P6: is there with its photo after the process was killed in the middle of many, and none is there by half', async () => {
    const portal = await aPortal(engine);
    for (const lines of [3, 17, 40]) {
      const sending = sender(portal.env, 100_000);
      await sending.killAfter(lines);
      expect(sending.said.filter(([word]) => word === 'failed')).toEqual([]);
      await expectWhole(portal, receiptsIn(sending.said));
    }
  }, 60_000);

  it('P6: is one, also when the form went to two processes, and again after that', async () => {
    const portal = await aPortal(engine);
    const other = openApp(portal.config);
    onTestFinished(() => other.close());
    const token = newSecret();
    const answers = await Promise.all([portal.app, other].map((app) => app.signals.intake.send(portal.form, token)));
    answers.push(await other.signals.intake.send(portal.form, token));
    const receipts = answers.map((answer) => (answer.ok ? answer.value.receipt : answer.reason));
    expect(new Set(receipts).size).toBe(1);
    expect((await expectWhole(portal, receipts)).ids).toHaveLength(1);
  });
});

describe('when the database does not take a signal', () => {
  it('P6: a disk that is full refuses, keeps what it had, and takes nobody down', async () => {
    const portal = await aPortal('sqlite');
    // No file may grow beyond 2 MB: what the disk of a full machine would say, for this one process.
    const sending = sender(portal.env, 60, "trap '' XFSZ; ulimit -f 2048;");
    const [code] = await sending.ended;
    expect(code).toBe(0);
    const receipts = receiptsIn(sending.said);
    const failed = sending.said.filter(([word]) => word === 'failed');
    expect(receipts.length).toBeGreaterThan(0);
    expect(failed.length).toBeGreaterThan(0);
    expect(sending.said.at(-1)).toEqual(['healthy', 'true', '1']);
    expect(JSON.stringify(failed)).not.toContain('Kanarie');
    expect((await expectWhole(portal, receipts)).ids).toHaveLength(receipts.length);
    // With room again, the same form is taken.
    expect(await portal.app.signals.intake.send(portal.form, failed[0]?.[1] ?? '')).toMatchObject({
      ok: true,
      value: { already: false },
    });
  }, 60_000);

  it('P6: one that somebody else holds makes it wait, and then refuse; later the same form is taken', async () => {
    const portal = await aPortal('sqlite');
    const holder = new Database(join(portal.config.dataDir, 'signals.sqlite'));
    onTestFinished(() => {
      holder.close();
    });
    const token = newSecret();
    holder.exec('begin immediate');
    await expect(portal.app.signals.intake.send(portal.form, token)).rejects.toMatchObject({
      message: 'A signal could not be stored (SQLITE_BUSY)',
      // The log shows this and no words.
      code: 'SQLITE_BUSY',
    });
    holder.exec('rollback');
    expect((await stored(portal)).ids).toEqual([]);
    expect(await portal.app.signals.intake.send(portal.form, token)).toMatchObject({ value: { already: false } });
    await expectWhole(portal, []);
  }, 30_000);

  it('P6: one whose connections break refuses or has stored it; never by half, never twice', async () => {
    const portal = await aPortal('postgres');
    const url = portal.env.DATABASE_URL_SIGNALS;
    const breaker = new pg.Client({ connectionString: url });
    await breaker.connect();
    onTestFinished(() => breaker.end());
    const tokens = Array.from({ length: 40 }, () => newSecret());
    const all = tokens.map((token) => portal.app.signals.intake.send(portal.form, token));
    const settled = Promise.allSettled(all);
    await Promise.race(all);
    await breaker.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const receipts = (await settled).flatMap((one) =>
      one.status === 'fulfilled' && one.value.ok ? one.value.value.receipt : [],
    );
    await expectWhole(portal, receipts);
    const again = await Promise.all(tokens.map((token) => portal.app.signals.intake.send(portal.form, token)));
    expect(again.every(({ ok }) => ok)).toBe(true);
    expect((await expectWhole(portal, receipts)).ids).toHaveLength(tokens.length);
  }, 30_000);
});
