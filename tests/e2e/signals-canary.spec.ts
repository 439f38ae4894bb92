import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { jpegThatTells } from '../photos/files.ts';
import { filesUnder, momentsBetween, writings } from '../signals/traces.ts';
import { startPortalWithClock, type PortalWithClock } from './clock.ts';
import { aLink, fillIn } from './people.ts';
import { carried, codeIn, FILE_NAME, HEADERS, POINT, postTo, read, SENDER } from './tracked-visitor.ts';

// A portal of its own, with the sample and a log-in, and three signals that are read before they go.
test.setTimeout(240_000);

const PASSPHRASE = 'vijf kanaries fluiten zelden samen';
const NAME = 'Kanariepietersma';
const STORY = `Zeldzame kanarietekst over ${NAME} bij de trap`;
const QUESTION = 'Welke kanarietrap bedoelt u precies?';
const REPLY = 'De kanarietrap naast de fietsenkelder.';
const run = promisify(execFile);

interface Given extends AsyncDisposable {
  readonly portal: PortalWithClock;
  /** Everything that the portal writes is under it: databases, backups and temporary files. */
  readonly folder: string;
  readonly dataDir: string;
}

async function givenPortal(port: number): Promise<Given> {
  const folder = await mkdtemp(join(tmpdir(), 'signal-canary-'));
  const [dataDir, temporary] = [join(folder, 'data'), join(folder, 'tmp')];
  await mkdir(temporary);
  const portal = await startPortalWithClock(dataDir, port, { TMPDIR: temporary, TRUSTED_PROXY: '127.0.0.1' });
  const beside = openApp(readConfig({ DATA_DIR: dataDir }));
  await beside.signals.keys.make({ kind: 'system', name: 'test' }, { passphrase: PASSPHRASE, isNew: true });
  await beside.close();
  return {
    ...{ portal, folder, dataDir },
    async [Symbol.asyncDispose]() {
      await portal[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

interface Sent {
  readonly receipt: string;
  /** What nobody may find. */
  readonly secrets: readonly (string | Buffer)[];
}

/** The whole way of a resident whose device tells as much as it can. */
async function sendSignal({ origin }: PortalWithClock, text: string): Promise<Sent> {
  const form = await (await fetch(`${origin}/signaal?buurt=h-buurt`, { headers: HEADERS })).text();
  const cell = /<option value="(r\d+-\d+[^"]*)"/.exec(form)?.[1] ?? '';
  expect(cell).not.toBe('');
  const fields = { buurt: 'h-buurt', kind: 'feeling', text, theme: '', place: 'cell', cell, ...POINT };
  const photo = await jpegThatTells('KANARIEBEELD');
  const { html } = await postTo(origin, '/signaal?_action=signals.check', { ...fields, photo });
  const kept = carried(html);
  await read();
  const receipt = codeIn((await postTo(origin, '/signaal?_action=signals.send', { ...fields, ...kept })).html);
  expect(receipt).not.toBe('');
  const picture = Buffer.from(kept['carriedPhoto']?.split('.')[1] ?? '', 'base64');
  expect(picture.length).toBeGreaterThan(200);
  const code = [receipt, receipt.replaceAll('-', ''), receipt.toLowerCase()];
  return { receipt, secrets: [...code, kept['token'] ?? '', picture.subarray(100, 140)] };
}

async function replyTo({ origin }: PortalWithClock, code: string): Promise<void> {
  const path = '/signaal/volgen?_action=follow';
  expect((await postTo(origin, `${path}.open`, { code })).html).toContain(QUESTION);
  const { html } = await postTo(origin, `${path}.check`, { code, text: REPLY });
  await read();
  const sent = await postTo(origin, `${path}.reply`, { code, text: REPLY, ...carried(html) });
  expect(sent.html).toContain('Uw antwoord is binnen.');
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The desk, at the signal with these words. */
async function atTheDesk(browser: Browser, { portal, dataDir }: Given): Promise<Page> {
  const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await aLink({ role: 'desk' }, `${crypto.randomUUID()}@example.org`, dataDir));
  await fillIn(page);
  await page.goto('/beheer/signalen');
  await page.getByLabel('Wachtzin').fill(PASSPHRASE);
  await press(page, 'Maak open');
  return page;
}

async function work(page: Page, words: string): Promise<void> {
  await page.goto('/beheer/signalen');
  const entry = page.getByRole('listitem').filter({ hasText: words });
  await entry.getByRole('link', { name: 'Lees alles en beslis' }).click();
}

/** Some bytes out of the middle of everything that is sealed now, and the slow hashes of the codes. */
function sealedNow(dataDir: string): (string | Buffer)[] {
  const database = new DatabaseSync(join(dataDir, 'signals.sqlite'), { readOnly: true });
  const columns = [
    "SELECT sealed FROM signals WHERE week >= (SELECT max(week) FROM signals) AND state <> 'released'",
    'SELECT sealed FROM photos',
    'SELECT sealed_for_desk AS sealed FROM turns',
    'SELECT sealed_for_sender AS sealed FROM turns WHERE sealed_for_sender IS NOT NULL',
  ];
  const sealed = columns.flatMap((query) =>
    database
      .prepare(query)
      .all()
      .map((row) => row['sealed']),
  );
  database.close();
  return sealed.flatMap((bytes) => (bytes instanceof Uint8Array ? Buffer.from(bytes.subarray(200, 240)) : []));
}

async function whereIs(folder: string, traces: readonly (string | Buffer)[]): Promise<string[]> {
  const files = await filesUnder(folder);
  return files.flatMap(({ path, bytes }) =>
    traces
      .filter((trace) => trace.length > 0 && bytes.includes(trace))
      .map((trace) => `${path}: ${typeof trace === 'string' ? trace : trace.toString('hex')}`),
  );
}

test('P10: a signal that was answered, redacted, and then withdrawn or forgotten leaves no trace in any file or log', async ({
  browser,
  baseURL,
}) => {
  await using given = await givenPortal(Number(new URL(baseURL ?? '').port) + 61);
  const { portal, folder, dataDir } = given;
  const from = new Date();
  const signal = await sendSignal(portal, STORY);
  const other = await sendSignal(portal, 'Een ander kanarieverhaal, dat blijft staan');
  const to = new Date();
  const beforeRedaction = sealedNow(dataDir);

  const desk = await atTheDesk(browser, given);
  await work(desk, NAME);
  await desk.getByLabel('Uw bericht aan de afzender').fill(QUESTION);
  await press(desk, 'Stel deze vraag');
  await replyTo(portal, signal.receipt);
  await work(desk, NAME);
  await desk.getByRole('link', { name: 'Maak stukjes onleesbaar' }).click();
  await desk.getByLabel(/Haal ook dit weg/).fill(NAME);
  await press(desk, 'Kijk hoe het wordt');
  await press(desk, 'Maak dit onleesbaar, voorgoed');
  await expect(desk.getByRole('status').getByText('Gedaan.')).toBeVisible();
  await work(desk, 'bij de trap');
  await press(desk, 'Neem aan');
  await expect(desk.getByRole('status').getByText('Aangenomen.')).toBeVisible();

  const sealed = sealedNow(dataDir);
  // P9: the original of the text that was redacted is nowhere any more; the other signal and both photos are.
  const original = beforeRedaction.filter(
    (bytes) => !sealed.some((now) => now === bytes || now.toString() === bytes.toString()),
  );
  expect(original).toHaveLength(1);
  expect(await whereIs(folder, original)).toEqual([]);
  const task = ['src/tasks/task.ts', 'backup'];
  const { stdout } = await run(process.execPath, task, { env: { ...process.env, DATA_DIR: dataDir } });

  const written = [STORY, NAME, QUESTION, REPLY, 'ander kanarieverhaal'].flatMap(writings);
  const traces = [
    ...[...SENDER, ...Object.values(POINT), FILE_NAME, 'KANARIEBEELD', PASSPHRASE],
    ...[...written, ...signal.secrets, ...other.secrets],
  ];
  const nowhere = async () => {
    expect(await whereIs(folder, traces)).toEqual([]);
    expect(portal.log()).not.toBe('');
    const log = Buffer.from(portal.log() + stdout);
    expect(traces.filter((trace) => trace.length > 0 && log.includes(trace))).toEqual([]);
  };
  await nowhere();
  const signals = (await filesUnder(folder)).filter(({ path }) => path.includes('signals.sqlite'));
  for (const { path, bytes } of signals)
    for (const moment of momentsBetween(from, to))
      expect(bytes.includes(moment), `the moment ${moment.toString('hex')} in ${path}`).toBe(false);
  // The search finds what is there.
  expect((await whereIs(join(dataDir, 'backups'), sealed)).length).toBeGreaterThanOrEqual(sealed.length);

  const receipts = '/signaal/volgen?_action=follow.withdraw';
  expect((await postTo(portal.origin, receipts, { code: signal.receipt })).status).toBe(200);
  const left = sealedNow(dataDir);
  const withdrawn = sealed.filter((bytes) => !left.some((now) => now.toString() === bytes.toString()));
  expect(withdrawn.length).toBeGreaterThanOrEqual(5);
  const inBackups = (path: string) => path.startsWith(join(dataDir, 'backups'));
  expect((await whereIs(folder, withdrawn)).filter((path) => !inBackups(path))).toEqual([]);
  await nowhere();

  // Beyond the term of the other signal, and of the backup.
  await portal.later(24 * 7 * 27);
  expect(await whereIs(folder, sealed)).toEqual([]);
  await nowhere();
});
