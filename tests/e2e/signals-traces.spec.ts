import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { jpegThatTells } from '../photos/files.ts';
import { filesUnder, momentsBetween } from '../signals/traces.ts';
import { copySample } from './sample.ts';
import { carried, codeIn, FILE_NAME, HEADERS, POINT, postTo, read, SENDER } from './tracked-visitor.ts';

const TEXT = 'Zeldzame kanarietekst over de trap';
const ONION = 'http://buurtbalanskanariexyz234567abcdefghijklmnopqrstuvwxyz23.onion';

/** A portal of its own, so that its log, its files and its temporary files hold this one visitor only. */
async function aPortal(folder: string, port: string, baseUrl = `http://127.0.0.1:${port}`) {
  const temporary = join(folder, 'tmp');
  await mkdir(temporary, { recursive: true });
  await copySample(join(folder, 'data'));
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ PORT: port, HOST: '127.0.0.1', BASE_URL: baseUrl, DATA_DIR: join(folder, 'data'), TMPDIR: temporary },
    ...{ BUILD_DIR: process.env['E2E_BUILD_DIR'] ?? 'dist-e2e', TRUSTED_PROXY: '127.0.0.1' },
  };
  const server = spawn(process.execPath, ['src/serve.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
  const status = () =>
    fetch(`${origin}/gezond`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 150_000 }).toBe(200);
  // Else another server has this port, and answered.
  expect(server.exitCode, log).toBeNull();
  return {
    origin,
    log: () => log,
    async stop() {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

type Portal = Awaited<ReturnType<typeof aPortal>>;

/** Runs with a portal in a folder that is gone afterwards. */
async function withPortal(port: string, use: (portal: Portal, folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signal-traces-'));
  const portal = await aPortal(folder, port);
  try {
    await use(portal, folder);
  } finally {
    await portal.stop();
    await rm(folder, { recursive: true });
  }
}

/** Posts one step of the form. */
const post = ({ origin }: Portal, step: string, fields: Readonly<Record<string, string>>, photo?: Buffer) =>
  postTo(origin, `/signaal?_action=signals.${step}`, { ...fields, ...(photo && { photo }) });

const FIELDS = { buurt: 'h-buurt', kind: 'feeling', text: TEXT, theme: '', place: 'none' };

// A first start, with the sample: some time on a busy machine.
test.setTimeout(240_000);

test('P2: after a signal nothing of the sender, the text, the place or the photo is in any file or log', async ({
  baseURL,
}) => {
  const port = String(Number(new URL(baseURL ?? '').port) + 81);
  await withPortal(port, async (portal, folder) => {
    await fetch(`${portal.origin}/signaal?buurt=h-buurt`, { headers: HEADERS });
    const extra = {
      ...POINT,
      naam: 'Kanariestra',
      state: 'kanariestand',
      id: 'kanarie-id',
      created_at: '1999-kanarie',
    };
    const photo = await jpegThatTells('KANARIEBEELD');
    const { html: check } = await post(portal, 'check', { ...FIELDS, ...extra }, photo);
    const secrets = carried(check);
    expect(secrets['carriedPhoto']).not.toBe('');
    await post(portal, 'check', { ...FIELDS, kind: 'kanariesoort' });
    await read();
    const from = new Date();
    const receipt = codeIn((await post(portal, 'send', { ...FIELDS, ...extra, ...secrets })).html);
    const to = new Date();
    expect(receipt).not.toBe('');
    const before = await filesUnder(folder);
    await portal.stop();

    const sender = [...SENDER, 'Kanariestra', 'kanariesoort'];
    const forged = [...Object.values(POINT), 'kanariestand', 'kanarie-id', '1999-kanarie'];
    const picture = Buffer.from(secrets['carriedPhoto']?.split('.')[1] ?? '', 'base64');
    const traces = [
      ...[...sender, ...forged, TEXT, FILE_NAME, 'KANARIEBEELD', secrets['token'] ?? '', receipt],
      ...[receipt.replaceAll('-', ''), picture.subarray(100, 140), picture.toString('base64', 99, 141)],
    ];
    for (const { path, bytes } of [...before, ...(await filesUnder(folder))]) {
      for (const trace of traces) expect(bytes.includes(trace), `${String(trace)} in ${path}`).toBe(false);
      if (path.includes('signals.sqlite'))
        for (const moment of momentsBetween(from, to))
          expect(bytes.includes(moment), `the moment ${moment.toString('hex')} in ${path}`).toBe(false);
    }
    for (const trace of [...traces.filter((each) => typeof each === 'string'), 'signaal', 'feeling'])
      expect(portal.log()).not.toContain(trace);
  });
});

test('P6: while the database is locked nothing is called received, the text stays, and it goes afterwards', async ({
  baseURL,
}) => {
  const port = String(Number(new URL(baseURL ?? '').port) + 82);
  await withPortal(port, async (portal, folder) => {
    const { html: check } = await post(portal, 'check', FIELDS);
    await read();
    const database = new DatabaseSync(join(folder, 'data', 'signals.sqlite'));
    const count = () => Number(database.prepare('SELECT count(*) AS n FROM signals').get()?.['n']);
    const waiting = count();
    database.exec('BEGIN IMMEDIATE');
    const locked = await post(portal, 'send', { ...FIELDS, ...carried(check) });
    database.exec('ROLLBACK');
    expect(locked.status).toBe(503);
    expect(locked.html).toContain('Uw signaal is nog niet verstuurd.');
    expect(locked.html).toContain(TEXT);
    expect(codeIn(locked.html)).toBe('');
    expect(count()).toBe(waiting);
    expect(portal.log()).not.toContain(TEXT);

    await read();
    const sent = await post(portal, 'send', { ...FIELDS, ...carried(locked.html) });
    expect(codeIn(sent.html)).not.toBe('');
    expect(count()).toBe(waiting + 1);
    database.close();
  });
});

test('P12: the whole way goes on an onion address', async ({ baseURL }) => {
  const port = String(Number(new URL(baseURL ?? '').port) + 83);
  const folder = await mkdtemp(join(tmpdir(), 'signal-onion-'));
  const portal = await aPortal(folder, port, ONION);
  const asOnion = (fields?: Readonly<Record<string, string>>, step = '') =>
    new Promise<{ html: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      const body = fields && new URLSearchParams(fields).toString();
      const headers = {
        host: new URL(ONION).host,
        ...(body !== undefined && {
          origin: ONION,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        }),
      };
      const path = fields ? `/signaal?_action=signals.${step}` : '/signaal?buurt=h-buurt';
      const asked = request({ host: '127.0.0.1', port, method: fields ? 'POST' : 'GET', path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ html: Buffer.concat(chunks).toString(), headers: answer.headers }));
      });
      asked.on('error', reject).end(body);
    });
  try {
    const form = await asOnion();
    expect(form.html).toContain('Uw verhaal');
    // No TLS on an onion address: nothing may send the browser away from it.
    expect(form.headers['strict-transport-security']).toBeUndefined();
    expect(form.html).not.toMatch(/(?:src|href|action)="https?:\/\/(?!buurtbalanskanarie)/);
    const check = await asOnion(FIELDS, 'check');
    await read();
    expect(codeIn((await asOnion({ ...FIELDS, ...carried(check.html) }, 'send')).html)).not.toBe('');
  } finally {
    await portal.stop();
    await rm(folder, { recursive: true });
  }
});

test('P11: no page of the signals asks anything of another host', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (asked) => {
    const { protocol, origin } = new URL(asked.url());
    if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(baseURL ?? '').origin) elsewhere.push(asked.url());
  });
  for (const path of [
    '/signaal',
    '/signaal?buurt=h-buurt',
    '/signaal/volgen',
    '/buurten/h-buurt/signalen',
    '/beloften',
  ]) {
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'self'");
  }
  expect(elsewhere).toEqual([]);
});
