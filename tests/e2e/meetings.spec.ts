import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { headerOf, partOf } from '../mail/letters.ts';
import { logInAs } from './people.ts';

interface Filled {
  readonly name: string;
  readonly email: string;
  readonly people: number;
}

const somebody = (changes: Partial<Filled> = {}): Filled => {
  const id = crypto.randomUUID();
  return { name: `Bewoner ${id.slice(0, 8)}`, email: `bewoner-${id}@voorbeeld.nl`, people: 1, ...changes };
};

/** The addresses of the meetings that one can sign up for, soonest first. */
async function openMeetings(request: APIRequestContext): Promise<string[]> {
  const text = await (await request.get('/bijeenkomsten')).text();
  const all = [...new Set([...text.matchAll(/href="(\/bijeenkomsten\/[\w-]+)"/g)].map(([, path = '']) => path))];
  const open = [];
  for (const path of all) if ((await (await request.get(path)).text()).includes(`${path}/aanmelden`)) open.push(path);
  return open;
}

const placesLeft = async (request: APIRequestContext, meeting: string): Promise<number> =>
  ((await (await request.get(`${meeting}/plaatsen.json`)).json()) as { placesLeft: number }).placesLeft;

async function fill(page: Page, meeting: string, { name, email, people }: Filled): Promise<void> {
  await page.goto(`${meeting}/aanmelden`);
  await page.getByLabel('Uw naam').fill(name);
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByLabel('Met hoeveel mensen komt u?').fill(String(people));
  await page.locator('#meld-aan').click();
}

/** Letters to this address, as they came in the folder; waits until there are `count`. */
async function mailTo(email: string, count: number): Promise<string[]> {
  const folder = join(process.env['E2E_DATA_DIR'] ?? '', 'mail');
  let letters: string[] = [];
  await expect
    .poll(async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
      const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      letters = all.filter((raw) => headerOf(raw, 'to') === email);
      return letters.length;
    }, 'letters in the folder')
    .toBe(count);
  return letters;
}

const textOf = (raw: string | undefined): string => partOf(raw ?? '', 'text/plain') ?? '';
const personalLink = (raw: string | undefined): string =>
  new URL(/https?:\/\/\S+\/aanmelding\/\S+/.exec(textOf(raw))?.[0] ?? 'http://no-link.invalid').pathname;

for (const [index, javaScriptEnabled] of [true, false].entries()) {
  test.describe(`signing up ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('gives the last place, puts the next on the waiting list, and hands on a place that comes free', async ({
      page,
      request,
    }) => {
      const meeting = (await openMeetings(request))[index] ?? '';
      const left = await placesLeft(request, meeting);
      for (let places = left - 1; places > 0; places -= 10)
        await fill(page, meeting, somebody({ people: Math.min(10, places) }));
      await expect(page.getByText('U heeft een plaats.')).toBeVisible();

      const last = somebody();
      await fill(page, meeting, last);
      await expect(page.getByRole('heading', { level: 1, name: 'Uw aanmelding is binnen' })).toBeVisible();
      await expect(page.getByText('U heeft een plaats.')).toBeVisible();
      await page.goto(meeting);
      await expect(page.getByText('Alle plaatsen zijn bezet. U kunt op de wachtlijst.')).toBeVisible();

      const next = somebody();
      await fill(page, meeting, next);
      await expect(page.getByText('U heeft nog geen plaats. U staat op de wachtlijst.')).toBeVisible();
      await expect(page.getByText('U bent als eerste aan de beurt.')).toBeVisible();

      const [confirmation] = await mailTo(last.email, 1);
      expect(partOf(confirmation ?? '', 'text/calendar')).toContain('BEGIN:VEVENT');
      const link = personalLink(confirmation);
      await page.goto(link);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'U heeft een plaats' })).toBeVisible();
      expect(await mailTo(next.email, 1)).toHaveLength(1);

      await page.getByRole('button', { name: 'Meld mij af' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'U bent afgemeld' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Meld mij af' })).toHaveCount(0);
      const letters = await mailTo(next.email, 2);
      const good = letters.find((raw) => textOf(raw).includes('Er kwam plaats vrij'));
      await page.goto(personalLink(good));
      await expect(page.getByRole('heading', { level: 1, name: 'U heeft een plaats' })).toBeVisible();
    });

    test('keeps what was typed when something is wrong, and says how to mend it', async ({ page, request }) => {
      const meeting = (await openMeetings(request)).at(-1) ?? '';
      await page.goto(`${meeting}/aanmelden`);
      await page.getByLabel('Uw naam').fill('Noor');
      await page.getByLabel('Uw e-mailadres').fill('noor bij voorbeeld');
      await page.getByLabel('Met hoeveel mensen komt u?').fill('elf');
      await page.getByLabel('Wat heeft u nodig').fill('een plek voor mijn rolstoel');
      await page.locator('#meld-aan').click();
      await expect(page).toHaveTitle(/^Fout: /);
      await expect(page.getByRole('alert')).toContainText('Er zijn nog 2 dingen niet goed');
      await page.getByRole('link', { name: 'Vul één e-mailadres in' }).click();
      await expect(page.getByLabel('Uw e-mailadres')).toBeFocused();
      await expect(page.getByLabel('Uw naam')).toHaveValue('Noor');
      await expect(page.getByLabel('Uw e-mailadres')).toHaveValue('noor bij voorbeeld');
      await expect(page.getByLabel('Wat heeft u nodig')).toHaveValue('een plek voor mijn rolstoel');
    });
  });
}

test('tells about a mistake as soon as the field is left, and takes that back when it is mended', async ({
  page,
  request,
}) => {
  const meeting = (await openMeetings(request)).at(-1) ?? '';
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

test('shows a number of places that somebody else changed meanwhile', async ({ page, request }) => {
  await page.clock.install();
  const meeting = (await openMeetings(request))[2] ?? '';
  await page.goto(`${meeting}/aanmelden`);
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  const left = await placesLeft(request, meeting);
  const other = await page.context().newPage();
  await fill(other, meeting, somebody());
  await expect(other.getByText('U heeft een plaats.')).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByRole('status')).toContainText(`Nog ${left - 1} `);
});

test('gives no page, and no way to find out who comes, to a link that was made up', async ({ page, request }) => {
  const meeting = (await openMeetings(request))[3] ?? '';
  const response = await page.goto(`${meeting}/aanmelding/${'a'.repeat(43)}`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Deze link werkt niet' })).toBeVisible();
  expect((await request.get(`${meeting}/ontvangen/placed-0-abc.def`)).status()).toBe(404);
});

test('keeps a personal page out of caches, search engines and other sites', async ({ page, request }) => {
  const meeting = (await openMeetings(request))[3] ?? '';
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

test('gives the organiser the list and the file, and nobody else', async ({ page, request, browser }) => {
  const meeting = (await openMeetings(request))[3] ?? '';
  const form = somebody();
  await fill(page, meeting, form);
  await page.goto(meeting);
  const buurt = (await page.locator('a[href^="/buurten/"]').first().getAttribute('href'))?.split('/')[2] ?? '';
  const slug = meeting.split('/')[2] ?? '';
  await logInAs(page, { role: 'organiser', buurten: [buurt] });
  await page.goto(`/beheer/bijeenkomsten/${slug}`);
  await expect(page.getByRole('rowheader', { name: form.name })).toBeVisible();
  await expect(page.getByText(form.email)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Haal de lijst op' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(file).toContain(`"${form.name}";"${form.email}"`);

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
    form: { meeting, name: 'Noor', email: 'noor@voorbeeld.nl', people: '1', needs: '' },
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(409);
  const html = await answer.text();
  expect(html).toContain('Deze bijeenkomst is al begonnen.');
  expect(html).not.toContain('staat er nog');
});
