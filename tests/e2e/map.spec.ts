import { expect, test } from '@playwright/test';

const MAP = '/buurten/h-buurt/kaart';

test.describe('the map', () => {
  test('leads by keyboard from a number on the map to the list, and back', async ({ page }) => {
    await page.goto(MAP);
    const pin = page.getByRole('button', { name: /^Plek 1: / });
    await pin.focus();
    await page.keyboard.press('Enter');
    const item = page.locator('[data-place="1"]');
    await expect(item).toBeFocused();
    await expect(item).toHaveClass(/chosen/);

    const last = page.locator('[data-show-place]').last();
    const number = await last.getAttribute('data-show-place');
    await last.click();
    await expect(page.getByRole('button', { name: new RegExp(`^Plek ${number ?? ''}: `) })).toBeFocused();
  });

  test('comes closer with buttons, and asks nothing from elsewhere', async ({ page, baseURL }) => {
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:')) foreign.push(request.url());
    });
    await page.goto(MAP);
    const closer = page.getByRole('button', { name: 'Kaart dichterbij' });
    const before = await page.locator('.map path.area').getAttribute('d');
    await closer.click();
    await expect(page.locator('.map path.area')).not.toHaveAttribute('d', before ?? '');
    expect(foreign).toEqual([]);
  });

  test('has every numbered place in the list beside it', async ({ page }) => {
    await page.goto(MAP);
    await expect(page.locator('.map .live button.pin').first()).toBeVisible();
    expect(await page.locator('.map .live button.pin').count()).toBe(await page.locator('[data-place]').count());
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the drawn outline and the list remain', async ({ page }) => {
    await page.goto(MAP);
    await expect(page.getByRole('img', { name: 'Omtrek van H-buurt' })).toBeVisible();
    await expect(page.locator('[data-place] a').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /Wijs aan/ })).toHaveCount(0);
  });

  test('the figures are there as sentences, and as tables to unfold', async ({ page }) => {
    await page.goto('/buurten/h-buurt/cijfers');
    await expect(page.getByText('Hier wonen 7.610 mensen.')).toBeVisible();
    await page.getByText('Bekijk als tabel: Wie wonen hier?').click();
    await expect(page.getByRole('row', { name: /Inwoners 7\.610 92\.370 931\.298 2024/ })).toBeVisible();
  });
});
