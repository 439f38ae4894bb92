import Database from 'better-sqlite3';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'astro/zod';
import { openRealm, type RealmTarget } from '../../src/storage/engine/index.ts';
import { openPublished } from '../../src/storage/published/index.ts';
import { defineTables } from '../../src/storage/published/tables.ts';
import { aBuurt, aReport, nextVersion } from '../factories/index.ts';
import { aPlace, ENGINES } from './on-both-engines.ts';

const MIGRATIONS = join(import.meta.dirname, '../../db/published');

/** The migrations of the portal as it was before meetings had an agenda, and a report. */
function firstMigrations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'older-migrations-'));
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

/** Runs SQL past the portal: its own tables have columns that were not there yet. */
async function run(target: RealmTarget, sql: string, values: readonly (string | number)[]): Promise<void> {
  if ('sqlite' in target) {
    using database = { file: new Database(target.sqlite), [Symbol.dispose]: () => void database.file.close() };
    database.file.prepare(sql.replaceAll(/\$\d+/g, '?')).run(...values);
    return;
  }
  const client = new pg.Client(target.postgres);
  await client.connect();
  await client.query(sql, [...values]).finally(() => client.end());
}

const STARTS = new Date('2027-03-18T18:30:00.000Z');
const ENDS = new Date('2027-03-18T20:30:00.000Z');
const TOLD = new Date('2027-03-01T09:00:00.000Z');

/** What a meeting was made of then, as it stands in the table and in the history. */
const before = {
  title: 'Praat mee',
  description: 'Over de trappen.',
  summary: 'Een avond.',
  placeName: 'De Linde',
  address: 'Lindestraat 1',
  place: null,
  places: 20,
  organiser: 'De Linde',
  languages: ['nl'],
  wheelchair: true,
  childcare: false,
  food: false,
  themeIds: [],
  cancelled: null,
};
/** What it says of everything that came later. */
const since = {
  audience: '',
  agenda: '',
  signUpOpensAt: null,
  signUpClosesAt: null,
  route: '',
  online: false,
  interpreters: [],
  translations: [],
  series: null,
};

/** A meeting as it stood in the table then. */
async function addMeeting(
  target: RealmTarget,
  { id, slug, buurtId, starts, ends }: { id: string; slug: string; buurtId: string; starts: Date; ends: Date },
): Promise<void> {
  const sqlite = 'sqlite' in target;
  const at = (instant: Date) => (sqlite ? instant.getTime() : instant.toISOString());
  const is = (value: boolean) => (sqlite ? Number(value) : String(value));
  await run(
    target,
    `insert into meetings (id, version, published_at, changed_at, buurt_id, slug, title, description, summary, starts_at,
       ends_at, place_name, address, places, organiser, languages, wheelchair, childcare, food, theme_ids)
     values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 20, $13, '["nl"]', $14, $15, $16, '[]')`,
    [
      ...[
        id,
        at(TOLD),
        at(TOLD),
        buurtId,
        slug,
        before.title,
        before.description,
        before.summary,
        at(starts),
        at(ends),
      ],
      ...[before.placeName, before.address, before.organiser, is(true), is(false), is(false)],
    ],
  );
  await run(
    target,
    `insert into versions (kind, subject_id, version, at, note, content) values ('meeting', $1, 1, $2, '', $3)`,
    [id, at(TOLD), JSON.stringify({ ...before, startsAt: starts, endsAt: ends })],
  );
}

describe.each(ENGINES)('a database from before, on %s', (engine) => {
  /** A database of then, with a buurt in it. */
  async function givenOlder() {
    const { target, clear } = await aPlace(engine);
    onTestFinished(clear);
    const buurt = aBuurt();
    const older = openRealm(target, { realm: 'published', folder: firstMigrations(), tables: defineTables });
    await older.migrate();
    await older.write(async ({ db, t }) => {
      await db.insert(t.buurten).values(buurt);
    });
    await older[Symbol.asyncDispose]();
    return { target, buurt };
  }

  /** The same, opened by the portal of now. */
  async function opened(target: RealmTarget) {
    const published = openPublished(target);
    onTestFinished(() => published.database[Symbol.asyncDispose]());
    await published.database.migrate();
    return published;
  }

  it('is late with no report of what was over by then, and promises one of what was still to come', async () => {
    const { target, buurt } = await givenOlder();
    const on = (day: string) => ({ starts: new Date(`${day}T18:00:00.000Z`), ends: new Date(`${day}T20:00:00.000Z`) });
    await addMeeting(target, { id: 'held', slug: 'geweest', buurtId: buurt.id, ...on('2020-03-18') });
    await addMeeting(target, { id: 'to-come', slug: 'straks', buurtId: buurt.id, ...on('2100-03-18') });
    const { meetings } = await opened(target);
    expect(await meetings.get('held')).toMatchObject({ reportPromised: false });
    expect(await meetings.get('to-come')).toMatchObject({ reportPromised: true });
    const awaited = await meetings.listAwaitingReport(new Date('2101-01-01T00:00:00.000Z'));
    expect(awaited.map(({ id }) => id)).toEqual(['to-come']);
  });

  it('keeps its meetings and their history, and everything that came later has its default', async () => {
    const { target, buurt } = await givenOlder();
    await addMeeting(target, { id: 'old', slug: 'praat-mee', buurtId: buurt.id, starts: STARTS, ends: ENDS });
    const published = await opened(target);
    const meeting = await published.meetings.find('praat-mee');
    const hours = { startsAt: STARTS, endsAt: ENDS };
    expect(meeting).toMatchObject({ ...before, ...since, ...hours, id: 'old', placesLeft: 20, waiting: 0 });
    expect(await published.meetings.history('old')).toEqual([
      { version: 1, at: TOLD, note: '', content: { ...before, ...since, ...hours } },
    ]);

    // It can be changed and reported on like any other.
    if (meeting === undefined) throw new Error('The meeting is gone.');
    const { placesLeft: _left, waiting: _waiting, ...text } = meeting;
    expect(await published.meetings.save(nextVersion(text, { route: 'Naast de apotheek.' }), 'Beter.')).toBe('saved');
    expect(await published.reports.save(aReport({ id: 'old', buurtId: buurt.id }), '')).toBe('saved');
    expect((await published.meetings.history('old')).map(({ content }) => content.route)).toEqual([
      'Naast de apotheek.',
      '',
    ]);
  });
});
