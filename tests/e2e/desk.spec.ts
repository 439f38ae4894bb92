import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { preparePhoto } from '../../src/domain/signals/index.ts';
import { givenPortal, openDesk, PASSPHRASE, portOf, press, readSignal } from './desk-portal.ts';

// A portal of its own, with the sample and log-ins: that takes a while.
test.slow();

const says = (page: Page, words: string) => expect(page.getByRole('status').getByText(words)).toBeVisible();

async function aPhoto(): Promise<Uint8Array> {
  const red = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  const made = await preparePhoto(red);
  if (!made.ok) throw new Error(made.reason);
  return made.value.bytes;
}

test('without JavaScript: opens, asks, decides, takes back, and loses nothing when it locks itself', async ({
  browser,
  baseURL,
}) => {
  await using portal = await givenPortal(portOf(baseURL, 31));
  const code = await portal.send({ text: 'De deur van de hal sluit niet.' });
  const page = await portal.person(browser, 'desk', false);
  await expect(page.getByText(/wacht/).first()).toBeVisible();

  await page.goto('/beheer/signalen');
  await expect(page.getByText('De deur van de hal')).toHaveCount(0);
  await page.getByLabel('Wachtzin').fill('een heel andere zin');
  await press(page, 'Maak open');
  await expect(page.getByRole('alert').getByText('Deze wachtzin past niet')).toBeVisible();
  await openDesk(page);
  await readSignal(page, 'De deur van de hal');

  await page.getByLabel('Uw bericht aan de afzender').fill('Welke deur bedoelt u?');
  await press(page, 'Stel deze vraag');
  await says(page, 'Uw vraag staat klaar.');
  expect(await portal.follow(code)).toMatchObject({
    value: { standing: 'asked', turns: [{ text: 'Welke deur bedoelt u?' }] },
  });

  await page.getByLabel('Uw bericht aan de afzender').fill('Dit mag niet weg.');
  await portal.later(1);
  await press(page, 'Stuur dit antwoord');
  await expect(page.getByText('De brievenbus ging intussen op slot.')).toBeVisible();
  await page.getByLabel('Wachtzin').fill(PASSPHRASE);
  await press(page, 'Maak open');
  await expect(page.getByLabel('Uw bericht aan de afzender')).toHaveValue('Dit mag niet weg.');

  await press(page, 'Neem aan');
  await says(page, 'Aangenomen.');
  await press(page, 'Maak ongedaan');
  await says(page, 'Teruggezet.');
  await page.getByText('Afwijzen', { exact: true }).click();
  await press(page, 'Wijs af');
  await expect(page.getByRole('alert').getByText('Schrijf hier een paar woorden.')).toBeVisible();
  await page.getByLabel('Waarom telt het niet mee?').fill('Dit is al gemaakt.');
  await press(page, 'Wijs af');
  await says(page, 'Afgewezen.');
  await press(page, 'Sluit de brievenbus');
  await expect(page.getByRole('heading', { level: 1, name: 'De brievenbus is op slot' })).toBeVisible();
});

test('of two people who decide the same signal the second sees how it is now', async ({ browser, baseURL }) => {
  await using portal = await givenPortal(portOf(baseURL, 32));
  await portal.send({ text: 'Het fietspad is smal.' });
  const [one, other] = [await portal.person(browser, 'desk'), await portal.person(browser, 'desk')];
  for (const page of [one, other]) {
    await openDesk(page);
    await readSignal(page, 'Het fietspad is smal.');
  }
  await press(one, 'Neem aan');
  await says(one, 'Aangenomen.');
  await other.getByText('Afwijzen', { exact: true }).click();
  await other.getByLabel('Waarom telt het niet mee?').fill('Dit gaat niet over de buurt.');
  await press(other, 'Wijs af');
  await expect(other.getByRole('alert').getByText('Iemand anders was u voor')).toBeVisible();
  await expect(other.getByText('telt mee in de volgende telling')).toBeVisible();
  await expect(other.getByText('Dit gaat niet over de buurt.')).toBeVisible();
});

test('P9: makes a name and a face unreadable for ever, and nobody but the opened desk sees a photo', async ({
  browser,
  baseURL,
}) => {
  await using portal = await givenPortal(portOf(baseURL, 33));
  await portal.send({ text: 'Mijn buurman Kanariepiet zit hier graag: noor@example.org.', photo: await aPhoto() });
  const page = await portal.person(browser, 'desk');
  await openDesk(page);
  const address = await readSignal(page, 'Kanariepiet');
  const photo = `${address}/foto`;
  const seen = await page.request.get(photo);
  expect([seen.status(), seen.headers()['content-type'], seen.headers()['cache-control']]).toEqual([
    ...[200, 'image/webp', 'private, no-store'],
  ]);

  await page.getByRole('link', { name: 'Maak stukjes onleesbaar' }).click();
  await page.getByLabel(/Haal ook dit weg/).fill('Bartholomeus');
  await press(page, 'Kijk hoe het wordt');
  await expect(page.getByRole('alert').getByText('Bartholomeus')).toBeVisible();
  await page.getByLabel(/Haal ook dit weg/).fill('Kanariepiet');
  await page.getByLabel('noor@example.org').check();
  await press(page, 'Kijk hoe het wordt');
  await press(page, 'Maak dit onleesbaar, voorgoed');
  await says(page, 'Gedaan.');
  expect(await page.content()).not.toMatch(/Kanariepiet|noor@/);

  const grid = page.locator('.photo .grid');
  await grid.scrollIntoViewIfNeeded();
  await expect(grid.locator('input[tabindex="-1"]').first()).toBeAttached();
  const box = await grid.boundingBox();
  if (!box) throw new Error('no grid');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.45, box.y + 10);
  await page.mouse.up();
  await press(page, 'Maak deze vakken zwart, voorgoed');
  await expect(page.getByRole('alert').getByText('Vink eerst aan')).toBeVisible();
  await page.getByLabel('Ik weet dat dit niet terug kan').check();
  await press(page, 'Maak deze vakken zwart, voorgoed');
  await says(page, 'De vakken zijn zwart');
  const { data, info } = await sharp(await (await page.request.get(photo)).body())
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.max(...data.subarray(0, 3))).toBeLessThan(12);
  expect(data[(info.width - 1) * 3]).toBeGreaterThan(200);

  for (const role of ['professional', 'organiser', 'administrator', 'interviewer'] as const) {
    const { request } = await portal.person(browser, role);
    for (const path of [address, photo, `${address}/onleesbaar`])
      expect([role, (await request.get(path)).status()]).toEqual([role, 403]);
  }
  const stranger = await browser.newContext({ baseURL: page.url() });
  expect((await stranger.request.get(photo, { maxRedirects: 0 })).status()).toBe(303);
  const colleague = await portal.person(browser, 'desk');
  expect((await colleague.request.get(photo)).status()).toBe(404);
  await press(page, 'Uitloggen');
  expect((await page.request.get(photo, { maxRedirects: 0 })).status()).toBe(303);
});

test('copies become one voice with one button, and no page has barriers', async ({ browser, baseURL }) => {
  await using portal = await givenPortal(portOf(baseURL, 34));
  for (const end of ['', '!', '!!'])
    await portal.send({ text: `De lamp bij de trap aan het plein is al weken stuk${end}` });
  await portal.send({ text: 'Met een foto, en noor@example.org erbij.', photo: await aPhoto() });
  const page = await portal.person(browser, 'desk');
  await page.setViewportSize({ width: 320, height: 800 });
  await openDesk(page);
  const address = await readSignal(page, 'Met een foto');
  for (const path of ['/beheer/signalen', '/beheer/signalen/groepen', address, `${address}/onleesbaar`]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
  await page.goto('/beheer/signalen/groepen');
  await expect(page.getByText('Dan telt deze groep als één stem: 2 signalen worden dubbel.')).toBeVisible();
  await press(page, 'Dit is één stem');
  await says(page, '2 signalen zijn nu dubbel.');
});
