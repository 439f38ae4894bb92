import { expect, test, type Page } from '@playwright/test';
import { publicAddresses } from './addresses.ts';
import { announce } from './announce.ts';

const sheets = async (page: Page): Promise<number> => {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
};

test.describe('the page of a meeting', () => {
  test('is one sheet on paper, for as long as it is to come', async ({ page, request }) => {
    const meetings = (await publicAddresses(request)).filter((path) => /^\/bijeenkomsten\/[^/]+$/.test(path));
    let announced = 0;
    for (const path of meetings) {
      await page.goto(path);
      if ((await page.getByRole('link', { name: 'Poster om op te hangen (A4)' }).count()) === 0) continue;
      announced += 1;
      expect(await sheets(page), path).toBe(1);
    }
    expect(announced).toBeGreaterThan(2);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('has a map, other languages one press away, and the other dates of its series', async ({ page }) => {
      await page.goto('/bijeenkomsten/hoe-gaat-het-in-uw-portiek');
      await expect(page.getByRole('img', { name: 'Kaartje van H-buurt' })).toBeVisible();
      const english = page.locator('details[lang="en"]');
      await expect(english.locator('summary')).toContainText('English');
      await english.locator('summary').click();
      await expect(english.locator('p').first()).toBeVisible();

      await page.goto('/buurten/rijnbuurt-west');
      await page.getByRole('link', { name: 'Koffie aan de buurttafel' }).first().click();
      const dates = page.getByRole('region', { name: 'Ook op deze dagen' });
      const first = page.url();
      await dates.getByRole('link').first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Koffie aan de buurttafel' })).toBeVisible();
      expect(page.url()).not.toBe(first);
    });

    test('leads from the buurt to the report, and from what was agreed to the promise', async ({ page }) => {
      await page.goto('/buurten/h-buurt');
      const heard = page.getByRole('region', { name: 'Wat we deden met wat u vertelde' });
      await heard
        .getByRole('link', { name: /^Lees het hele verslag/ })
        .first()
        .click();
      for (const part of ['Wat er is gezegd', 'Wat er is afgesproken', 'Wat ermee gebeurt en wanneer u meer hoort'])
        await expect(page.getByRole('heading', { level: 3, name: part })).toBeVisible();
      await page.getByRole('region', { name: 'Wat er is afgesproken' }).getByRole('link').first().click();
      await expect(page).toHaveURL(/\/buurten\/h-buurt\/interventies\//);
    });
  });
});

test('a long list is in parts, and the button to the next part fits a small phone with large letters', async ({
  page,
}) => {
  test.slow();
  for (let later = 0; later < 20; later += 1) await announce({ hours: 1_000 + 24 * later, places: 8 });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/bijeenkomsten');
  // WCAG 1.4.4: letters twice as large.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const next = page.getByRole('link', { name: 'Bekijk latere bijeenkomsten' });
  await expect(next).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await next.click();
  await expect(page.getByText('Licht in de hal').first()).toBeVisible();
});
