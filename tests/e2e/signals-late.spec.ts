import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { newSecret } from '../../src/domain/kernel/index.ts';
import { startPortalWithClock } from './clock.ts';
import { portOf } from './desk-portal.ts';
import { checked, code, next, readIt, send, sendWhenRead, sent, write } from './signal-pages.ts';

// Portals of their own, with the sample: that takes a while.
test.slow();

const MINUTES = 1 / 60;
const STORY = 'Op het bankje zit iemand die voorleest.';

/** Starts portals one after the other on the same data, as a restart does. */
async function givenHouse(port: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-late-'));
  return {
    /** So many signals that nobody read yet. */
    async fill(many: number) {
      const beside = openApp(readConfig({ DATA_DIR: dataDir }));
      const form = { buurt: 'h-buurt', kind: 'wish', theme: '', cell: null, photo: null, channel: 'web' } as const;
      for (let each = 0; each < many; each += 1)
        await beside.signals.intake.send({ ...form, text: `Wens ${each}`, lane: 'fast', answers: [] }, newSecret());
      await beside.close();
    },
    open: (settings: Readonly<Record<string, string>> = {}) => startPortalWithClock(dataDir, port, settings),
    [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true }),
  };
}

async function aPhoto() {
  const grey = sharp({ create: { width: 300, height: 200, channels: 3, background: '#557799' } });
  return { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await grey.jpeg().toBuffer() };
}

async function aTab(browser: Browser, baseURL: string, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ baseURL, javaScriptEnabled })).newPage();
}

test('a form that was open for hours keeps the text and the photo, and goes the next time', async ({
  browser,
  baseURL,
}) => {
  await using house = await givenHouse(portOf(baseURL, 41));
  await using portal = await house.open();
  const page = await aTab(browser, portal.origin);
  await write(page, { text: STORY, photo: await aPhoto() });
  await readIt(page);
  await portal.later(5);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Dit formulier stond te lang open. Uw tekst staat er nog.');
  await expect(page.getByText(STORY)).toBeVisible();
  await expect(page.getByRole('img', { name: /foto/i })).toBeVisible();
  await sendWhenRead(page);
  await expect(code(page)).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test(`the portal restarts while somebody writes, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    baseURL,
  }) => {
    await using house = await givenHouse(portOf(baseURL, javaScriptEnabled ? 42 : 43));
    const first = await house.open();
    const page = await aTab(browser, first.origin, javaScriptEnabled);
    await write(page, { text: STORY, photo: await aPhoto() });
    await readIt(page);
    await first[Symbol.asyncDispose]();
    await using second = await house.open();
    expect(second.origin).toBe(first.origin);
    await page.getByRole('button', { name: 'Verander' }).click();
    await expect(page.getByLabel('Uw verhaal')).toHaveValue(STORY);
    await next(page);
    await expect(page.getByRole('img', { name: /foto/i })).toBeVisible();
    await sendWhenRead(page);
    await expect(code(page)).toBeVisible();
  });

test('P7: who comes back to the page later does not see the code again', async ({ browser, baseURL }) => {
  await using house = await givenHouse(portOf(baseURL, 44));
  await using portal = await house.open();
  const page = await aTab(browser, portal.origin, false);
  await write(page, { text: STORY });
  await sendWhenRead(page);
  await expect(sent(page)).toBeVisible();
  const given = await code(page).innerText();
  await portal.later(3 * MINUTES);
  await page.reload();
  await expect(page.getByText('Die laten wij maar één keer zien.')).toBeVisible();
  expect(await page.content()).not.toContain(given);
});

test('a form that closes meanwhile lets in who was writing, and nobody after', async ({ browser, baseURL }) => {
  await using house = await givenHouse(portOf(baseURL, 45));
  const open = await house.open();
  const [writer, forger] = [await aTab(browser, open.origin), await aTab(browser, open.origin)];
  for (const page of [writer, forger]) {
    await page.goto('/signaal?buurt=h-buurt');
    await page.getByLabel('Een wens').check();
    await page.getByLabel('Uw verhaal').fill(STORY);
  }
  await open[Symbol.asyncDispose]();
  await house.fill(10);
  await using closed = await house.open({ SIGNALS_WAITING: '10' });
  const late = await aTab(browser, closed.origin);
  await late.goto('/signaal?buurt=h-buurt');
  await expect(late.getByRole('heading', { name: 'U kunt nu even geen signaal sturen' })).toBeVisible();
  await expect(late.getByRole('textbox')).toHaveCount(0);

  await next(writer);
  await expect(checked(writer)).toBeVisible();
  await sendWhenRead(writer);
  await expect(code(writer)).toBeVisible();

  await forger.locator('input[name=stamp]').evaluate((input: HTMLInputElement) => (input.value = 'verzonnen'));
  await next(forger);
  await expect(forger.getByText('Uw tekst staat hieronder nog.')).toBeVisible();
  await expect(forger.getByText(STORY)).toBeVisible();
});
