import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const FORM = '/signaal?buurt=h-buurt';
const run = promisify(execFile);

/** Up to the check page, with the place that is given (a cell by its letter and number). */
async function write(page: Page, { text, cell }: { text: string; cell?: string }) {
  await page.goto(FORM);
  await page.getByLabel('Een gevoel over een plek').check();
  await page.getByLabel('Uw verhaal').fill(text);
  if (cell !== undefined) {
    await page.getByLabel('In een vak op de kaart').check();
    await page.getByLabel('Kies het vak').selectOption({ label: cell });
  }
  await page.getByRole('button', { name: 'Bekijk eerst' }).click();
}

const sent = (page: Page) => page.getByRole('heading', { level: 1, name: 'Dank u. Uw signaal is binnen.' });
const checked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Zo komt uw signaal bij ons aan' });
const code = (page: Page) => page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a resident sends a signal with a cell, and gets a code', async ({ page, context }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/signaal');
      await expect(page.getByRole('link', { name: '112' })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: 'H-buurt', exact: true }).click();
      await write(page, { text: 'Hier voel ik mij thuis.', cell: 'C4' });
      await expect(checked(page)).toBeVisible();
      await expect(page.getByText('Hier voel ik mij thuis.')).toBeVisible();
      await expect(page.getByText('Vak C4', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Verstuur' }).click();
      await expect(sent(page)).toBeVisible();
      await expect(code(page)).toBeVisible();
      await expect(page.getByText('Hier voel ik mij thuis.')).toHaveCount(0);
      expect(await context.cookies()).toEqual([]);
      const { origin } = new URL(page.url());
      for (const url of asked) {
        expect(url.startsWith(origin)).toBe(true);
        expect(url).not.toMatch(/thuis|feeling|r\d{4}-\d{4}/);
      }
    });

    test('what was typed stays after a mistake, and after changing one’s mind', async ({ page }) => {
      await page.goto(FORM);
      await page.getByLabel('Uw verhaal').fill('Eerste regel\nTweede regel');
      await page.getByLabel('In een vak op de kaart').check();
      await page.getByRole('button', { name: 'Bekijk eerst' }).click();
      await expect(page).toHaveTitle(/^Fout: /);
      const summary = page.getByRole('alert');
      await expect(summary.getByRole('link')).toHaveText([
        'Kies wat u wilt vertellen.',
        'Kies een vak op de kaart of uit de lijst.',
      ]);
      await expect(page.getByLabel('Uw verhaal')).toHaveValue('Eerste regel\nTweede regel');
      await page.getByLabel('Iets dat goed gaat').check();
      await page.getByLabel('Kies het vak').selectOption({ label: 'D5' });
      await page.getByRole('button', { name: 'Bekijk eerst' }).click();
      await page.getByRole('button', { name: 'Verander' }).click();
      await expect(page.getByLabel('Uw verhaal')).toHaveValue('Eerste regel\nTweede regel');
      await expect(page.getByLabel('Iets dat goed gaat')).toBeChecked();
      await expect(page.getByLabel('Kies het vak').locator('option:checked')).toHaveText('D5');
    });

    test('the check page and the thank-you page are accessible', async ({ page }) => {
      await write(page, { text: 'Een fijne plek', cell: 'C4' });
      await expect(checked(page)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('button', { name: 'Verstuur' }).click();
      await expect(sent(page)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
    });
  });

test('the whole way goes by keyboard alone, the map too', async ({ page }) => {
  await page.goto(FORM);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Tabs on until this has the focus. */
  const tabTo = async (selector: string) => {
    const target = page.locator(selector);
    for (let turn = 0; turn < 60; turn += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not come to ${selector}`);
  };
  await tabTo('#veld-kind');
  await press('Space', 'ArrowDown');
  await tabTo('#veld-text');
  await page.keyboard.type('Met het toetsenbord');
  await tabTo('#veld-place');
  await press('ArrowUp');
  await expect(page.getByLabel('In een vak op de kaart')).toBeChecked();
  await expect(page.getByRole('application')).toBeVisible();
  await tabTo('[role=application]');
  await press('ArrowRight');
  const first = await page.locator('#veld-cell').inputValue();
  await press('ArrowRight', 'ArrowDown');
  const chosen = await page.locator('#veld-cell option:checked').textContent();
  expect(await page.locator('#veld-cell').inputValue()).not.toBe(first);
  await tabTo('main form button:not([formaction])');
  await press('Enter');
  await expect(page.getByText(`Vak ${chosen?.trim() ?? ''}`, { exact: true })).toBeVisible();
  await tabTo('main form button:not([formaction])');
  await press('Enter');
  await expect(code(page)).toBeVisible();
});

test('a click on the map chooses the cell under it', async ({ page }) => {
  await page.goto(FORM);
  await page.getByLabel('In een vak op de kaart').check();
  const map = page.getByRole('application');
  await expect(map).toBeVisible();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  await map.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  const chosen = await page.locator('#veld-cell option:checked').textContent();
  expect(chosen?.trim()).toMatch(/^[A-Z]+\d+$/);
  await expectAccessible(page);
});

test('pressing Verstuur twice gives the same code twice and says so', async ({ page }) => {
  await write(page, { text: 'Twee keer gedrukt' });
  const [fields, action] = await page
    .getByRole('button', { name: 'Verstuur' })
    .evaluate(
      (button: HTMLButtonElement) =>
        [
          Object.fromEntries([...new FormData(button.form ?? undefined)].map(([name, value]) => [name, String(value)])),
          button.form?.action ?? '',
        ] as const,
    );
  const headers = { origin: new URL(page.url()).origin };
  const first = await page.request.post(action, { form: fields, headers });
  expect(first.headers()['cache-control']).toBe('no-store');
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await expect(page.getByText('Dit signaal hadden wij al.')).toBeVisible();
  expect(await first.text()).toContain((await code(page).textContent()) ?? 'no code');
});

test('a form that is not ours is kept on the page and not stored', async ({ page }) => {
  await write(page, { text: 'Met een verzonnen bewijs' });
  await page.locator('input[name=token]').evaluate((input: HTMLInputElement) => (input.value = 'verzonnen'));
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await expect(page.getByRole('alert')).toContainText('Uw tekst staat er nog');
  await expect(page.getByText('Met een verzonnen bewijs')).toBeVisible();
  await page.getByRole('button', { name: 'Verstuur' }).click();
  await expect(sent(page)).toBeVisible();
});

test('hostile texts are shown as they were typed, or refused with the text kept', async ({ page }) => {
  const strange = "<img src=x onerror=alert(1)> =1+1 hal\u202etxet\u202c 👩🏾‍🦽 '; DROP TABLE signals;--";
  page.on('dialog', () => expect.soft('a dialog').toBe('no dialog'));
  await write(page, { text: strange });
  await expect(page.getByRole('definition').filter({ hasText: 'onerror' })).toHaveText(strange);

  const long = 'a'.repeat(60_000);
  await write(page, { text: long });
  await expect(page.getByRole('alert')).toContainText('Uw tekst is te lang');
  await expect(page.getByLabel('Uw verhaal')).toHaveValue(long);

  const posted = (form: Record<string, string>) =>
    page.request.post('/signaal?_action=signals.check', { form, headers: { origin: new URL(page.url()).origin } });
  expect((await posted({ buurt: 'h-buurt', kind: 'story', text: 'a'.repeat(200_000) })).status()).toBe(413);
  expect((await posted({ buurt: 'h-buurt', kind: 'story', text: 'a', cell: '52.3,4.9' })).status()).toBe(400);
  expect((await posted({ buurt: '../../etc', kind: 'story', text: 'a' })).status()).toBe(404);
  expect((await posted({})).status()).toBe(400);
});

test('the empty form may be kept for everybody, an answer with a signal by nobody', async ({ page, request }) => {
  const form = await request.get(FORM);
  expect(form.headers()['set-cookie']).toBeUndefined();
  expect(form.headers()['cache-control'] ?? '').not.toContain('no-store');
  expect(await (await request.get(FORM)).text()).toBe(await form.text());
  await page.goto(FORM);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Bekijk eerst' }).click(),
  ]);
  expect(answer.headers()['cache-control']).toBe('no-store');
});

test.describe('the desk', () => {
  async function logIn(page: Page, role: string, baseURL = '') {
    const env = { ...process.env, DATA_DIR: process.env['E2E_DATA_DIR'], BASE_URL: baseURL };
    const { stdout } = await run(process.execPath, ['tests/signals/log-in-worker.ts', role], { env });
    const [name = '', value = ''] = stdout.trim().split('=');
    await page.context().addCookies([{ name, value, url: baseURL }]);
  }

  test('reads, accepts, takes it back, and publishes numbers from five on', async ({ page, browser, baseURL }) => {
    const text = `<b>Kanarie</b> ${String(Date.now())}`;
    const resident = await browser.newPage({ baseURL: baseURL ?? '' });
    for (let n = 1; n <= 5; n += 1) {
      await write(resident, { text: `${text} ${String(n)}`, cell: 'C4' });
      await resident.getByRole('button', { name: 'Verstuur' }).click();
      await expect(sent(resident)).toBeVisible();
    }
    await resident.close();

    await logIn(page, 'desk', baseURL);
    await page.goto('/beheer/signalen');
    await expectAccessible(page);
    const mine = page.getByRole('listitem').filter({ hasText: text });
    await expect(mine).toHaveCount(5);
    await expect(mine.first()).toContainText('vak C4');
    // Straight under the h1: no level is skipped.
    await expect(mine.first().getByRole('heading', { level: 2 })).toContainText('Signaal uit');
    await mine.first().getByRole('button', { name: 'Wijs af' }).click();
    await expect(page.getByText('Afgewezen. Het telt niet mee.')).toBeVisible();
    await page.getByRole('button', { name: 'Maak ongedaan' }).click();
    await expect(mine).toHaveCount(5);
    for (let left = 5; left > 0; left -= 1) {
      await mine.first().getByRole('button', { name: 'Neem aan' }).click();
      await expect(mine).toHaveCount(left - 1);
    }
    await expect(page.getByRole('row').filter({ hasText: 'Een gevoel over een plek' })).toContainText('H-buurt');
    await page.getByRole('button', { name: 'Publiceer deze aantallen' }).click();
    await expect(page.getByText('Gepubliceerd.')).toBeVisible();
    await expect(page.getByText('Er verandert nu niets.')).toBeVisible();
  });

  test('is closed for an administrator', async ({ page, baseURL }) => {
    await logIn(page, 'administrator', baseURL);
    const answer = await page.goto('/beheer/signalen');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('listitem').filter({ hasText: 'Signaal uit' })).toHaveCount(0);
  });
});
