import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { logInAs } from './people.ts';

const BUURT = '/beheer/buurten/h-buurt';
const asOrganiser = (page: Page) => logInAs(page, { role: 'organiser', buurten: ['h-buurt'] });
const unique = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;
const preview = (page: Page) => page.getByRole('button', { name: 'Bekijk zoals bewoners het zien' }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Bewaar concept' }).last().click();
const publish = (page: Page) => page.getByRole('button', { name: 'Publiceer' }).click();

async function fillMeeting(page: Page, title: string): Promise<void> {
  await page.getByLabel('Titel', { exact: true }).fill(title);
  await page.getByLabel('In één zin').fill('Een avond over licht op straat.');
  await page.getByLabel('Waar is het?').fill('Buurthuis Holendrecht');
  await page.getByLabel('Adres').fill('Plein 1, Amsterdam');
  await page.getByLabel('Hoeveel mensen kunnen er komen?').fill('40');
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an organiser reports progress, sees it as residents will, and it is public at once', async ({ page }) => {
    await asOrganiser(page);
    await page.goto(BUURT);
    await page.getByRole('link', { name: 'Meld voortgang' }).first().click();
    const words = unique('Vandaag hing de volgende deur.');
    await page.getByLabel('Wat is er gebeurd').fill(`**Goed nieuws.** ${words}`);
    await preview(page);
    await expect(page.getByText('Dit is nog niet openbaar.')).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await publish(page);
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
    await expect(page).toHaveURL(/\/buurten\/h-buurt\/interventies\//);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.locator('strong', { hasText: 'Goed nieuws.' })).toBeVisible();
  });

  test('an organiser announces a meeting: first with mistakes, which keep what was typed', async ({ page }) => {
    await asOrganiser(page);
    await page.goto(`${BUURT}/nieuw/meeting`);
    const title = unique('Licht op straat');
    await fillMeeting(page, title);
    await page.getByLabel('Dag', { exact: true }).fill('2027-03-28');
    await page.getByLabel('Begint om').fill('02:30');
    await page.getByLabel('Duurt tot').fill('04:00');
    await preview(page);
    await expect(page.getByRole('button', { name: 'Publiceer' })).toHaveCount(0);
    // No day or hour that nobody chose.
    await expect(page.getByRole('article').getByText('deze tijd bestaat niet')).toBeVisible();
    await expect(page.getByRole('article').getByText('zondag 28 maart 2027')).toBeVisible();
    await page.getByRole('link', { name: /Begint om: deze tijd bestaat niet/ }).click();
    await expect(page.getByLabel('Titel', { exact: true })).toHaveValue(title);
    await expect(page.getByLabel('Begint om')).toHaveValue('02:30');
    await page.getByLabel('Dag', { exact: true }).fill('2027-04-01');
    await page.getByLabel('Begint om').fill('19:30');
    await page.getByLabel('Duurt tot').fill('21:30');
    await page.getByRole('button', { name: 'Wijs de plek aan op de kaart' }).click({ position: { x: 120, y: 110 } });
    await expect(page.getByLabel('Breedte en lengte')).toHaveValue(/^52\.\d+, 4\.\d+$/);
    await preview(page);
    await publish(page);
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('donderdag 1 april 2027').first()).toBeVisible();
  });

  test('an organiser publishes news with a picture; a file that is no picture leaves the text', async ({ page }) => {
    await asOrganiser(page);
    await page.goto(`${BUURT}/nieuw/update`);
    const title = unique('Het plein is af');
    await page.getByLabel('Titel').fill(title);
    await page.getByLabel('Tekst').fill('Zo ziet het eruit.');
    const add = async (name: string, buffer: Buffer) => {
      await page.getByLabel('Voeg een foto toe').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
      await page.getByRole('button', { name: 'Voeg deze foto toe' }).click();
    };
    await add('plein.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await expect(page.getByText('Dit bestand is geen foto').first()).toBeVisible();
    await expect(page.getByLabel('Titel')).toHaveValue(title);
    const photo = sharp({ create: { width: 1200, height: 800, channels: 3, background: '#557799' } });
    await add('plein.jpg', await photo.jpeg().toBuffer());
    await preview(page);
    await page.getByRole('link', { name: /Foto 1: schrijf wat er te zien is/ }).click();
    await page.getByLabel('Wat is er op de foto te zien?').fill('Een leeg plein met een nieuwe bank');
    await preview(page);
    await publish(page);
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
    const image = page.getByRole('img', { name: 'Een leeg plein met een nieuwe bank' });
    const answer = await page.request.get((await image.getAttribute('src')) ?? '');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('image/webp');
    expect(answer.headers()['cache-control']).toContain('immutable');
  });
});

test('beside a longer text stands how residents will see it, while it is typed', async ({ page }) => {
  await asOrganiser(page);
  await page.goto(`${BUURT}/nieuw/update`);
  await page.getByLabel('Tekst').fill('Dit is **dik**. <img src=x onerror=alert(1)>');
  const live = page.locator('.live').first();
  await expect(live.locator('strong')).toHaveText('dik');
  await expect(live.locator('img')).toHaveCount(0);
});

test('a draft has no public address: not for a visitor, not for an organiser of another buurt', async ({
  page,
  browser,
}) => {
  await asOrganiser(page);
  await page.goto(`${BUURT}/nieuw/update`);
  const canary = unique('Kanarie');
  await page.getByLabel('Titel').fill(canary);
  await page.getByLabel('Tekst').fill('Nog geheim.');
  const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: '#557799' } });
  const file = { name: 'a.png', mimeType: 'image/png', buffer: await photo.png().toBuffer() };
  await page.getByLabel('Voeg een foto toe').setInputFiles(file);
  await save(page);
  await expect(page.getByText('Concept: bewoners zien dit niet')).toBeVisible();
  const address = new URL(page.url()).pathname;
  const picture = (await page.getByRole('img', { name: 'Foto 1' }).getAttribute('src')) ?? '';
  const asPublic = picture.replace(/^\/beheer\/beeld\/[^/]+/, '/beeld');
  expect((await page.request.get(picture)).status()).toBe(200);
  expect((await page.request.get(asPublic)).status()).toBe(404);

  const visitor = await browser.newContext();
  for (const path of [address, `${address}/voorbeeld`, picture]) {
    const answer = await visitor.request.get(path, { maxRedirects: 0 });
    expect([303, 404]).toContain(answer.status());
  }
  for (const path of ['/', '/buurten/h-buurt', '/sitemap.xml']) {
    expect(await (await visitor.request.get(path)).text()).not.toContain(canary);
  }
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await logInAs(other, { role: 'organiser', buurten: ['rijnbuurt-west'] });
  for (const path of [address, `${address}/voorbeeld`, BUURT, `${BUURT}/nieuw/theme`]) {
    expect((await other.goto(path))?.status()).toBe(403);
    expect(await other.content()).not.toContain(canary);
  }
  expect((await other.request.get(picture)).status()).toBe(404);
});

test('of two people who edit one draft the second sees both texts, and nothing is lost', async ({ page, browser }) => {
  await asOrganiser(page);
  await page.goto(`${BUURT}/nieuw/theme`);
  const title = unique('Samen eten');
  await page.getByLabel('Titel').fill(title);
  await save(page);
  const context = await browser.newContext();
  const second = await context.newPage();
  await asOrganiser(second);
  await second.goto(new URL(page.url()).pathname);
  await page.getByLabel('Waar gaat het over?').fill('Elke week samen aan tafel.');
  await save(page);
  await second.getByLabel('Waar gaat het over?').fill('Eten met de buren.');
  await save(second);
  await expect(
    second.getByRole('heading', { name: /Iemand anders was u voor|ook in een ander venster bewaard/ }),
  ).toBeVisible();
  await expect(second.getByText('Elke week samen aan tafel.')).toBeVisible();
  await expect(second.getByLabel('Waar gaat het over?')).toHaveValue('Eten met de buren.');
  await save(second);
  await expect(second.getByText(/Uw concept is bewaard/)).toBeVisible();
});

test('a draft that was thrown away can be put back', async ({ page }) => {
  await asOrganiser(page);
  await page.goto(`${BUURT}/nieuw/response`);
  await page.getByLabel('Wat hoorden we?').fill('Het is donker bij de trap.');
  await save(page);
  await page.getByRole('button', { name: 'Gooi concept weg' }).click();
  await expect(page.getByText(/is weggegooid/)).toBeVisible();
  await page.getByRole('button', { name: 'Zet terug', exact: true }).click();
  await page
    .getByRole('link', { name: /Verder schrijven/ })
    .first()
    .click();
  await expect(page.getByLabel('Wat hoorden we?')).toHaveValue('Het is donker bij de trap.');
});

test('a change says why, and the public page shows both versions', async ({ page }) => {
  await asOrganiser(page);
  await page.goto(BUURT);
  await page.getByRole('link', { name: /^Wijzig \(Meer bedden/ }).click();
  await page.getByLabel('Wanneer is het klaar?').fill('2027-09-01');
  await preview(page);
  await page.getByRole('link', { name: /Wat is er veranderd en waarom: vul dit in/ }).click();
  await page.getByLabel('Wat is er veranderd en waarom?').fill('De opvang kreeg een nieuwe plek.');
  await preview(page);
  await publish(page);
  await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
  await expect(page.getByText('1 september 2027').first()).toBeVisible();
  await expect(page.getByText(/De opvang kreeg een nieuwe plek\./)).toBeVisible();
});

test('an administrator adds a buurt, and cannot make meetings', async ({ page }) => {
  await logInAs(page, { role: 'administrator' });
  await page.goto('/beheer/buurten/nieuw');
  const name = unique('Proefbuurt');
  await page.getByLabel('Naam van de buurt').fill(name);
  await page.getByLabel('Zoek een gebied op naam').fill('Holendrecht');
  await page.getByRole('button', { name: 'Zoek', exact: true }).click();
  await expect(page.getByLabel('Naam van de buurt')).toHaveValue(name);
  await expect(page.getByText(/Gevonden\.|We vonden geen gebied/)).toBeVisible();
  await page.goto('/beheer/buurten/nieuw');
  await expect(page.getByText(`De buurt: ${name}`)).toBeVisible();
  expect((await page.goto(`${BUURT}/nieuw/meeting`))?.status()).toBe(403);
});

for (const width of [320, 1280]) {
  test(`the organisers' screens have no barriers at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await asOrganiser(page);
    const kinds = ['theme', 'intervention', 'update', 'response', 'meeting'].map((kind) => `${BUURT}/nieuw/${kind}`);
    for (const path of ['/beheer', BUURT, ...kinds]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    await page.goto(`${BUURT}/nieuw/meeting`);
    await save(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
