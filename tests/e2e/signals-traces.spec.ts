import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { filesUnder, momentsBetween } from '../signals/traces.ts';

const PORT = '4456';
const ORIGIN = `http://127.0.0.1:${PORT}`;
const AGENT = 'Kanarievogel/47.11 (zeldzaam toestel)';
const ADDRESS = '203.0.113.77';
const REFERRER = 'https://verraderlijke-verwijzer.example/pad';
const TEXT = 'Zeldzame kanarietekst over de trap';

const tokenIn = (html: string) => /name="token" value="([^"]*)"/.exec(html)?.[1] ?? '';
const codeIn = (html: string) => /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)?.[0] ?? '';

/** A portal of its own, so that its log and its files hold this one visitor only. */
async function aPortal(dataDir: string) {
  const env = {
    ...process.env,
    ...{ PORT, HOST: '127.0.0.1', BASE_URL: ORIGIN, DATA_DIR: dataDir },
    ...{ BUILD_DIR: process.env['E2E_BUILD_DIR'] ?? 'dist-e2e', TRUSTED_PROXY: '127.0.0.1' },
  };
  const server = spawn(process.execPath, ['src/serve.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
  await expect
    .poll(
      () =>
        fetch(`${ORIGIN}/gezond`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 150_000 },
    )
    .toBe(200);
  return {
    log: () => log,
    async stop() {
      if (server.exitCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

// A first start, with the sample: some time on a busy machine.
test.setTimeout(240_000);

test('after a signal nothing of the sender is in any file or log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'signal-traces-'));
  const portal = await aPortal(folder);
  const headers = {
    ...{ 'user-agent': AGENT, referer: REFERRER, origin: ORIGIN, cookie: 'volgkoekje=kanariekoekje' },
    ...{
      connection: 'close',
      'x-forwarded-for': ADDRESS,
      forwarded: `for=${ADDRESS}`,
      'accept-language': 'fy-kanarie',
    },
  };
  const post = async (step: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${ORIGIN}/signaal?_action=signals.${step}`, { method: 'POST', headers, body });
    expect(answer.headers.get('set-cookie')).toBeNull();
    return answer.text();
  };

  try {
    await fetch(`${ORIGIN}/signaal?buurt=h-buurt`, { headers });
    const fields = { buurt: 'h-buurt', kind: 'feeling', text: TEXT, theme: '', place: 'none', naam: 'Kanariestra' };
    const token = tokenIn(await post('check', fields));
    await post('check', { ...fields, kind: 'kanariesoort' });
    const from = new Date();
    const receipt = codeIn(await post('send', { ...fields, token }));
    const to = new Date();
    expect(receipt).not.toBe('');
    const before = await filesUnder(folder);
    await portal.stop();

    // The search finds what is there: the text stands in the database (sealing it has its own issue).
    expect(before.some(({ path, bytes }) => path.includes('signals.sqlite') && bytes.includes(TEXT))).toBe(true);
    const traces = [AGENT, ADDRESS, REFERRER, 'kanariekoekje', 'fy-kanarie', 'Kanariestra', 'kanariesoort', token];
    const secrets = [...traces, receipt, receipt.replaceAll('-', '')];
    for (const { path, bytes } of [...before, ...(await filesUnder(folder))]) {
      for (const trace of secrets) expect(bytes.includes(trace), `${trace} in ${path}`).toBe(false);
      const isSignals = path.includes('signals.sqlite');
      if (!isSignals) expect(bytes.includes(TEXT), `the text in ${path}`).toBe(false);
      if (isSignals)
        for (const moment of momentsBetween(from, to))
          expect(bytes.includes(moment), `the moment ${moment.toString('hex')} in ${path}`).toBe(false);
    }
    for (const trace of [...secrets, TEXT, 'signaal', 'feeling']) expect(portal.log()).not.toContain(trace);
  } finally {
    await portal.stop();
    await rm(folder, { recursive: true });
  }
});
