import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { makeForgetSignals, type ForgetStore } from '../../src/domain/signals/forget/forget-signals.ts';
import type { SignalState } from '../../src/domain/signals/signal.ts';
import type { RealmTarget } from '../../src/storage/engine/index.ts';
import { openRealm } from '../../src/storage/engine/index.ts';
import { makeForgetStore } from '../../src/storage/signals/forget-store.ts';
import { defineTables } from '../../src/storage/signals/tables.ts';
import { onBothEngines } from './on-both-engines.ts';

const folder = join(import.meta.dirname, '../../db/signals');
const open = (target: RealmTarget) => {
  const database = openRealm(target, { realm: 'signals', folder, tables: defineTables, watched: false });
  return { database, store: makeForgetStore(database) };
};

/** Bytes that are found again in a file, whatever is around them. */
const marked = (mark: string, size = 3000) => new Uint8Array(Buffer.concat([Buffer.from(mark), randomBytes(size)]));

const filesOf = (target: RealmTarget): string => {
  if (!('sqlite' in target)) throw new Error('Only SQLite has files to look in.');
  const where = dirname(target.sqlite);
  return readdirSync(where)
    .map((name) => readFileSync(join(where, name), 'latin1'))
    .join('\n');
};

onBothEngines('forgetting signals', open, (realm, target) => {
  const tables = () => realm().database.read.t;
  const all = () => realm().database.read.db.select().from(tables().signals);

  async function given(state: SignalState, week: string, mark = 'mark') {
    const id = newId();
    await realm().database.write(async ({ db, t }) => {
      const receipt = { receiptHash: `hash of ${id}`, receiptLookup: `lookup of ${id}` };
      const secret = {
        sealed: marked(`${mark} text`),
        keyId: 'key',
        senderKey: marked(`${mark} sender`, 20),
        ...receipt,
      };
      await db
        .insert(t.signals)
        .values({ id, buurtId: 'b', kind: 'wish', themeId: null, cell: null, week, state, ...secret });
      await db.insert(t.photos).values({ signalId: id, sealed: marked(`${mark} photo`), keyId: 'key' });
      const turn = { signalId: id, turn: 1, by: 'desk', week, keyId: 'key', sealedForSender: null } as const;
      await db.insert(t.turns).values({ ...turn, sealedForDesk: marked(`${mark} turn`) });
      await db.insert(t.proposals).values({ signalId: id, decision: 'accepted', mark: 'm' });
    });
    return id;
  }

  beforeEach(async () => {
    await realm().database.write(async ({ db, t }) => {
      for (const table of [t.signals, t.photos, t.turns, t.proposals, t.spentForms, t.unsealed]) await db.delete(table);
    });
  });

  it('P10: after the period nothing is left of what did not count, and of what counts only the tick', async () => {
    const states = ['new', 'asked', 'proposed', 'duplicate', 'refused', 'accepted', 'released'] as const;
    for (const state of states) await given(state, '2027-W10');
    expect(await realm().store.forgetUpTo('2027-W09')).toBe(0);
    expect(await realm().store.forgetUpTo('2027-W10')).toBe(states.length);

    const left = await all();
    expect(left.map(({ state }) => state).toSorted()).toEqual(['accepted', 'released']);
    const nothing = { sealed: null, keyId: null, senderKey: null, receiptHash: null, receiptLookup: null };
    for (const row of left) expect(row).toMatchObject({ ...nothing, kind: 'wish', week: '2027-W10' });
    const { db } = realm().database.read;
    for (const table of [tables().photos, tables().turns, tables().proposals]) expect(await db.$count(table)).toBe(0);
    // A second time there is nothing to do, so no commit and no wiping.
    expect(await realm().store.forgetUpTo('2027-W10')).toBe(0);
  });

  it('P10: keeps what came a week later, with its photo and its dialogue', async () => {
    const id = await given('new', '2027-W11');
    await realm().store.forgetUpTo('2027-W10');
    expect((await all()).map((row) => row.id)).toEqual([id]);
    expect(await realm().database.read.db.$count(tables().photos)).toBe(1);
  });

  it('forgets more than fit in one transaction, over the end of a year', async () => {
    for (let at = 0; at < 230; at += 1) await given('refused', at % 2 === 0 ? '2026-W53' : '2027-W01');
    expect(await realm().store.forgetUpTo('2026-W53')).toBe(115);
    expect(await all()).toHaveLength(115);
  });

  it('forgets the forms that were used up, and signals from before sealing', async () => {
    await realm().database.write(async ({ db, t }) => {
      await db.insert(t.spentForms).values([
        { hash: 'old', week: '2027-W09' },
        { hash: 'young', week: '2027-W10' },
      ]);
      const plain = { buurtId: 'b', kind: 'wish', text: 'leesbaar', themeId: null, cell: null } as const;
      await db
        .insert(t.unsealed)
        .values({ id: 'u', ...plain, week: '2027-W09', state: 'new', receiptHash: 'h', receiptLookup: 'l' });
    });
    await realm().store.forgetFormsUpTo('2027-W09');
    expect(await realm().store.forgetUpTo('2027-W09')).toBe(1);
    const left = await realm().database.read.db.select().from(tables().spentForms);
    expect(left.map(({ hash }) => hash)).toEqual(['young']);
  });

  it('P2: after the nightly rewriting no order of arrival is left in the database', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 60; at += 1) ids.push(await given('new', '2027-W10', `#${String(at).padStart(3, '0')}#`));
    await realm().store.shuffle();
    expect((await all()).map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const place = target();
    if ('sqlite' in place) {
      const bytes = filesOf(place);
      const found = [...bytes.matchAll(/#(\d{3})# photo/g)].map(([, number]) => Number(number));
      expect(found).toHaveLength(60);
      expect(found).not.toEqual(found.toSorted((a, b) => a - b));
      return;
    }
    const rows = await realm()
      .database.read.db.select({
        id: tables().signals.id,
        writer: sql<string>`xmin::text`,
      })
      .from(tables().signals)
      .orderBy(sql`ctid`);
    expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1);
    // The server's own order of text: that of the primary key.
    const byKey = await realm()
      .database.read.db.select({ id: tables().signals.id })
      .from(tables().signals)
      .orderBy(tables().signals.id);
    expect(rows.map(({ id }) => id)).toEqual(byKey.map(({ id }) => id));
    expect(rows.map(({ id }) => id)).not.toEqual(ids);
  });
});

describe('forgetting by the clock', () => {
  const begin = () => {
    const told: string[] = [];
    const tell = (what: string, found = 0) => Promise.resolve(told.push(what)).then(() => found);
    const clock = { now: new Date('2027-03-18T10:00:00Z'), found: 0 };
    const forgetting: ForgetStore = {
      forgetUpTo: (week) => tell(`signals ${week}`, clock.found),
      forgetFormsUpTo: async (week) => void (await tell(`forms ${week}`)),
      wipe: async () => void (await tell('wipe')),
      shuffle: async () => void (await tell('shuffle')),
    };
    const forget = makeForgetSignals({ forgetting, keepWeeks: 26, now: () => clock.now });
    return { told, clock, forget };
  };

  it('P10: forgets in the week in which the stated period ends', async () => {
    const { told, forget } = begin();
    await forget();
    expect(told).toEqual(['signals 2026-W38', 'forms 2027-W09', 'shuffle']);
  });

  it('P10: wipes each hour, also for a withdrawal that could not, and takes the order away once a day', async () => {
    const { told, clock, forget } = begin();
    await forget();
    told.length = 0;
    await forget();
    clock.now = new Date('2027-03-19T10:00:00Z');
    await forget();
    const work = told.filter((what) => !what.includes(' '));
    expect(work).toEqual(['wipe', 'shuffle']);
  });
});
