import { expect, test, type Page } from '@playwright/test';
import { checked, code, expectAccessible, next, readIt, send, SIGNAL_FORM, write } from './signal-pages.ts';

const FOLLOW = '/signaal/volgen';
const CANARY = 'Kanarie op het dak';

/** Sends a signal; gives its code. */
async function aCode(page: Page): Promise<string> {
  await write(page, { text: CANARY });
  await readIt(page);
  await send(page);
  return code(page).innerText();
}

async function follow(page: Page, typed: string): Promise<void> {
  await page.goto(FOLLOW);
  await page.getByLabel('Uw code').fill(typed);
  await page.getByRole('button', { name: 'Kijk', exact: true }).click();
}

const nothing = (page: Page) => page.getByRole('alert').getByText('Bij deze code vinden wij niets.');

/** Reads the check page of a reply for as long as the gate wants. */
async function sendReply(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Zo komt uw antwoord bij ons aan' })).toBeVisible();
  const since = Date.now();
  await expect.poll(() => Date.now() - since, { intervals: [250] }).toBeGreaterThan(4_000);
  await send(page);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('P7: a sender follows a signal, replies, and withdraws it', async ({ page, context }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const given = await aCode(page);
      const typed = given.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
      await follow(page, typed);
      await expect(page.getByRole('heading', { name: 'Uw signaal is binnen' })).toBeVisible();
      await expect(page.getByText(CANARY)).toHaveCount(0);
      await expectNoCodeAround(page, given);

      await page.getByLabel('Uw antwoord').fill('Het was bij de lift.');
      await next(page);
      await expect(page.getByText('Het was bij de lift.')).toBeVisible();
      await page.getByRole('button', { name: 'Verander' }).click();
      await expect(page.getByLabel('Uw antwoord')).toHaveValue('Het was bij de lift.');
      await next(page);
      await sendReply(page);
      await expect(page.getByText('Uw antwoord is binnen. Het signaalteam leest het')).toBeVisible();
      await expect(page.getByText('Het was bij de lift.')).toHaveCount(0);

      await page.getByText('Trek uw signaal in').click();
      await page.getByRole('button', { name: 'Ja, wis mijn signaal' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Bij deze code staat nu niets meer' })).toBeVisible();
      await expect(page.getByText(/nog hooguit 30 dagen/)).toBeVisible();
      await follow(page, given);
      await expect(nothing(page)).toBeVisible();
      await expect(page.getByLabel('Uw code')).toHaveValue(given);
      expect(await context.cookies()).toEqual([]);
      expect(asked.filter((url) => url.includes(given) || url.includes(encodeURIComponent(typed)))).toEqual([]);
    });

    test('P13: who is in danger is told so on the check page, and can still go on', async ({ page }) => {
      await write(page, { text: 'Mijn man slaat mij. Ik wil niet meer leven.' });
      const block = page.getByRole('region', { name: 'Speelt dit nu?' });
      await expect(block.getByRole('link')).toHaveText(['112', '113']);
      await expect(page.getByRole('button', { name: 'Verstuur' })).toBeEnabled();
      await page.getByRole('button', { name: 'Verander' }).click();
      await page.getByLabel('Uw verhaal').fill('Het plein is mooi.');
      await next(page);
      await expect(checked(page)).toBeVisible();
      await expect(block).toHaveCount(0);
    });

    test('P7: a receipt code in a text is refused, and the text is kept', async ({ page }) => {
      const text = 'Mijn vorige code was K7QF-9M2T-WX4H-0B3D-A6RS.';
      await write(page, { text });
      await expect(page.getByRole('alert').getByRole('link')).toHaveText([/code van een signaal in uw tekst/]);
      await expect(page.getByLabel('Uw verhaal')).toHaveValue(text);
    });
  });

/** The code stands in the hidden fields of the forms on this page, and nowhere else. */
async function expectNoCodeAround(page: Page, given: string): Promise<void> {
  expect(page.url()).not.toContain(given);
  await expect(page.getByText(given)).toHaveCount(0);
  const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.filter((href) => href?.includes(given))).toEqual([]);
}

test('P7: wrong, unknown and withdrawn codes get the same page', async ({ page, request, baseURL }) => {
  const withdrawn = await aCode(page);
  const headers = { origin: baseURL ?? '' };
  const post = (action: string, typed: string) =>
    request.post(`${FOLLOW}?_action=follow.${action}`, { form: { code: typed }, headers });
  expect((await post('withdraw', withdrawn)).status()).toBe(200);
  const answers = await Promise.all(
    [withdrawn, 'AAAA-BBBB-CCCC-DDDD-EEEE', 'WXYZ-WXYZ-WXYZ-WXYZ-WXYZ'].map(async (typed) => {
      const answer = await post('open', typed);
      // What was typed is kept: it is the only thing that differs.
      return { status: answer.status(), page: (await answer.text()).replaceAll(typed, '…') };
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
  expect(new Set(answers.map((answer) => answer.page)).size).toBe(1);
  const gone = await Promise.all([withdrawn, 'AAAA-BBBB-CCCC-DDDD-EEEE'].map((typed) => post('withdraw', typed)));
  const texts = await Promise.all(gone.map((answer) => answer.text()));
  expect(texts[0]).toBe(texts[1]);
  expect(gone.map((answer) => answer.headers()['cache-control'])).toEqual(['private, no-store', 'private, no-store']);
});

test('P13: while one types, the right number comes near, and no letter leaves the page', async ({ page }) => {
  await page.goto(SIGNAL_FORM, { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('Uw verhaal').fill('Er is brand! Bel mijn buurman Karel, 06-12345678.');
  const told = page.getByRole('status').filter({ hasText: 'Speelt dit nu?' });
  await expect(told.getByRole('link')).toHaveText(['112']);
  await expect(page.getByRole('status').filter({ hasText: 'misschien een telefoonnummer' })).toBeVisible();
  await page.getByLabel('Uw verhaal').fill('أريد أن أموت');
  await expect(told.getByRole('link')).toHaveText(['113']);
  await page.getByLabel('Uw verhaal').fill('Het plein is mooi.');
  await expect(told).toHaveCount(0);
  expect(asked).toEqual([]);
  await expectAccessible(page);
});

test('P12: each step of following is accessible, and works by keyboard', async ({ page }) => {
  const given = await aCode(page);
  await page.goto(FOLLOW);
  await expectAccessible(page);
  await page.getByLabel('Uw code').focus();
  await page.keyboard.type('niets');
  await page.keyboard.press('Enter');
  await expect(nothing(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Uw code').fill('');
  await page.getByLabel('Uw code').focus();
  await page.keyboard.type(given);
  await page.keyboard.press('Enter');
  await page.getByLabel('Uw antwoord').focus();
  await page.keyboard.type('Bel 06-12345678, er is brand in het portiek');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bekijk eerst' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('misschien een telefoonnummer').first()).toBeVisible();
  await expectAccessible(page);
});
