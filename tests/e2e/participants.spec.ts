import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { atDoor, enter, tick, withGuests } from './guests.ts';

// Each begins with an account and a meeting of its own.
test.slow();

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an organiser enters who called, and counts who comes in', async ({ page }) => {
    const meeting = await withGuests(page);
    await page.goto(`${meeting}/invoeren`);
    await page.getByLabel('Naam', { exact: true }).fill('Oom Henk');
    await page.getByLabel('Hoeveel mensen komen er?').fill('elf');
    await page.getByLabel('E-mailadres').fill('geen adres');
    await page.getByRole('button', { name: 'Zet op de lijst' }).click();
    await expect(page).toHaveTitle(/^Fout: /);
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Oom Henk');
    await page.getByLabel('Hoeveel mensen komen er?').fill('3');
    await page.getByLabel('E-mailadres').fill('');
    await page.getByLabel('Telefoonnummer').fill('06 12 34 56 78');
    await page.getByRole('button', { name: 'Zet op de lijst' }).click();
    await expect(page.getByRole('status')).toContainText(/Nummer 1 heeft een plaats\.\s*Er is geen e-mailadres\./);
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('');
    await enter(page, meeting, { name: 'Wie te laat belt', people: 6 });
    await expect(page.getByRole('status')).toContainText('Nummer 2 staat op de wachtlijst.');

    await page.goto(`${meeting}/deur`);
    await tick(page, 'Oom Henk');
    await expect(page).toHaveURL(/\/deur#rij-/);
    await expect(page.getByText('3 zijn er', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Oom Henk: één minder' }).click();
    await expect(page.getByText('2 van 3 zijn er')).toBeVisible();
    await page.getByRole('button', { name: 'Eén erbij' }).click();
    await page.getByRole('button', { name: 'Eén erbij' }).click();
    await expect(page.getByText('en 2 mensen zonder aanmelding')).toBeVisible();
    await page.getByRole('button', { name: 'Oom Henk is er toch niet' }).click();
    await expect(page.getByText('0 van 3 zijn er')).toBeVisible();
  });

  test('an organiser cancels for somebody, and wipes somebody', async ({ page }) => {
    const meeting = await withGuests(
      page,
      { name: 'Noor', people: 8, email: `${crypto.randomUUID()}@example.org` },
      { name: 'Sami', people: 2, phone: '020 555 01 00' },
    );
    await page.goto(meeting);
    const row = (name: string) => page.getByRole('listitem').filter({ has: page.locator('strong', { hasText: name }) });
    await row('Noor').locator('summary').click();
    await row('Noor').getByRole('button', { name: 'Meld af' }).click();
    await expect(page.getByRole('status')).toContainText('Nummer 1 is afgemeld.');
    await expect(page.getByText('Bel 1 aanmelding')).toBeVisible();
    await row('Sami').locator('summary').click();
    await row('Sami').getByRole('button', { name: 'Zet neer: zegt ja' }).click();
    await expect(page.getByRole('status')).toContainText('Nummer 2 heeft een plaats.');
    await row('Sami').locator('summary').click();
    await row('Sami').getByRole('button', { name: 'Wis deze persoon' }).click();
    await expect(page.getByRole('status')).toContainText('Die persoon is gewist.');
    await expect(page.locator('main')).not.toContainText('Sami');
    await page.goto('/beheer/logboek?buurt=h-buurt');
    await expect(page.getByText('iemand wissen').first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText('Sami');
  });

  test('the link for who takes part from a distance must be https', async ({ page }) => {
    const meeting = await withGuests(page, { name: 'Noor' });
    await page.goto(meeting);
    await page.getByLabel('Link').fill('http://meet.example.org/zaal');
    await page.getByRole('button', { name: 'Bewaar de link' }).click();
    await expect(page).toHaveTitle(/^Fout: /);
    await expect(page.getByLabel('Link')).toHaveValue('http://meet.example.org/zaal');
    await page.getByLabel('Link').fill('https://meet.example.org/zaal');
    await page.getByRole('button', { name: 'Bewaar de link' }).click();
    await expect(page.getByRole('status')).toContainText('De link is bewaard.');
    await expect(page.getByLabel('Link')).toHaveValue('https://meet.example.org/zaal');
    const slug = meeting.split('/').at(-1) ?? '';
    expect(await (await page.request.get(`/bijeenkomsten/${slug}`)).text()).not.toContain('meet.example.org');
  });

  test('the paper list has names and needs, and no address', async ({ page }) => {
    const meeting = await withGuests(
      page,
      { name: 'Noor', email: 'noor-op-papier@example.org' },
      { name: 'Sami', phone: '020 555 01 00' },
    );
    await page.goto(`${meeting}/lijst`);
    await expect(page.getByRole('rowheader', { name: 'Sami' })).toBeVisible();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/@|020 555/);
  });
});

test('every page of the day passes axe on a phone, and nothing runs off it', async ({ page }) => {
  const meeting = await withGuests(
    page,
    { name: 'Noor', people: 3 },
    { name: 'Sami', people: 8, phone: '020 555 01 00' },
  );
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [meeting, `${meeting}/invoeren`, `${meeting}/lijst`, `${meeting}/deur`]) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    if (path.endsWith('/deur')) {
      await atDoor(page, meeting);
      await tick(page, 'Noor');
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations, path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), path).toBe(0);
  }
});

test('the export says in its name that there are names in it', async ({ page }) => {
  const meeting = await withGuests(page, { name: 'Noor', phone: '020 555 01 00' });
  const answer = await page.request.get(`${meeting}/aanmeldingen.csv`);
  expect(answer.headers()['content-disposition']).toMatch(/filename="namen-en-adressen-/);
  expect(await answer.text()).toContain('"Noor"');
});
