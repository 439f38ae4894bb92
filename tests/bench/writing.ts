import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { App } from '../../src/app.ts';
import { median, type Line } from './report.ts';

const SIGN_UPS = 1_500;
const SIGNALS = 200;
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

export async function measureWriting(app: App, folder: string): Promise<Line[]> {
  const [meeting] = await app.meetings.listUpcoming();
  const [buurt] = await app.buurten.list();
  if (!meeting || !buurt) throw new Error('The sample has no meeting or buurt to measure with');
  const raw = rawInserts(folder);
  const signUp = async (): Promise<void> => {
    const id = randomUUID();
    const form = { name: 'Noor', email: `${id}@example.org`, people: 1, needs: '' };
    const outcome = await app.signUps.register({ ...form, meetingId: meeting.id, attempt: id });
    if (!outcome.ok) throw new Error(`A sign-up was refused: ${outcome.reason}`);
  };
  const signal = async (index: number): Promise<void> => {
    const form = { buurt: buurt.slug, kind: 'story', text: `Het is hier rustig, ${index}.`, theme: '', cell: null };
    const outcome = await app.signals.send(form, app.signals.newFormToken());
    if (!outcome.ok) throw new Error(`A signal was refused: ${outcome.reason}`);
  };
  const [raws, signUps, signals]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    raws.push(raw(SIGN_UPS));
    signUps.push(await perSecond(SIGN_UPS, signUp));
    signals.push(await perSecond(SIGNALS, signal));
  }
  return [
    { what: 'raw better-sqlite3, one row a commit (per second)', value: median(raws) },
    { what: 'sign-ups with their letter, durable (per second)', value: median(signUps) },
    { what: 'ratio: sign-ups to raw inserts', value: median(signUps) / median(raws), goal: '≥ 1' },
    { what: 'signals with the slow hash of their receipt, durable (per second)', value: median(signals) },
    { what: 'ratio: signals to raw inserts', value: median(signals) / median(raws) },
  ];
}
