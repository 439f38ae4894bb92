import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { fill, fillAndOpen, mailTo, ownMeeting, personalLink, press, says, somebody } from './residents.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`the personal page ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('lets somebody sign up a neighbour, change the number, cancel the report and be forgotten', async ({
      page,
    }) => {
      const meeting = await ownMeeting();
      const form = somebody({ name: 'S', guest: 'نور الهدى', people: 2 });
      const link = await fillAndOpen(page, meeting, form);
      await expect(page.getByText(/^Voor wie: .?نور الهدى/)).toBeVisible();
      await page.getByRole('button', { name: /^Ja, .?نور الهدى.? komt$/ }).click();
      await expect(page.getByText('We rekenen op 2 personen.')).toBeVisible();
      await page.getByLabel('Aantal mensen').fill('3');
      await press(page, 'Pas het aantal aan');
      await expect(page.getByRole('status')).toContainText('Het aantal is aangepast.');
      await expect(page.getByText('We rekenen op 3 personen.')).toBeVisible();
      await press(page, 'Mail mij het verslag');
      await expect(page.getByRole('button', { name: 'Mail mij het verslag niet' })).toBeVisible();

      await page.getByText('Wis mijn gegevens nu al').click();
      await press(page, 'Ja, wis alles');
      await says(page, 'Uw gegevens zijn gewist');
      expect((await page.goto(link))?.status()).toBe(404);
      await says(page, 'Deze link werkt niet');
    });
  });
}

/** What stands in the way of somebody, on a phone in light and dark: barriers (axe, WCAG 2.2 AA), and scrolling sideways. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.setViewportSize({ width: 320, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return wide ? [...found, 'it scrolls sideways'] : found;
}

test('can be used by everybody: asked, answered and with a mistake', async ({ page }) => {
  const meeting = await ownMeeting();
  await fillAndOpen(page, meeting, somebody());
  await page.getByText('Wis mijn gegevens nu al').click();
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Ja, ik kom');
  await says(page, 'U heeft een plaats');
  await page.getByLabel('Aantal mensen').fill('elf');
  await press(page, 'Pas het aantal aan');
  await expect(page).toHaveTitle(/^Fout: /);
  expect(await barriers(page)).toEqual([]);
});

test('gives no page, and no way to find out who comes, to a link that was made up', async ({ page, request }) => {
  const meeting = await ownMeeting();
  const response = await page.goto(`${meeting}/aanmelding/${'a'.repeat(43)}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Deze link werkt niet' })).toBeVisible();
  expect((await request.get(`${meeting}/ontvangen/placed-0-abc-abd.def`)).status()).toBe(404);
});

test('takes two clicks on a button as one', async ({ page, request, baseURL }) => {
  const meeting = await ownMeeting();
  const form = somebody();
  const link = await fillAndOpen(page, meeting, form);
  const click = () =>
    request.post(`${link}?_action=signUps.act`, {
      form: { secret: link.split('/').at(-1) ?? '', act: 'yes' },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
  const answers = await Promise.all([click(), click()]);
  expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
  await page.reload();
  await says(page, 'U heeft een plaats');
  expect(await mailTo(form.email, 2)).toHaveLength(2);
});

test('stops the report for a mail program that posts by itself, and not for one that only opens the link', async ({
  page,
  request,
}) => {
  const stop = '/post/stop/een-woord.dat-wij-niet-schreven';
  await page.goto(stop);
  await says(page, 'Stop met het verslag');
  await press(page, 'Stuur mij geen verslag');
  await says(page, 'U krijgt geen verslag meer');
  const answer = await request.post(stop, {
    form: { 'List-Unsubscribe': 'One-Click' },
    headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('U krijgt geen verslag meer');
});

test('keeps a personal page out of caches, search engines and other sites', async ({ page }) => {
  const meeting = await ownMeeting();
  const form = somebody();
  await fill(page, meeting, form);
  const [letter] = await mailTo(form.email, 1);
  const response = await page.goto(personalLink(letter));
  const headers = response?.headers() ?? {};
  expect(headers['cache-control']).toContain('no-store');
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(headers['referrer-policy']).toBe('same-origin');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
});
