import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { halves } from '../photos/files.ts';
import { startPortalWithClock } from './clock.ts';
import { speaksEnglish } from './english.ts';
import { code, expectAccessible } from './signal-pages.ts';

const FORM = '/signaal?buurt=h-buurt&taal=en';
const CHECK = 'This is how your signal reaches us';

const says = (page: Page, title: string) =>
  expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Presses again until it was looked at for long enough: each refusal is a new form. */
const sendUntil = (page: Page, done: string) =>
  expect(async () => {
    await press(page, 'Send');
    await expect(page.getByText(done)).toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [3_500] });

for (const javaScriptEnabled of [true, false])
  test.describe(`in English ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } });

    test('P12: who reads little Dutch sends a signal, follows it, answers and takes it back', async ({ page }) => {
      await page.goto('/signaal?buurt=h-buurt');
      await page.getByRole('link', { name: 'In English' }).click();
      await says(page, 'Tell us what you see');
      await expect(page.getByText('Your signal is about H-buurt.')).toBeVisible();
      await speaksEnglish(page);

      await page.getByLabel('Your story').fill('My neighbour hits his wife. Call me: 06 12345678.');
      await page.getByLabel('In a square on the map').check();
      await page.getByLabel('Add a photo').setInputFiles({
        name: 'x.txt',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('no photo'),
      });
      await press(page, 'Check it first');
      await expect(page).toHaveTitle(/^Error: Tell us what you see/);
      await expect(page.getByRole('alert').getByRole('link')).toHaveText([
        'Choose what you want to tell.',
        'Choose a square on the map or from the list.',
        /^We cannot read this file as a photo\./,
      ]);
      await expect(page.getByLabel('Your story')).toHaveValue(/06 12345678/);
      await speaksEnglish(page);

      await page.getByLabel('Something that goes well').check();
      await page.getByLabel('Choose the square').selectOption({ index: 1 });
      const photo = { name: 'x.jpg', mimeType: 'image/jpeg', buffer: await halves().jpeg().toBuffer() };
      await page.getByLabel('Add a photo').setInputFiles(photo);
      await press(page, 'Check it first');
      await says(page, CHECK);
      const danger = page.getByRole('region', { name: 'Is this happening now?' });
      await expect(danger.getByRole('link').first()).toHaveText('112');
      await expect(danger.locator('[lang=nl]')).toContainText('Bel dan meteen 112.');
      await expect(page.getByText('perhaps a phone number').last()).toBeVisible();
      await expect(page.getByRole('img', { name: 'Your photo, as we keep it' })).toBeVisible();
      await expect(page.getByText(/^Square [A-Z]+\d+/)).toBeVisible();
      await speaksEnglish(page);
      // Axe is a script of the page.
      if (javaScriptEnabled) await expectAccessible(page);

      await press(page, 'Change');
      await says(page, 'Tell us what you see');
      await expect(page.getByText('This photo goes along')).toBeVisible();
      await speaksEnglish(page);
      await press(page, 'Check it first');
      await press(page, 'Send');
      await expect(page.getByRole('alert')).toContainText('It is not sent yet. Your text is still there.');
      await speaksEnglish(page);
      await sendUntil(page, 'Thank you. We have your signal.');
      await speaksEnglish(page);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByText(/\/signaal\/volgen\?taal=en$/)).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
      const given = await code(page).innerText();
      await page.getByRole('link', { name: 'Follow your signal' }).click();

      await says(page, 'Follow your signal');
      await speaksEnglish(page);
      await page.getByLabel('Your code').fill('AAAA');
      await press(page, 'Look');
      await expect(page.getByRole('alert')).toContainText('We find nothing with this code.');
      await page.getByLabel('Your code').fill(given);
      await press(page, 'Look');
      await expect(page.getByRole('heading', { name: 'We have your signal' })).toBeVisible();
      await speaksEnglish(page);
      await page.getByLabel('Your answer').fill('It was near the lift.');
      await press(page, 'Check it first');
      await says(page, 'This is how your answer reaches us');
      await speaksEnglish(page);
      await sendUntil(page, 'We have your answer. The signal team reads it');
      await speaksEnglish(page);
      await expect(page.getByText(/^You, week \d+ of \d{4}$/)).toBeVisible();
      await page.getByText('Take your signal back').click();
      await press(page, 'Yes, delete my signal');
      await says(page, 'Nothing is kept under this code now');
      await speaksEnglish(page);
    });
  });

test('the other language keeps the neighbourhood; with something typed there is no link that would lose it', async ({
  page,
}) => {
  await page.goto(FORM);
  await page.getByRole('link', { name: 'In het Nederlands' }).click();
  await expect(page).toHaveURL(/buurt=h-buurt/);
  await says(page, 'Zeg wat u ziet');
  await page.getByRole('link', { name: 'In English' }).click();
  await press(page, 'Check it first');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('link', { name: 'In het Nederlands' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Choose another neighbourhood' }).click();
  await page.getByRole('main').getByRole('link', { name: 'H-buurt', exact: true }).click();
  await says(page, 'Tell us what you see');
  await expect(page.getByLabel('Your story')).toBeVisible();
});

test('the promises are told in English, and lead on in English', async ({ page }) => {
  await page.goto(FORM);
  await page.getByRole('link', { name: 'Read all promises, and how we check them' }).click();
  await says(page, 'How we treat your signal');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(13);
  await speaksEnglish(page);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Follow your signal with your code' }).click();
  await says(page, 'Follow your signal');
  await expectAccessible(page);
});

test('has no barriers in English, and what organisers named is marked as the Dutch that it is', async ({ page }) => {
  await page.goto(FORM);
  await expectAccessible(page);
  const themes = page.getByLabel('Which theme does it belong to?').locator('option');
  await expect(themes.first()).not.toHaveAttribute('lang');
  await expect(themes.last()).toHaveAttribute('lang', 'nl');
  await themes.last().evaluate((option: HTMLOptionElement) => (option.selected = true));
  await page.getByLabel('A wish').check();
  await page.getByLabel('Your story').fill('More trees');
  await page.getByLabel('Near a known place').check();
  await page.getByLabel('Choose the place').selectOption({ index: 1 });
  await press(page, 'Check it first');
  await says(page, CHECK);
  await speaksEnglish(page);
  await expectAccessible(page);
});

test('what the server refuses, it refuses in English', async ({ request, baseURL }) => {
  const post = (headers: Record<string, string>, text = 'a') =>
    request.post('/signaal?_action=signals.check&taal=en', { headers, form: { text } });
  expect(await (await post({ origin: 'https://other.example' })).text()).toContain('So nothing was sent.');
  const tooLarge = await post({ origin: baseURL ?? '' }, 'a'.repeat(1_200_000));
  expect([tooLarge.status(), await tooLarge.text()]).toEqual([413, expect.stringContaining('This is too big to send')]);
});

test('says in English that the form is closed, and why', async ({ page, baseURL }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-closed-english-'));
  const port = Number(new URL(baseURL ?? '').port) + 23;
  try {
    await using portal = await startPortalWithClock(dataDir, port, { SAMPLE: 'off' });
    await page.goto(`${portal.origin}/signaal?taal=en`);
    await expect(page.getByRole('heading', { name: 'You cannot send a signal just now' })).toBeVisible();
    await expect(page.getByText('The signal team must first make a key.')).toBeVisible();
    await expect(page.getByText('Then call 112.')).toBeVisible();
    await speaksEnglish(page);
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
