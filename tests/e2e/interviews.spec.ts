import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { openContent, type SignalContent } from '../../src/domain/signals/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { startPortalWithClock } from './clock.ts';
import { aLink, fillIn } from './people.ts';

// A portal of its own, with the sample and a log-in: that takes a while.
test.slow();

const CANARY = 'Kanarie in de hal';
const PASSPHRASE = 'een lange zin van deze test';
const DESK = { kind: 'account', accountId: 'test', name: 'Dina', grants: [{ role: 'desk', buurtId: null }] } as const;
const SEND = '**/interview/versturen.json';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const waits = (page: Page, words: string) => expect(page.getByRole('heading', { level: 2, name: words })).toBeVisible();

/** Everything that this browser keeps for the page, as one text; bytes as letters. */
const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames)
        rows.push(
          ...(await new Promise<unknown[]>((resolve) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result as unknown[]);
          })),
        );
      database.close();
    }
    const plain = (_: string, value: unknown) => (value instanceof Uint8Array ? String.fromCharCode(...value) : value);
    return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }], plain);
  });

async function logIn(page: Page, origin: string, dataDir: string): Promise<void> {
  const link = await aLink({ role: 'interviewer' }, `${crypto.randomUUID()}@example.org`, dataDir);
  await page.goto(origin + link);
  await fillIn(page);
  await page.goto(`${origin}/interview`);
}

/** Takes one interview, up to the page with the code; gives the code. */
async function take(page: Page, text: string): Promise<string> {
  await page.getByLabel('Buurt').selectOption('h-buurt');
  await press(page, 'Begin een gesprek');
  await page.getByLabel('Hoe voelt u zich hier?').fill('Best thuis');
  await page.getByLabel('Wat vertelt de bewoner?').fill(text);
  await page.getByLabel('Een wens').check();
  await page.getByLabel('Waar is het?').selectOption({ index: 1 });
  await press(page, 'Kijk het samen na');
  await expect(page.getByText(text)).toBeVisible();
  await press(page, 'Versleutel en bewaar');
  const code = await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/).innerText();
  await press(page, 'Klaar, code weg');
  return code;
}

/** A portal with a list of questions and a key of which the test knows the passphrase. */
async function givenPortal(port: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-interviews-'));
  const portal = await startPortalWithClock(dataDir, port);
  const beside = openApp(readConfig({ DATA_DIR: dataDir }));
  const { keys, interviews, dialogue } = beside.signals;
  await keys.make({ kind: 'system', name: 'test' }, { passphrase: PASSPHRASE, isNew: true });
  await interviews.saveList(DESK, null, { title: 'Rondje', questions: 'Hoe voelt u zich hier?\nWat mist u?' });
  return {
    ...{ dataDir, origin: portal.origin, dialogue },
    /** What the desk reads of the street. */
    async street(): Promise<SignalContent[]> {
      await keys.open(DESK, 'test', PASSPHRASE);
      const realm = openSignals(readConfig({ DATA_DIR: dataDir }).realms.signals);
      const rows = await realm.database.read.db.select().from(realm.database.read.t.signals);
      await realm.database[Symbol.asyncDispose]();
      return rows.flatMap(({ sealed, keyId }) => {
        const pair = keys.pairs('test')?.get(keyId ?? '');
        const content = sealed && pair ? openContent(sealed, pair) : undefined;
        return content?.channel === 'street' ? [content] : [];
      });
    },
    async [Symbol.asyncDispose]() {
      await beside.close();
      await portal[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true });
    },
  };
}

test('P5: interviews taken without a network cannot be read on the phone, arrive once, and are wiped', async ({
  page,
  context,
  baseURL,
}) => {
  await using portal = await givenPortal(Number(new URL(baseURL ?? '').port) + 21);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await logIn(page, portal.origin, portal.dataDir);
  await expect(page.getByText('Klaar om zonder internet te werken.')).toBeVisible({ timeout: 30_000 });

  await context.setOffline(true);
  await page.reload();
  const codes = [await take(page, `${CANARY} één`), await take(page, `${CANARY} twee`)];
  await waits(page, '2 gesprekken wachten op dit toestel');
  await page.reload();
  await waits(page, '2 gesprekken wachten op dit toestel');
  const kept = await keptHere(page);
  for (const trace of [CANARY, 'Best thuis', ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(kept).not.toContain(trace);
  await press(page, 'Verstuur nu');
  await expect(page.getByText('Er is geen internet. Alles blijft staan.')).toBeVisible();

  await context.setOffline(false);
  await test.step('the answer gets lost: the phone keeps them and sends them again', async () => {
    await page.route(SEND, async (route) => {
      await route.fetch();
      await route.abort();
    });
    const lost = page.waitForEvent('requestfailed');
    await press(page, 'Verstuur nu');
    await lost;
    await expect(page.getByText('Er is geen internet. Alles blijft staan.')).toBeVisible();
    await waits(page, '2 gesprekken wachten op dit toestel');
    expect(await portal.street()).toHaveLength(2);
    await page.unroute(SEND);
  });

  await test.step('the session is over: nothing is lost', async () => {
    await context.clearCookies();
    await press(page, 'Verstuur nu');
    await expect(page.getByText('U bent niet meer ingelogd. Er is niets verloren.')).toBeVisible();
    await logIn(page, portal.origin, portal.dataDir);
    await waits(page, '2 gesprekken wachten op dit toestel');
  });

  await press(page, 'Verstuur nu');
  await expect(page.getByText('2 gesprekken zijn ontvangen en hier gewist.')).toBeVisible();
  await waits(page, 'Er wacht niets op dit toestel');
  expect(await keptHere(page)).not.toContain('envelope');
  const street = await portal.street();
  expect(street.map(({ text }) => text).toSorted()).toEqual([`${CANARY} twee`, `${CANARY} één`]);
  expect(street[0]?.answers).toEqual([{ question: 'Hoe voelt u zich hier?', answer: 'Best thuis' }]);
  for (const code of codes) expect(await portal.dialogue.follow(code)).toMatchObject({ ok: true });
  expect(problems).toEqual([]);
});

test('a mistake keeps what was told, and the phone can be emptied', async ({ page, baseURL }) => {
  await using portal = await givenPortal(Number(new URL(baseURL ?? '').port) + 22);
  await logIn(page, portal.origin, portal.dataDir);
  await page.getByLabel('Buurt').selectOption('h-buurt');
  await press(page, 'Begin een gesprek');
  await page.getByLabel('Wat vertelt de bewoner?').fill('Bel mij op 06-12345678. Mijn code: K7QF-9M2T-WX4H-0B3D-A6RS');
  await press(page, 'Kijk het samen na');
  await expect(page.getByText('Kies wat voor signaal het is.')).toBeVisible();
  await expect(page.getByText('Hierin staat een code van een signaal.')).toBeVisible();
  await expect(page.getByLabel('Wat vertelt de bewoner?')).toHaveValue(/06-12345678/);
  await expect(page.getByLabel('Wat vertelt de bewoner?')).toBeFocused();
  await page.getByLabel('Wat vertelt de bewoner?').fill('Bel mij op 06-12345678');
  await page.getByLabel('Een wens').check();
  await press(page, 'Kijk het samen na');
  await expect(page.getByRole('listitem').filter({ hasText: '06-12345678' })).toBeVisible();
  await press(page, 'Versleutel en bewaar');
  await press(page, 'Klaar, code weg');
  await waits(page, '1 gesprek wacht op dit toestel');
  await press(page, 'Wis alles van dit toestel');
  await expect(page.getByText('Weet u het zeker? 1 gesprek is nog niet verstuurd.')).toBeFocused();
  await press(page, 'Ja, wis alles');
  await expect(page.getByText('Alles is van dit toestel gewist.')).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect(await portal.street()).toEqual([]);
});

test('the page itself is the same for everybody: no cookie, nothing personal, one policy', async ({ request }) => {
  const answer = await request.get('/interview');
  const headers = answer.headers();
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(headers['content-security-policy']).not.toMatch(/'unsafe-|\*|https?:/);
  const worker = await request.get('/interview/werker.js');
  expect(worker.headers()).toMatchObject({
    'service-worker-allowed': '/interview',
    'content-type': 'text/javascript; charset=utf-8',
  });
  expect((await request.get('/interview/gegevens.json')).status()).toBe(401);
});
