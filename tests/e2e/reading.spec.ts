import { expect, test } from '@playwright/test';

/** Reading is for everybody: each journey is walked on a phone, with and without JavaScript. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } });

    test('a resident finds the buurt, a promise that is late, and what it was at first', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'H-buurt', exact: true }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('H-buurt');
      const late = page.getByRole('article').filter({ hasText: 'te laat' }).first();
      await expect(late.getByRole('progressbar')).toBeVisible();
      const promise = late.getByRole('link');
      const title = await promise.innerText();
      await promise.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByText('te laat').first()).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Hoe het ging' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Wat er aan de belofte veranderde' })).toBeVisible();
      await page.getByRole('navigation', { name: 'U bent hier' }).getByRole('link', { name: 'H-buurt' }).click();
      await expect(page).toHaveURL(/\/buurten\/h-buurt$/);
    });

    test('a resident reads about a theme, figures beside stories', async ({ page }) => {
      await page.goto('/buurten/h-buurt');
      await page.getByRole('link', { name: 'Rust in de portieken', exact: true }).first().click();
      for (const part of ['Wat de cijfers zeggen', 'Wat we horen', 'Wat we daarvan vinden', 'De werkgroep']) {
        await expect(page.getByRole('heading', { name: part })).toBeVisible();
      }
    });

    test('a resident searches for a buurt that does not take part yet', async ({ page }) => {
      await page.goto('/buurten');
      await page.getByLabel('Naam van uw buurt, wijk of stadsdeel').fill('zuid');
      await page.getByRole('button', { name: 'Zoek' }).click();
      await expect(page).toHaveURL(/\?zoek=zuid$/);
      await expect(page.getByText(/gevonden met ‘zuid’/)).toBeVisible();
      await expect(page.getByLabel('Naam van uw buurt, wijk of stadsdeel')).toHaveValue('zuid');
      await page.getByLabel('Naam van uw buurt, wijk of stadsdeel').fill('bestaat niet');
      await page.getByRole('button', { name: 'Zoek' }).click();
      await expect(page.getByText('We vonden geen gebied met ‘bestaat niet’.')).toBeVisible();
    });

    test('a term is explained where it stands, by keyboard', async ({ page }) => {
      await page.goto('/buurten/h-buurt/themas/rust-in-de-portieken');
      const term = page.getByRole('button', { name: 'inloophuis' }).first();
      const note = page.getByRole('note').filter({ hasText: 'zonder afspraak' });
      await expect(note).toBeHidden();
      await term.focus();
      await page.keyboard.press('Enter');
      await expect(note).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(note).toBeHidden();
      await expect(term).toBeFocused();
    });

    test('somebody with little Dutch finds the explanation in another language', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Türkçe' }).click();
      await expect(page.getByRole('heading', { name: /Bu site nedir/ })).toBeInViewport();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'Bu site nedir' })
        .getByRole('link', { name: 'Zeg wat u ziet' })
        .click();
      await expect(page).toHaveURL(/\/signaal$/);
    });
  });
}

test('an address that leads nowhere says so, and shows the way', async ({ page }) => {
  for (const path of [
    '/buurten/bestaat-niet',
    '/buurten/h-buurt/themas/niets',
    '/buurten/h-buurt/interventies/niets',
  ]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Naar alle buurten' })).toBeVisible();
  }
});

test('on paper the explanations stand at the end, and the way to the form does not', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/buurten/h-buurt/themas/rust-in-de-portieken');
  await expect(page.getByRole('heading', { name: 'Woorden op deze pagina' })).toBeVisible();
  await expect(page.getByText('zonder afspraak')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Vertel het ons' })).toBeHidden();
});
