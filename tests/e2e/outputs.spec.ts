import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { publicAddresses } from './addresses.ts';

/** The next meeting of the sample that has translations: a poster can be made of it. */
async function comingMeeting(request: APIRequestContext): Promise<string> {
  const addresses = (await publicAddresses(request)).filter((path) => /^\/bijeenkomsten\/[^/]+$/.test(path));
  for (const path of addresses) {
    const answer = await request.get(`${path}/poster.svg`, { maxRedirects: 0 });
    if (answer.status() === 200) return path;
  }
  throw new Error('The sample has no meeting to come');
}

/** How many sheets of paper the page takes, and how large they are in millimetres. */
async function printed(page: Page): Promise<{ sheets: number; width: number; height: number }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4);
  return {
    sheets: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length,
    width: millimetres(width),
    height: millimetres(height),
  };
}

test.describe('a poster', () => {
  for (const [name, size] of [
    ['poster', { width: 210, height: 297 }],
    ['flyer', { width: 148, height: 210 }],
  ] as const)
    test(`prints as one sheet, in each choice of languages: ${name}`, async ({ page, request }) => {
      const meeting = await comingMeeting(request);
      for (const query of ['', '?taal=ar', '?taal=en&taal=tr']) {
        await page.goto(`${meeting}/${name}${query}`);
        const sheet = page.getByRole('img', { name: /^De (?:poster|flyer)\./ });
        await expect
          .poll(() => sheet.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0))
          .toBe(true);
        expect(await printed(page)).toEqual({ sheets: 1, ...size });
      }
    });

  test('is drawn once for each choice of languages, whatever the order in the address', async ({ request }) => {
    const meeting = await comingMeeting(request);
    const asked = await request.get(`${meeting}/poster.svg?taal=tr,en,xx`);
    expect(new URL(asked.url()).search).toBe('?taal=en%2Ctr');
    expect(asked.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect((await request.get(`${meeting}/poster.svg?taal=nl`)).url()).toMatch(/poster\.svg$/);
  });

  test('of a meeting that is over sends to the page that says so', async ({ request, page }) => {
    const feed = await (await request.get('/bijeenkomsten.atom')).text();
    const [, held = ''] = /Verslag: .*?<link href="([^"]+)"/s.exec(feed) ?? [];
    const answer = await request.get(`${held}/poster.svg`);
    expect(answer.url()).toMatch(/\/poster$/);
    await page.goto(answer.url());
    await expect(page.getByText('Een poster is nu niet meer nodig')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('languages are chosen with a form, and the page says how to print', async ({ page, request }) => {
    await page.goto(`${await comingMeeting(request)}/poster`);
    await page.getByLabel('Turks').check();
    await page.getByLabel('Arabisch').check();
    await page.getByRole('button', { name: 'Toon met deze talen' }).click();
    await expect(page.getByLabel('Turks')).toBeChecked();
    await expect(page.getByLabel('Arabisch')).toBeChecked();
    await expect(page.getByRole('link', { name: 'Bewaar als tekening' })).toHaveAttribute('href', /taal=ar%2Ctr$/);
    await expect(page.getByText('Afdrukken kan ook met Ctrl en P')).toBeVisible();
  });
});

test.describe('feeds', () => {
  test('are XML and calendars that programs can ask for again without getting them again', async ({
    request,
    page,
  }) => {
    for (const path of ['/bijeenkomsten', '/buurten/h-buurt/bijeenkomsten']) {
      for (const kind of ['ics', 'atom']) {
        // Again when another test announced a meeting between the two questions.
        await expect(async () => {
          const first = await request.get(`${path}.${kind}`);
          expect(first.status(), path).toBe(200);
          const { etag = '', 'last-modified': changed = '' } = first.headers();
          for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': changed }])
            expect((await request.get(`${path}.${kind}`, { headers })).status()).toBe(304);
        }).toPass();
      }
      const xml = await (await request.get(`${path}.atom`)).text();
      const read = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        const all = (tag: string) => Array.from(parsed.getElementsByTagName(tag), ({ textContent }) => textContent);
        return { root: parsed.documentElement.namespaceURI, ids: all('id'), entries: all('entry').length };
      }, xml);
      expect(read.root).toBe('http://www.w3.org/2005/Atom');
      expect(read.entries).toBeGreaterThan(2);
      expect(new Set(read.ids).size).toBe(read.entries + 1);
    }
  });

  test('are not there for a buurt that is not there', async ({ request }) => {
    for (const kind of ['ics', 'atom'])
      expect((await request.get(`/buurten/nergens/bijeenkomsten.${kind}`)).status()).toBe(404);
  });
});
