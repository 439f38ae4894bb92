import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { z } from 'astro/zod';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import { makeSignals, openContent } from '../../src/domain/signals/index.ts';
import { openRealm, type RealmTarget } from '../../src/storage/engine/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { defineTables } from '../../src/storage/signals/tables.ts';
import { anActor, givenSignals, THE_TASK } from '../signals/given.ts';
import { aPlace, ENGINES } from './on-both-engines.ts';

const MIGRATIONS = join(import.meta.dirname, '../../db/signals');
const CANARY = 'Kanarie op het dak';
const PASSPHRASE = 'vier losse woorden samen';

/** As the portal of then (d8311df) made them for the code 4H09-3QQS-NGGD-1SY1-5HBC, with the secret key of `givenSignals`. */
const GIVEN_THEN = {
  receipt_hash: '$argon2id$v=19$m=8192,t=1,p=1$2zt6y5ZIWr4dWrUximc9rw$bpQ2DzwiacoJkacPG5KXuTekUj09yvvvxQTzpyT0o20',
  receipt_lookup: 'Eh3dICf-zAUVpvjqeCvB7tSET1A7qk6KAZHJYfQPKso',
};

/** The migrations of the portal as it was when signals were kept in plain words. */
function firstMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'older-signals-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const journal = z.looseObject({ entries: z.array(z.looseObject({ idx: z.number() })) });
  for (const engine of ENGINES) {
    mkdirSync(join(folder, engine, 'meta'), { recursive: true });
    cpSync(join(MIGRATIONS, engine, '0000_first-tables.sql'), join(folder, engine, '0000_first-tables.sql'));
    const all = journal.parse(JSON.parse(readFileSync(join(MIGRATIONS, engine, 'meta/_journal.json'), 'utf8')));
    const first = { ...all, entries: all.entries.filter(({ idx }) => idx === 0) };
    writeFileSync(join(folder, engine, 'meta/_journal.json'), JSON.stringify(first));
  }
  return folder;
}

/** Runs SQL past the portal. */
async function run(target: RealmTarget, sql: string, values: readonly (string | null)[] = []): Promise<unknown[]> {
  if ('sqlite' in target) {
    const file = new Database(target.sqlite);
    const statement = file.prepare(sql.replaceAll(/\$\d+/g, '?'));
    const rows = statement.reader ? statement.all(...values) : [statement.run(...values)];
    file.close();
    return rows;
  }
  const client = new pg.Client(target.postgres);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql, [...values]).finally(() => client.end());
  return rows;
}

const row = (changes: Partial<Record<string, string | null>> = {}) => ({
  ...{ id: newSecret(), buurt_id: 'lindebuurt', kind: 'feeling', text: CANARY, theme_id: null, cell: null },
  ...{ week: '2027-W08', state: 'new', receipt_hash: `hash ${newId()}`, receipt_lookup: newSecret() },
  ...changes,
});

/** A database of then, with these signals. */
async function givenOlder(engine: (typeof ENGINES)[number], rows: readonly ReturnType<typeof row>[]) {
  const { target, clear } = await aPlace(engine);
  onTestFinished(clear);
  const older = openRealm(target, { realm: 'signals', folder: firstMigrations(), tables: defineTables });
  await older.migrate();
  await older[Symbol.asyncDispose]();
  for (const one of rows) {
    const names = Object.keys(one);
    const marks = names.map((_, index) => `$${index + 1}`).join(', ');
    await run(target, `insert into signals (${names.join(', ')}) values (${marks})`, Object.values(one));
  }
  return target;
}

/** The same, opened by the portal of now; around it the buurten of `givenSignals`. */
async function opened(target: RealmTarget) {
  const realm = openSignals(target);
  onTestFinished(() => realm.database[Symbol.asyncDispose]());
  await realm.database.migrate();
  const { database: _database, ...stores } = realm;
  const { needs, buurt, cells } = await givenSignals();
  return { realm, signals: makeSignals({ ...needs, ...stores }), buurt, cells };
}

describe.each(ENGINES)('signals from before sealing, on %s', (engine) => {
  it('P5: wait, unread, until there is a key, and are sealed then: receipt, week and state stay', async () => {
    const rows = [row(), row({ state: 'accepted', theme_id: 'een thema' }), row({ state: 'refused', kind: 'wish' })];
    const target = await givenOlder(engine, rows);
    const { realm, signals } = await opened(target);
    expect(await signals.keys.sealWaiting()).toBe(0);
    expect(await realm.keyStore.unsealed(10)).toHaveLength(3);

    await signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
    expect(await signals.keys.sealWaiting()).toBe(3);
    expect(await signals.keys.sealWaiting()).toBe(0);
    expect(await run(target, 'select * from unsealed_signals')).toEqual([]);

    await signals.keys.open(anActor('Dina', { role: 'desk', buurtId: null }), 'a session', PASSPHRASE);
    const pair = [...(signals.keys.pairs('a session')?.values() ?? [])][0];
    const { db, t } = realm.database.read;
    const stored = await db.select().from(t.signals);
    for (const before of rows) {
      const after = stored.find(({ receiptLookup }) => receiptLookup === before.receipt_lookup);
      expect(after).toMatchObject({
        ...{ buurtId: before.buurt_id, kind: before.kind, themeId: before.theme_id, week: before.week },
        ...{ state: before.state, receiptHash: before.receipt_hash, senderKey: null },
      });
      // The id of before followed from the form.
      expect(after?.id).not.toBe(before.id);
      const content = pair && after?.sealed ? openContent(after.sealed, pair) : undefined;
      expect(content).toEqual({ text: CANARY, channel: 'web', lane: 'fast', answers: [], redacted: false });
    }
  });

  it('P7: are found, withdrawn and gone with the code that their sender was given then', async () => {
    const target = await givenOlder(engine, [row({ ...GIVEN_THEN, state: 'accepted' }), row()]);
    const { realm, signals } = await opened(target);
    await signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
    await signals.keys.sealWaiting();
    const code = '4h09 3qqs nggd isyi 5hbc';
    expect(await signals.dialogue.follow(code)).toEqual({
      ok: true,
      value: { standing: 'counts', turns: [], mayReply: false },
    });
    await signals.dialogue.withdraw(code);
    expect(await signals.dialogue.follow(code)).toEqual({ ok: false, reason: 'unknown' });
    expect(await realm.database.read.db.$count(realm.database.read.t.signals)).toBe(1);
  });

  it('P3: get the cell of now, or the buurt where there is none', async () => {
    const given = await givenSignals();
    const [square] = given.cells[0]?.squares ?? [];
    const cell = `r${square?.x ?? ''}-${square?.y ?? ''}`;
    const rows = [row({ cell }), row({ cell: 'r1-4000' })];
    const target = await givenOlder(engine, rows);
    const realm = openSignals(target);
    onTestFinished(() => realm.database[Symbol.asyncDispose]());
    await realm.database.migrate();
    await run(target, 'update unsealed_signals set buurt_id = $1', [given.buurt.id]);
    const { database: _database, ...stores } = realm;
    const signals = makeSignals({ ...given.needs, ...stores });
    await signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
    await signals.keys.sealWaiting();
    const { db, t } = realm.database.read;
    const cells = new Map((await db.select().from(t.signals)).map((one) => [one.receiptLookup, one.cell]));
    expect(rows.map(({ receipt_lookup }) => cells.get(receipt_lookup))).toEqual([given.cells[0]?.id, null]);
  });

  it('are sealed once when two processes do it at the same moment', async () => {
    const rows = Array.from({ length: 250 }, () => row());
    const target = await givenOlder(engine, rows);
    const [one, other] = [await opened(target), await opened(target)];
    await one.signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
    const counts = await Promise.all([one, other].map(({ signals }) => signals.keys.sealWaiting()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(250);
    const { db, t } = one.realm.database.read;
    expect(await db.$count(t.signals)).toBe(250);
  });
});

it('P5: leaves nothing of the plain words in the SQLite files once they are sealed', async () => {
  const target = await givenOlder(
    'sqlite',
    Array.from({ length: 60 }, () => row({ text: `${CANARY} `.repeat(60) })),
  );
  const folder = 'sqlite' in target ? dirname(target.sqlite) : '';
  const bytes = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  expect(bytes()).toContain('Kanarie');
  const { signals } = await opened(target);
  expect(bytes()).toContain('Kanarie');
  await signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
  expect(await signals.keys.sealWaiting()).toBe(60);
  expect(bytes()).not.toContain('Kanarie');
});

it('P5: leaves nothing of the plain words in the files of PostgreSQL either', async () => {
  const rows = Array.from({ length: 60 }, () => row({ text: `${CANARY} `.repeat(30) }));
  const target = await givenOlder('postgres', rows);
  const { signals } = await opened(target);
  /** The tables, of the portal or the server's own, in whose files the words stand. */
  const where = async () => {
    await run(target, 'checkpoint');
    return run(
      target,
      `select relname from pg_class where relkind in ('r', 'i', 't') and pg_relation_filepath(oid) like 'base/%'
       and position('Kanarie'::bytea in pg_read_binary_file(pg_relation_filepath(oid), true)) > 0`,
    );
  };
  expect(await where()).toContainEqual({ relname: 'unsealed_signals' });
  await signals.keys.make(THE_TASK, { passphrase: PASSPHRASE });
  expect(await signals.keys.sealWaiting()).toBe(60);
  expect(await where()).toEqual([]);
});
