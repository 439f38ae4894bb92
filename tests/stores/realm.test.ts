import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { openProfessionals } from '../../src/storage/professionals/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aBuurt, anAccount, aSealedSignal, aSignUp, someTerms, plainLetter } from '../factories/index.ts';
import { aPlace, ENGINES, onBothEngines } from './on-both-engines.ts';

const fileOf = (target: RealmTarget) => {
  if (!('sqlite' in target)) throw new Error('This test is about SQLite files.');
  return target.sqlite;
};

/** All bytes of a realm's files: the database, its WAL and what else lies beside it. */
const bytesOf = (target: RealmTarget) => {
  const folder = dirname(fileOf(target));
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
};

onBothEngines('a realm', openProfessionals, (realm, target) => {
  it('rolls back what fails and keeps what others did at the same moment', async () => {
    const [one, two, three] = [anAccount(), anAccount(), anAccount()];
    const { accounts, database } = realm();
    const outcomes = await Promise.allSettled([
      accounts.save(one),
      database.write(async ({ db, t }) => {
        await db.insert(t.accounts).values({ ...two, emailKey: two.email });
        throw new Error('Not after all.');
      }),
      accounts.save(three),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const stored = await Promise.all([one, two, three].map(({ id }) => accounts.get(id)));
    expect(stored).toEqual([one, undefined, three]);
  });

  it('shows nobody a transaction that is not done', async () => {
    const account = anAccount();
    const { accounts, database } = realm();
    await database.write(async ({ db, t }) => {
      await db.insert(t.accounts).values({ ...account, emailKey: account.email });
      expect(await accounts.get(account.id)).toBeUndefined();
    });
    expect(await accounts.get(account.id)).toEqual(account);
  });

  it('loses none of forty changes at once that each depend on the one before', async () => {
    const { accounts } = realm();
    const account = anAccount({ totpLastStep: 0 });
    await accounts.save(account);
    const next = () => accounts.change(account.id, (now) => ({ ...now, totpLastStep: (now.totpLastStep ?? 0) + 1 }));
    await Promise.all(Array.from({ length: 40 }, next));
    expect((await accounts.get(account.id))?.totpLastStep).toBe(40);
  });

  it('cannot write through the handle that reads', async () => {
    const account = anAccount();
    await realm().accounts.save(account);
    const { db, t } = realm().database.read;
    const row = { ...anAccount(), emailKey: newId() };
    await expect((async () => await db.insert(t.accounts).values(row))()).rejects.toThrow();
    await expect((async () => await db.delete(t.accounts).where(eq(t.accounts.id, account.id)))()).rejects.toThrow();
    expect(await realm().accounts.get(account.id)).toEqual(account);
  });

  it('has another revision after each commit, also one through another handle, and the same while nothing changes', async () => {
    const other = openProfessionals(target());
    try {
      await other.accounts.count();
      const { database, accounts } = realm();
      const seen = [database.revision()];
      await accounts.save(anAccount());
      seen.push(database.revision());
      await other.accounts.save(anAccount());
      await expect.poll(() => database.revision()).not.toBe(seen[1]);
      seen.push(database.revision());
      expect(new Set(seen).size).toBe(3);
    } finally {
      await other.database[Symbol.asyncDispose]();
    }
  });

  it('has everything that was saved after it was closed and opened again', async () => {
    const other = openProfessionals(target());
    const account = anAccount();
    const saving = other.accounts.save(account);
    await saving;
    await other.database[Symbol.asyncDispose]();
    expect(await realm().accounts.get(account.id)).toEqual(account);
  });

  it('finishes what was asked before it was closed', async () => {
    const other = openProfessionals(target());
    const account = anAccount();
    const saving = other.accounts.save(account);
    await Promise.all([saving, other.database[Symbol.asyncDispose]()]);
    expect(await realm().accounts.get(account.id)).toEqual(account);
  });
});

it.each(ENGINES)('makes its tables once when several start at the same moment, on %s', async (engine) => {
  const { target, clear } = await aPlace(engine);
  const several = [1, 2, 3, 4].map(() => openPublished(target));
  await Promise.all(several.map(({ database }) => database.migrate()));
  const [first, ...others] = several;
  const buurt = aBuurt();
  await first?.buurten.save(buurt, '');
  for (const other of others) expect(await other.buurten.get(buurt.id)).toEqual(buurt);
  for (const { database } of several) await database[Symbol.asyncDispose]();
  clear();
});

it('leaves no trace of a forgotten resident in the SQLite files', async () => {
  const { target, clear } = await aPlace('sqlite');
  const residents = openResidents(target);
  await residents.database.migrate();
  const secrets = ['Zwaantje Quispel', 'zwaantje@quispel.example', 'allergisch voor walnoten'];
  const [name = '', email = '', needs = ''] = secrets;
  const [over, coming] = [newId(), newId()];
  const terms = someTerms({ meetingId: over, forgetAfter: new Date(0) });
  await residents.signUps.add(aSignUp({ meetingId: over, name, email, needs }), terms, plainLetter);
  for (let at = 0; at < 50; at += 1)
    await residents.signUps.add(aSignUp({ meetingId: coming }), someTerms({ meetingId: coming }), plainLetter);
  for (const secret of secrets) expect(bytesOf(target)).toContain(secret);
  await residents.signUps.forget(new Date());
  for (const secret of secrets) expect(bytesOf(target)).not.toContain(secret);
  await residents.database[Symbol.asyncDispose]();
  clear();
});

it('P2: keeps everything about signals in SQLite without row numbers, which would tell who came after whom', async () => {
  const { target, clear } = await aPlace('sqlite');
  const { database, intakeStore } = openSignals(target);
  await database.migrate();
  const arrived = Array.from({ length: 40 }, () => aSealedSignal({ photo: new Uint8Array([1]) }));
  for (const signal of arrived) await intakeStore.add(signal, newSecret());
  const raw = new Database(fileOf(target), { readonly: true });
  const tables = raw.prepare(
    `select name from sqlite_schema where type = 'table' and name not like '!_!_%' escape '!' and name not like 'sqlite!_%' escape '!'`,
  );
  const names = tables.pluck().all();
  expect(names).toContain('signals');
  for (const name of names)
    expect(() => raw.prepare(`select rowid from ${String(name)}`), String(name)).toThrow('no such column: rowid');
  // As they lie in the file: by their random keys.
  for (const each of ['id, sealed from signals', 'signal_id, sealed from photos'])
    expect(raw.prepare(`select ${each}`).pluck().all()).toEqual(arrived.map(({ id }) => id).toSorted());
  raw.close();
  await database[Symbol.asyncDispose]();
  clear();
});
