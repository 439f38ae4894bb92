import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { isGoodProof, proofSecrets } from '../../src/domain/signals/gate/proof.ts';
import { startPortalWithClock } from './clock.ts';

const sent = (page: Page) => page.getByRole('heading', { level: 1, name: 'Dank u. Uw signaal is binnen.' });
const checked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Zo komt uw signaal bij ons aan' });
const send = (page: Page) => page.getByRole('button', { name: 'Verstuur' }).click();

async function write(page: Page, text: string) {
  await page.goto('/signaal?buurt=h-buurt');
  await page.getByLabel('Een gevoel over een plek').check();
  await page.getByLabel('Uw verhaal').fill(text);
  await page.getByRole('button', { name: 'Bekijk eerst' }).click();
  await expect(checked(page)).toBeVisible();
}

/** Presses again until it was looked at for long enough: each refusal is a new form. */
const sendWhenRead = (page: Page) =>
  expect(async () => {
    await send(page);
    await expect(sent(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [3_500] });

test('the browser does its proof of work while one reads, and under the strict policy of the page', async ({
  page,
  baseURL,
}) => {
  const problems: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await write(page, 'Met bewijs');
  const proof = page.locator('input[name=proof]');
  await expect(proof).toHaveValue(/^\{/, { timeout: 20_000 });
  const token = await page.locator('input[name=token]').inputValue();
  const secretKey = await readFile(join(process.env['E2E_DATA_DIR'] ?? '', 'secret-key'), 'utf8');
  expect(await isGoodProof(token, await proof.inputValue(), proofSecrets(secretKey.trim()))).toBe(true);
  expect(problems).toEqual([]);
  for (const url of asked) expect(url.startsWith(baseURL ?? 'no origin')).toBe(true);
  await sendWhenRead(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form that is sent at once is kept, in neutral words, and goes the next time', async ({ page }) => {
    await write(page, 'Snel gestuurd');
    await expect(page.locator('input[name=proof]')).toHaveValue('');
    await send(page);
    await expect(page.getByRole('alert')).toContainText('Het is nog niet verstuurd. Uw tekst staat er nog.');
    await expect(page.getByText('Snel gestuurd')).toBeVisible();
    await sendWhenRead(page);
  });
});

test('whose browser fills in the hidden field hears the same, and gets in the second time', async ({ page }) => {
  await write(page, 'Met een ijverige browser');
  const trap = page.locator('input[name=aanvulling]');
  await expect(trap).not.toBeInViewport();
  await trap.evaluate((input: HTMLInputElement) => (input.value = 'https://koop.example'));
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Het is nog niet verstuurd. Uw tekst staat er nog.');
  await expect(trap).toHaveCount(0);
  await sendWhenRead(page);
});

test('nothing of the gate can be reached by keyboard or heard by a screen reader', async ({ page }) => {
  await write(page, 'Met het toetsenbord');
  const stops: (string | null)[] = [];
  for (let turn = 0; turn < 25; turn += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.getAttribute('name') ?? null));
  }
  expect(stops).not.toContain('aanvulling');
  await expect(page.getByRole('textbox')).toHaveCount(0);
});

test('without a desk key the form is closed before anybody types, and open soon after there is one', async ({
  page,
  baseURL,
}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-closed-'));
  const port = Number(new URL(baseURL ?? '').port) + 11;
  const closed = page.getByRole('heading', { name: 'U kunt nu even geen signaal sturen' });
  try {
    await using portal = await startPortalWithClock(dataDir, port, { SAMPLE: 'off' });
    await page.goto(`${portal.origin}/signaal`);
    await expect(closed).toBeVisible();
    await expect(page.getByText('Bel dan 112.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    const beside = openApp(readConfig({ DATA_DIR: dataDir }));
    await beside.signals.keys.make({ kind: 'system', name: 'test' }, { passphrase: 'een lange zin van deze test' });
    await beside.close();
    // From memory, like every public page: a closed form is never kept for long.
    await expect(async () => {
      await page.reload();
      await expect(closed).toHaveCount(0, { timeout: 100 });
    }).toPass({ timeout: 15_000 });
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
