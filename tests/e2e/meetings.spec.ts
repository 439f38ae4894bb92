import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { partOf } from '../mail/letters.ts';
import { logInAs } from './people.ts';
import { fill, mailTo, ownMeeting, personalLink, press, says, somebody } from './residents.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`signing up ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('holds the last place, puts the next on the waiting list, and offers a place that comes free', async ({
      page,
    }) => {
      const meeting = await ownMeeting(3);
      await fill(page, meeting, somebody({ people: 2 }));

      const last = somebody();
      await fill(page, meeting, last);
      await expect(page.getByText('We houden uw plaats vast tot')).toBeVisible();
      await page.goto(`${meeting}/aanmelden`);
      await expect(page.getByText('U komt op de wachtlijst.')).toBeVisible();

      const next = somebody();
      await fill(page, meeting, next);
      await expect(page.getByText('Er is nu geen plaats.')).toBeVisible();
      await page.goto(personalLink((await mailTo(next.email, 1))[0]));
      await press(page, 'Ja, ik wil wachten');
      await says(page, 'U staat op de wachtlijst');
      await expect(page.getByText('U bent als eerste aan de beurt.')).toBeVisible();

      const link = personalLink((await mailTo(last.email, 1))[0]);
      await page.goto(link);
      await page.reload();
      await says(page, 'Zeg dat u komt');
      await press(page, 'Ja, ik kom');
      await says(page, 'U heeft een plaats');
      const confirmation = (await mailTo(last.email, 2)).find((raw) => partOf(raw, 'text/calendar') !== undefined);
      expect(partOf(confirmation ?? '', 'text/calendar')).toContain('BEGIN:VEVENT');

      await page.getByLabel('Aantal mensen').fill('2');
      await press(page, 'Pas het aantal aan');
      await expect(page.getByRole('alert')).toContainText('Voor zoveel mensen is er geen plaats meer vrij.');
      await expect(page.getByLabel('Aantal mensen')).toHaveValue('2');
      await expect(page.getByText('Het aantal blijft: 1 persoon.')).toBeVisible();
      await says(page, 'U heeft een plaats');

      expect(await mailTo(next.email, 2)).toHaveLength(2);
      await press(page, 'Meld mij af');
      await says(page, 'U bent afgemeld');
      await expect(page.getByRole('button', { name: 'Meld mij af' })).toHaveCount(0);
      const [letter] = await mailTo(next.email, 3);
      await page.goto(personalLink(letter));
      await says(page, 'Er is plaats voor u');
      await press(page, 'Ja, ik kom');
      await says(page, 'U heeft een plaats');
    });

    test('keeps what was typed when something is wrong, and says how to mend it', async ({ page }) => {
      const meeting = await ownMeeting();
      await page.goto(`${meeting}/aanmelden`);
      await page.getByLabel('Uw naam').fill('Noor');
      await page.getByLabel('Uw e-mailadres').fill('noor bij voorbeeld');
      await page.getByLabel('Voor iemand anders').check();
      await page.getByLabel('Hoe heet wie er komt?').fill('Meneer Öztürk');
      await page.getByLabel('Hoeveel mensen komen er?').fill('elf');
      await page.getByLabel('Wat is er nodig').fill('een plek voor mijn rolstoel');
      await page.getByLabel('Heeft u een vraag of wens?').fill('Komt de wethouder?');
      await page.getByLabel('Ja, mail mij het verslag').check();
      await page.getByLabel('Engels (English)').check();
      await page.locator('#meld-aan').click();
      await expect(page).toHaveTitle(/^Fout: /);
      await expect(page.getByRole('alert')).toContainText('Er zijn nog 2 dingen niet goed');
      await page.getByRole('link', { name: 'Vul één e-mailadres in' }).click();
      await expect(page.getByLabel('Uw e-mailadres')).toBeFocused();
      await expect(page.getByLabel('Uw naam')).toHaveValue('Noor');
      await expect(page.getByLabel('Uw e-mailadres')).toHaveValue('noor bij voorbeeld');
      await expect(page.getByLabel('Hoe heet wie er komt?')).toHaveValue('Meneer Öztürk');
      await expect(page.getByLabel('Hoeveel mensen komen er?')).toHaveValue('elf');
      await expect(page.getByLabel('Wat is er nodig')).toHaveValue('een plek voor mijn rolstoel');
      await expect(page.getByLabel('Heeft u een vraag of wens?')).toHaveValue('Komt de wethouder?');
      await expect(page.getByLabel('Ja, mail mij het verslag')).toBeChecked();
      await expect(page.getByLabel('Engels (English)')).toBeChecked();
    });
  });
}

test('tells about a mistake as soon as the field is left, and takes that back when it is mended', async ({ page }) => {
  const meeting = await ownMeeting();
  await page.goto(`${meeting}/aanmelden`);
  const email = page.getByLabel('Uw e-mailadres');
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  await email.fill('noor');
  await page.getByLabel('Uw naam').focus();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/Vul één e-mailadres in/);
  await email.fill('noor@voorbeeld.nl');
  await expect(email).not.toHaveAttribute('aria-invalid');
});

test('shows a number of places that somebody else changed meanwhile', async ({ page }) => {
  await page.clock.install();
  const meeting = await ownMeeting();
  await page.goto(`${meeting}/aanmelden`);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const other = await page.context().newPage();
  await fill(other, meeting, somebody());
  await page.clock.runFor(21_000);
  await expect(page.getByRole('status')).toContainText('Nog 7 ');
});

test('answers the same to somebody who was on the list already; only the mail tells', async ({ page }) => {
  const meeting = await ownMeeting();
  const form = somebody();
  await fill(page, meeting, form);
  const first = await page.locator('main').innerText();
  await fill(page, meeting, form);
  const withoutTimes = (text: string) => text.replace(/\d\d\.\d\d/g, '');
  expect(withoutTimes(await page.locator('main').innerText())).toBe(withoutTimes(first));
  expect(await mailTo(form.email, 2)).toHaveLength(2);
});

test('gives the organiser the list and the file, and nobody else', async ({ page, request, browser }) => {
  const meeting = await ownMeeting();
  const form = somebody();
  await fill(page, meeting, form);
  const slug = meeting.split('/')[2] ?? '';
  await logInAs(page, { role: 'organiser', buurten: ['h-buurt'] });
  await page.goto(`/beheer/bijeenkomsten/${slug}`);
  await expect(page.getByText(form.name, { exact: true })).toBeVisible();
  await expect(page.getByText(form.email)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Haal de lijst op' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(file).toMatch(new RegExp(`"${form.name}".*"${form.email}"`));

  const other = await browser.newPage();
  await logInAs(other, { role: 'administrator' });
  expect((await other.goto(`/beheer/bijeenkomsten/${slug}`))?.status()).toBe(403);
  expect((await other.request.get(`/beheer/bijeenkomsten/${slug}/aanmeldingen.csv`)).status()).toBe(403);
  const visitor = await request.get(`/beheer/bijeenkomsten/${slug}/aanmeldingen.csv`, { maxRedirects: 0 });
  expect(visitor.status()).toBe(303);
});

test('a form that stayed open too long says why, and promises no text that is gone', async ({ request, baseURL }) => {
  const past = '/bijeenkomsten/eerste-avond-over-de-portieken';
  const [, meeting = ''] = /UID:(\S+)/.exec(await (await request.get(`${past}.ics`)).text()) ?? [];
  const answer = await request.post(`${past}/aanmelden?_action=signUps.register`, {
    form: { meeting, who: 'mij', name: 'Noor', email: 'noor@voorbeeld.nl', people: '1', needs: '' },
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(409);
  const html = await answer.text();
  expect(html).toContain('De bijeenkomst is geweest');
  expect(html).toContain('U bent niet aangemeld. Wat u net invulde, is niet bewaard.');
  expect(html).not.toContain('staat er nog');
});
