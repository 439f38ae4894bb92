import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { gifFilm, halves, heic, jpegThatTells, pngBomb } from '../photos/files.ts';
import { checked, expectAccessible, fieldsOf, next, send, sendWhenRead, sent, write } from './signal-pages.ts';

const CANARY = 'KANARIE-4711';
const photo = (page: Page) => page.getByRole('img', { name: 'Uw foto, zoals wij hem bewaren' });

/** The bytes of the photo that the page shows. */
async function shown(page: Page): Promise<Buffer> {
  const address = (await photo(page).getAttribute('src')) ?? '';
  expect(address).toMatch(/^data:image\/webp;base64,/);
  return Buffer.from(address.replace(/^.*,/, ''), 'base64');
}

const aPhoto = async (name = 'IMG_20270318_Karel-Jansen.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await jpegThatTells(CANARY),
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('P4: the check page shows the photo as it will be stored, and it goes along', async ({ page }) => {
      await write(page, { text: 'Kijk maar', photo: await aPhoto() });
      await expect(photo(page)).toBeVisible();
      const bytes = await shown(page);
      expect(bytes.toString('latin1')).not.toMatch(/KANARIE|GPS|Exif|Karel/);
      expect(await page.content()).not.toMatch(/KANARIE|IMG_20270318|Karel-Jansen/);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 800, height: 400 });
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole('button', { name: 'Verander' }).click();
      expect(await shown(page)).toEqual(bytes);
      if (javaScriptEnabled) await expectAccessible(page);
      await next(page);
      expect(await shown(page)).toEqual(bytes);
      await sendWhenRead(page);
      await expect(sent(page)).toBeVisible();
    });

    test('a photo can be taken away on both pages', async ({ page }) => {
      await write(page, { text: 'Toch niet', photo: await aPhoto() });
      await page.getByRole('button', { name: 'Haal de foto weg' }).click();
      await expect(checked(page)).toBeVisible();
      await expect(photo(page)).toHaveCount(0);
      await expect(page.getByText('Geen foto')).toBeVisible();

      await write(page, { text: 'Toch niet', photo: await aPhoto() });
      await page.getByRole('button', { name: 'Verander' }).click();
      await page.getByLabel('Stuur deze foto niet mee').check();
      await next(page);
      await expect(checked(page)).toBeVisible();
      await expect(photo(page)).toHaveCount(0);
    });
  });

for (const [what, make, words] of [
  ['HEIC', () => heic(), 'Dit bestand kunnen wij niet lezen als foto'],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Dit bestand kunnen wij niet lezen als foto'],
  ['a GIF', () => gifFilm(50), 'Dit bestand kunnen wij niet lezen als foto'],
  ['an empty file', () => Buffer.alloc(0), 'Dit bestand kunnen wij niet lezen als foto'],
  ['a bomb', () => pngBomb(16_000), 'Deze foto is te groot voor ons'],
  ['cut off', async () => (await halves().jpeg().toBuffer()).subarray(0, 2000), 'Deze foto is niet heel'],
  ['of 20 MB', () => Buffer.alloc(20 * 1024 * 1024, 7), 'Dit bestand is groter dan 12 MB'],
] as const)
  test(`P4: a photo that is ${what} is refused, and the text is kept`, async ({ page }) => {
    await write(page, {
      text: 'Dit blijft staan',
      cell: 1,
      photo: { name: 'foto.jpg', mimeType: 'image/jpeg', buffer: await make() },
    });
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByLabel('Een foto erbij')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Uw verhaal')).toHaveValue('Dit blijft staan');
    await expect(page.getByLabel('Een gevoel over een plek')).toBeChecked();
    await expect(page.getByLabel('Kies het vak')).toHaveValue(/^r\d/);
    await next(page);
    await expect(checked(page)).toBeVisible();
  });

test('a photo stays when something else is wrong, and when another one is refused', async ({ page }) => {
  await write(page, { text: ' ', photo: await aPhoto() });
  await expect(page.getByRole('alert')).toContainText('Schrijf wat u wilt vertellen.');
  const bytes = await shown(page);
  await page.getByLabel('Uw verhaal').fill('Nu wel');
  await page
    .getByLabel('Kies een andere foto')
    .setInputFiles({ name: 'x.heic', mimeType: 'image/heic', buffer: heic() });
  await next(page);
  await expect(page.getByRole('alert')).toContainText('Dit bestand kunnen wij niet lezen als foto');
  expect(await shown(page)).toEqual(bytes);
  await next(page);
  expect(await shown(page)).toEqual(bytes);
});

test('P4: a photo that was changed on its way is refused, and the text is kept', async ({ page }) => {
  await write(page, { text: 'Met een andere foto', photo: await aPhoto() });
  const carried = page.locator('input[name=carriedPhoto]');
  await carried.evaluate((input: HTMLInputElement) => {
    const at = input.value.length - 40;
    input.value = `${input.value.slice(0, at)}${input.value[at] === 'A' ? 'B' : 'A'}${input.value.slice(at + 1)}`;
  });
  await send(page);
  await expect(page.getByRole('alert')).toContainText('Wij herkennen deze foto niet meer.');
  await expect(page.getByLabel('Uw verhaal')).toHaveValue('Met een andere foto');
});

test('P4: the photo of one form cannot be sent with another', async ({ page }) => {
  await write(page, { text: 'De eerste', photo: await aPhoto() });
  const first = await fieldsOf(page, 'Verstuur');
  await write(page, { text: 'De tweede' });
  const second = await fieldsOf(page, 'Verstuur');
  const answer = await page.request.post(second.action, {
    multipart: { ...second.fields, carriedPhoto: first.fields['carriedPhoto'] ?? '' },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain('Wij herkennen deze foto niet meer.');
});

for (const name of [
  '../../../etc/passwd.jpg',
  '<img src=x onerror=alert(1)>.jpg',
  '\u202egpj.exe',
  `${'a'.repeat(400)}.jpg`,
  'con.jpg',
  '"; filename="b.jpg',
])
  test(`a photo called ${name.slice(0, 30)} comes in, its name does not`, async ({ page }) => {
    await write(page, { text: 'Met een rare naam', photo: await aPhoto(name) });
    await expect(photo(page)).toBeVisible();
    expect(await page.content()).not.toContain(name.slice(0, 30));
  });

test('a large photo is made small in the browser, before it goes anywhere', async ({ page }) => {
  const large = await halves(4000, 3000).jpeg({ quality: 100 }).toBuffer();
  const file = Buffer.concat([large, Buffer.alloc(3 * 1024 * 1024)]);
  await page.goto('/signaal?buurt=h-buurt');
  const field = page.getByLabel('Een foto erbij');
  await field.setInputFiles({ name: 'IMG_9999.jpg', mimeType: 'image/jpeg', buffer: file });
  await expect(page.getByText('Uw foto is verkleind op uw eigen toestel.')).toBeVisible();
  const chosen = await field.evaluate(
    (input: HTMLInputElement) => [input.files?.[0]?.name, input.files?.[0]?.size] as const,
  );
  expect(chosen[0]).toBe('foto.jpg');
  expect(chosen[1]).toBeLessThan(500_000);
});
