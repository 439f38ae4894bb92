import { expect, test } from '@playwright/test';
import {
  checked,
  code,
  expectAccessible,
  next,
  readIt,
  sendWhenRead,
  sent,
  SIGNAL_FORM,
  write,
} from './signal-pages.ts';

test('each step is accessible, also with marks, a warning and a mistake', async ({ page }) => {
  await write(page, { text: 'Mijn buurman Karel heeft een mes. Bel 06-12345678.', cell: 1 });
  await expect(checked(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Verander' }).click();
  await page.getByLabel('Uw verhaal').fill(' ');
  await next(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Uw verhaal').fill('Een fijne plek');
  await next(page);
  await sendWhenRead(page);
  await expect(sent(page)).toBeVisible();
  await expectAccessible(page);
});

test('P12: the whole way goes by keyboard alone, the map too', async ({ page }) => {
  await page.goto(SIGNAL_FORM);
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
  await tabTo('#veld-place-cell');
  await press('Space');
  await expect(page.getByLabel('In een vak op de kaart')).toBeChecked();
  await expect(page.getByRole('application')).toBeVisible();
  await tabTo('[role=application]');
  await press('ArrowRight');
  const first = await page.locator('#veld-cell').inputValue();
  await press('ArrowRight', 'ArrowDown');
  const last = await page.locator('#veld-cell').inputValue();
  expect(last).not.toBe('');
  expect(last).not.toBe(first);
  await tabTo('main form button:not([formaction])');
  await press('Enter');
  await readIt(page);
  await tabTo('main form button:not([formaction])');
  await press('Enter');
  await expect(code(page)).toBeVisible();
});

test('a click on the map chooses the cell under it', async ({ page }) => {
  await page.goto(SIGNAL_FORM);
  await page.getByLabel('In een vak op de kaart').check();
  const map = page.getByRole('application');
  await expect(map).toBeVisible();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  await map.click({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  await expect(page.locator('#veld-cell')).toHaveValue(/^r\d+-\d+/);
  await expectAccessible(page);
});

test('on a phone of 320 pixels, with Arabic, nothing sticks out', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await write(page, { text: `أشعر بالأمان هنا ${'ب'.repeat(120)}`, cell: 1 });
  const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await sticksOut()).toBe(0);
  await expect(page.getByText('أشعر بالأمان هنا').first()).toHaveCSS('direction', 'rtl');
  await sendWhenRead(page);
  await expect(code(page)).toBeVisible();
  expect(await sticksOut()).toBe(0);
});

test('the code can be printed, with where it is used and without buttons', async ({ page }) => {
  await write(page, { text: 'Om te printen' });
  await sendWhenRead(page);
  await page.emulateMedia({ media: 'print' });
  await expect(code(page)).toBeVisible();
  await expect(page.getByText(/\/signaal\/volgen$/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Stuur nog een signaal' })).toBeHidden();
});
