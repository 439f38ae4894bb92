import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../src/app.ts';
import { signUpWindow, type Meeting } from '../../src/domain/meetings/index.ts';
import { median, type Line } from './report.ts';

const SIGN_UPS = 1_500;
const FEW = 10;
const MANY = 100_000;
const SIGNALS = 400;
/** A text in its padding, sealed. */
const SEALED_BYTES = 8_240;
const AT_ONCE = 64;
const ROUNDS = 3;

async function perSecond(count: number, act: (index: number) => Promise<void>): Promise<number> {
  const begin = performance.now();
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await act(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return (count * 1000) / (performance.now() - begin);
}

/** The least there is to compare with: one row a commit, with the same promise about power cuts. */
function rawInserts(folder: string): (count: number) => number {
  const database = new Database(join(folder, `raw-${randomUUID()}.sqlite`));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table rows (id text primary key, name text, email text, needs text, at integer)');
  const insert = database.prepare('insert into rows values (?, ?, ?, ?, ?)');
  return (count) => {
    const begin = performance.now();
    for (let index = 0; index < count; index += 1)
      insert.run(randomUUID(), 'Noor', `noor${index}@example.org`, '', Date.now());
    return (count * 1000) / (performance.now() - begin);
  };
}

/** Puts sign-ups on the list of a meeting that has room for twenty, as if they came before. */
function fillList(folder: string, { id, version, startsAt }: Meeting, count: number): void {
  const database = new Database(join(folder, 'residents.sqlite'));
  const [places, later] = [20, startsAt.getTime() + 16 * 86_400_000];
  const list = `insert into sign_up_lists (meeting_id, version, places, taken, waiting, last_number, turn, starts_at, off, forget_after)
    values (@id, @version, @places, @places, @count - @places, @count, @count, @startsAt, 0, @later)
    on conflict (meeting_id) do update set taken = excluded.taken, waiting = excluded.waiting, last_number = excluded.last_number`;
  const people = `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @count)
    insert into sign_ups (id, meeting_id, number, state, name, email, who, people, needs, created_at, confirmed_at, link_hash, forget_after)
    select @id || n, @id, n, iif(n <= @places, 'placed', 'waiting'), 'Noor', n || '@example.org', n || '@example.org noor', 1, '',
      @at, @at, @id || n, @later from numbers`;
  const values = {
    id,
    version,
    places: Math.min(places, count),
    count,
    startsAt: startsAt.getTime(),
    at: Date.now(),
    later,
  };
  database.transaction(() => {
    database.prepare('delete from sign_ups where meeting_id = ?').run(id);
    for (const statement of [list, people]) database.prepare(statement).run(values);
  })();
  // What was put in is not to be tidied away during the measurement.
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** How many sign-ups a second, each with its letter and durable, as a ratio to raw inserts in the same minute. */
async function measureSignUps(app: App, meeting: Meeting, raw: (count: number) => number) {
  const signUp = async (): Promise<void> => {
    const id = randomUUID();
    const words = { by: '', needs: '', question: '', wantsReport: false, language: 'nl' } as const;
    const form = { name: 'Noor', email: `${id}@example.org`, people: 1, ...words };
    const outcome = await app.signUps.register({ ...form, meetingId: meeting.id, attempt: id });
    if (!outcome.ok) throw new Error(`A sign-up was refused: ${outcome.reason}`);
  };
  const [raws, signUps, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [least, real] = [raw(SIGN_UPS), await perSecond(SIGN_UPS, signUp)];
    raws.push(least);
    signUps.push(real);
    ratios.push(real / least);
  }
  return { raw: median(raws), perSecond: median(signUps), ratio: median(ratios) };
}

/** The same bytes as a signal without a photo, sealed already: one row a commit, in the table as it is. */
function rawSealed(folder: string): (count: number) => number {
  const database = new Database(join(folder, `raw-sealed-${randomUUID()}.sqlite`));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table rows (id text primary key, plain text, sealed blob, receipt text) without rowid');
  const insert = database.prepare('insert into rows values (?, ?, ?, ?)');
  const sealed = randomBytes(SEALED_BYTES);
  return (count) => {
    const begin = performance.now();
    for (let index = 0; index < count; index += 1) insert.run(randomUUID(), 'story 2027-W11 new', sealed, randomUUID());
    return (count * 1000) / (performance.now() - begin);
  };
}

/** How many signals a second, each sealed, with the slow hash of its receipt and durable, as a ratio to raw sealed inserts. */
async function measureSignals(app: App, folder: string) {
  const [buurt] = await app.buurten.list();
  if (!buurt) throw new Error('The sample has no buurt to measure with');
  const raw = rawSealed(folder);
  const signal = async (index: number): Promise<void> => {
    const form = { buurt: buurt.slug, kind: 'story', text: `Het is hier rustig, ${index}.`, theme: '', cell: null };
    const rest = { photo: null, channel: 'web', lane: 'fast', answers: [] } as const;
    const outcome = await app.signals.intake.send({ ...form, ...rest }, randomUUID());
    if (!outcome.ok) throw new Error(`A signal was refused: ${outcome.reason}`);
  };
  const [raws, signals, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [least, real] = [raw(SIGNALS), await perSecond(SIGNALS, signal)];
    raws.push(least);
    signals.push(real);
    ratios.push(real / least);
  }
  return { raw: median(raws), perSecond: median(signals), ratio: median(ratios) };
}

export async function measureWriting(app: App, folder: string): Promise<Line[]> {
  const open = (await app.meetings.listUpcoming()).filter((meeting) => signUpWindow(meeting, app.now()) === 'open');
  const [short, long] = open;
  if (!short || !long) throw new Error('The sample has no two meetings to measure with');
  const raw = rawInserts(folder);
  fillList(folder, short, FEW);
  const few = await measureSignUps(app, short, raw);
  fillList(folder, long, MANY);
  const many = await measureSignUps(app, long, raw);
  const others = await measureSignUps(app, short, raw);
  const signals = await measureSignals(app, folder);
  return [
    { what: 'raw better-sqlite3, one row a commit (per second)', value: few.raw },
    { what: `sign-ups with their letter, durable, ${FEW} on the list (per second)`, value: few.perSecond },
    { what: `ratio: sign-ups to raw inserts, ${FEW} on the list`, value: few.ratio, goal: '≥ 1' },
    { what: 'sign-ups, 100,000 on the list (per second)', value: many.perSecond },
    { what: 'ratio: sign-ups to raw inserts, 100,000 on the list', value: many.ratio, goal: '≥ 1' },
    { what: 'ratio: sign-ups to raw inserts, 100,000 on another list', value: others.ratio, goal: '≥ 1' },
    { what: 'raw better-sqlite3, one sealed row a commit (per second)', value: signals.raw },
    { what: 'signals, sealed, with the slow hash of their receipt, durable (per second)', value: signals.perSecond },
    { what: 'ratio: signals to raw sealed inserts', value: signals.ratio },
  ];
}
