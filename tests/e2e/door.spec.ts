import { expect, test, type Page } from '@playwright/test';
import { asOrganiser, atDoor, tick, withGuests } from './guests.ts';

// Logging in, twice for two phones, takes a while.
test.slow();

const MARKS = '**/deur.json';

const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
const allSent = (page: Page) =>
  expect(page.getByText('Alles is verstuurd.', { exact: true })).toBeVisible({ timeout: 20_000 });
const here = (page: Page, words: string) => expect(page.getByRole('status').first()).toContainText(words);

/** As the browser tells it, so that nobody waits for the next try. */
const networkIsBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));

test.describe('with a network that comes and goes', () => {
  test('marks wait in the tab, without names, and go when there is a network again', async ({ page, context }) => {
    const meeting = await withGuests(page, { name: 'Noor', people: 2 }, { name: 'Sami' }, { name: 'Lieke' });
    await atDoor(page, meeting);
    await allSent(page);
    await tick(page, 'Sami');
    await allSent(page);
    await context.setOffline(true);
    await tick(page, 'Noor');
    await page.getByRole('button', { name: 'Noor: één meer' }).click();
    await page.getByRole('button', { name: 'Eén erbij' }).click();
    await here(page, '4 van 4 zijn er');
    await expect(page.getByText('2 zijn nog niet verstuurd.')).toBeVisible();
    await expect(page.getByText('Geen netwerk.')).toBeVisible();
    const inTab = await kept(page);
    expect(inTab).toContain('deur:');
    expect(inTab).not.toMatch(/Noor|Sami|Lieke/);
    await context.setOffline(false);
    await allSent(page);
    expect(await kept(page)).toBe('{}');
    await page.reload();
    await here(page, '4 van 4 zijn er en 1 persoon zonder aanmelding');
    await expect(page.getByText('3 zijn er', { exact: true })).toBeVisible();
  });

  test('marks survive a reload before they were sent', async ({ page, browser, baseURL }) => {
    const meeting = await withGuests(page, { name: 'Noor', people: 2 });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.route(MARKS, (route) => route.abort());
    await atDoor(page, meeting);
    await tick(page, 'Noor');
    await expect(page.getByText('1 is nog niet verstuurd.')).toBeVisible();
    await page.reload();
    await expect(page.getByText('1 is nog niet verstuurd.')).toBeVisible();
    await here(page, '2 van 2 zijn er');
    const colleague = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
    await asOrganiser(colleague);
    await colleague.goto(`${meeting}/deur`);
    await here(colleague, '0 van 2 zijn er');
    await page.unroute(MARKS);
    await networkIsBack(page);
    await allSent(page);
    await colleague.reload();
    await here(colleague, '2 van 2 zijn er');
  });

  test('somebody who walks in counts once, also when the answer was lost', async ({ page }) => {
    const meeting = await withGuests(page);
    let lost = 0;
    await page.route(MARKS, async (route) => {
      const isWalkIn = (route.request().postData() ?? '').includes('"people":1');
      if (!isWalkIn || lost > 0) return route.continue();
      lost += 1;
      // It arrives and is stored; only the answer never comes.
      await route.fetch();
      return route.abort();
    });
    await atDoor(page, meeting);
    await page.getByRole('button', { name: 'Eén erbij' }).click();
    await allSent(page);
    expect(lost).toBe(1);
    await page.reload();
    await here(page, 'en 1 persoon zonder aanmelding');
  });

  test('two phones see what the other did', async ({ page, browser, baseURL }) => {
    const meeting = await withGuests(page, { name: 'Noor' }, { name: 'Sami' });
    const other = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
    await asOrganiser(other);
    await Promise.all([atDoor(page, meeting), atDoor(other, meeting)]);
    await allSent(page);
    await allSent(other);
    await tick(page, 'Noor');
    await tick(other, 'Sami');
    for (const phone of [page, other])
      await expect(phone.getByRole('status').first()).toContainText('2 van 2 zijn er', { timeout: 25_000 });
  });

  test('who is logged out keeps the marks, and is told so', async ({ page, context }) => {
    const meeting = await withGuests(page, { name: 'Noor' });
    await atDoor(page, meeting);
    await allSent(page);
    const cookies = await context.cookies();
    await context.clearCookies();
    await tick(page, 'Noor');
    await expect(page.getByText('U bent niet meer ingelogd.')).toBeVisible();
    await expect(page.getByText('1 is nog niet verstuurd.')).toBeVisible();
    await context.addCookies(cookies);
    await networkIsBack(page);
    await allSent(page);
  });

  test('finds a name as it is typed, with or without its accents', async ({ page }) => {
    const meeting = await withGuests(page, { name: 'Ümit Şahin' }, { name: 'Noor' });
    await atDoor(page, meeting);
    await page.getByLabel('Zoek een naam').fill('umit s');
    await expect(page.getByText('Ümit Şahin')).toBeVisible();
    await expect(page.getByText('Noor', { exact: true })).toHaveCount(0);
    await page.getByLabel('Zoek een naam').fill('iemand anders');
    await expect(page.getByText('Niemand op de lijst heet zo.')).toBeVisible();
  });
});
