import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { aLink, aLinkOfTask, fillIn, logInAs, useLink, type Person } from './people.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const logInButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Inloggen' });

async function logIn(page: Page, { email, password, code }: Person, stepsLater = 1): Promise<void> {
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByLabel('Code uit uw app').fill(code(stepsLater));
  await logInButton(page).click();
}

const withoutScripts = (browser: Browser) => browser.newContext({ javaScriptEnabled: false });

test('an account: the link, a password, a second factor, out and in again, without scripts', async ({ browser }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const person = await logInAs(page, { role: 'administrator' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vandaag');

  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent uitgelogd');
  expect(await context.cookies()).toEqual([]);

  await page.goto('/beheer/logboek');
  await expect(page).toHaveURL(/\/inloggen\?terug=/);
  await logIn(page, person);
  await expect(page).toHaveURL(/\/beheer\/logboek$/);
  await expect(page.getByRole('row', { name: /Noor de Vries uitloggen/ }).first()).toBeVisible();
});

test('a one-time link can be looked at often and used once', async ({ page, browser }) => {
  const link = await aLink({ role: 'desk' }, `${crypto.randomUUID()}@example.org`);
  for (let looks = 0; looks < 3; looks += 1) expect((await page.request.get(link)).status()).toBe(200);
  await useLink(page, link);
  const second = await (await browser.newContext()).newPage();
  expect((await second.goto(link))?.status()).toBe(410);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet meer');
});

test('after logging out the cookie is dead, whoever kept a copy', async ({ page, browser }) => {
  await logInAs(page, { role: 'desk' });
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([{ name: 'sessie', httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 }]);
  await page.goto('/uitloggen');
  await page.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();

  const thief = await browser.newContext();
  await thief.addCookies(cookies);
  const other = await thief.newPage();
  await other.goto('/beheer');
  await expect(other).toHaveURL(/\/inloggen/);
});

test('looking at /uitloggen logs nobody out', async ({ page }) => {
  await logInAs(page, { role: 'desk' });
  await page.goto('/uitloggen');
  await page.goto('/beheer');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vandaag');
});

test('one answer to all that is wrong; what was typed stays, the secrets do not', async ({ page }) => {
  const person = await logInAs(page, { role: 'desk' });
  await page.context().clearCookies();
  for (const wrong of [
    { ...person, email: 'niemand@example.org' },
    { ...person, password: 'iets anders dan dat' },
    { ...person, code: () => '000000' },
  ]) {
    await page.goto('/inloggen');
    await logIn(page, wrong);
    await expect(page).toHaveTitle(/^Fout: Inloggen/);
    await expect(page.getByRole('alert')).toContainText('Deze gegevens kloppen niet samen.');
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByLabel('E-mailadres')).toHaveValue(wrong.email);
    await expect(page.getByLabel('Wachtwoord')).toHaveValue('');
    await expect(page.getByLabel('Code uit uw app')).toHaveValue('');
  }
  await logIn(page, person);
  await expect(page).toHaveURL(/\/beheer$/);
});

test('a made-up address to go back to leads to /beheer', async ({ page }) => {
  const person = await logInAs(page, { role: 'desk' });
  await page.context().clearCookies();
  await page.goto('/inloggen?terug=https://evil.example/beheer');
  await logIn(page, person);
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/beheer$/);
});

test('what somebody may not do answers 403, with a page that says so', async ({ page }) => {
  await logInAs(page, { role: 'professional', buurten: ['h-buurt'] });
  for (const path of ['/beheer/accounts', '/beheer/logboek', '/beheer/signalen']) {
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is niet voor u');
  }
  const nav = page.getByRole('navigation', { name: 'Beheer' });
  await expect(nav.getByRole('link')).toHaveText(['Vandaag', 'Naar de site']);
});

test('a form that comes after the session ended says how to send it again', async ({ page }) => {
  await logInAs(page, { role: 'administrator' });
  await page.goto('/beheer/accounts');
  await page.getByLabel('E-mailadres').fill('nieuw@example.org');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Maak de link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('U bent niet meer ingelogd');
});

test('an administrator invites somebody, takes the role away again, and the other notices at once', async ({
  page,
  browser,
}) => {
  await logInAs(page, { role: 'administrator' });
  const email = `${crypto.randomUUID()}@example.org`;
  await page.goto('/beheer/accounts');
  await page.getByRole('button', { name: 'Maak de link' }).click();
  await expect(page.getByRole('alert')).toContainText('Vul');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Naam (niet verplicht)').fill('Samira');
  await page.getByLabel('Leest signalen').check();
  await page.getByRole('button', { name: 'Maak de link' }).click();
  const link = await page.getByRole('status').locator('code').innerText();

  const other = await (await browser.newContext()).newPage();
  await useLink(other, new URL(link).pathname);
  expect((await other.goto('/beheer/signalen'))?.status()).toBe(200);

  await page.getByRole('row', { name: email }).getByRole('link').click();
  await page.getByRole('button', { name: 'Haal weg: leest signalen' }).click();
  await expect(page.getByRole('status')).toContainText('De rol is weg.');
  expect((await other.goto('/beheer/signalen'))?.status()).toBe(403);
});

test('a new password logs the other devices out', async ({ page, browser }) => {
  const person = await logInAs(page, { role: 'desk' });
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/inloggen');
  await logIn(elsewhere, person);
  await expect(elsewhere).toHaveURL(/\/beheer$/);

  await page.goto('/beheer/account');
  await page.getByLabel('Uw wachtwoord van nu').fill(person.password);
  await page.getByLabel('Nieuw wachtwoord').fill('vier bakfietsen in de gracht');
  await page.getByRole('button', { name: 'Verander het wachtwoord' }).click();
  await expect(page.getByRole('status')).toContainText('Uw wachtwoord is veranderd.');
  await elsewhere.goto('/beheer');
  await expect(elsewhere).toHaveURL(/\/inloggen/);
});

for (const [colorScheme, width] of [
  ['light', 320],
  ['dark', 1280],
] as const) {
  test(`the pages of accounts pass axe and fit ${width} pixels, in the ${colorScheme}`, async ({ page }) => {
    test.slow();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const link = await aLinkOfTask({ role: 'administrator' }, `${crypto.randomUUID()}@example.org`);
    const look = async (path: string) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, path).toBeLessThanOrEqual(0);
    };
    for (const path of ['/inloggen', link, '/uitloggen']) await look(path);
    await useLink(page, link);
    for (const path of ['/beheer', '/beheer/accounts', '/beheer/account', '/beheer/logboek', '/uitloggen'])
      await look(path);
    expect(errors).toEqual([]);
  });
}

test.describe('a portal that was just installed', () => {
  let server: ChildProcess;
  let folder: string;
  let link: Promise<string>;

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buurtbalans-first-'));
    const port = String(Number(process.env['E2E_PORT'] ?? '4453') + 10);
    // As a service manager starts it: from somewhere else.
    server = spawn(process.execPath, [resolve('src/serve.ts')], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        PORT: port,
        HOST: '127.0.0.1',
        BASE_URL: `http://127.0.0.1:${port}`,
        DATA_DIR: folder,
        SAMPLE: 'off',
        BUILD_DIR: resolve(process.env['E2E_BUILD_DIR'] ?? 'dist-e2e'),
      },
    });
    link = new Promise((found, reject) => {
      let output = '';
      server.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const address = /"(http:[^"]*\/inloggen\/uitnodiging\/[^"]+)"/.exec(output)?.[1];
        if (address !== undefined) found(address);
      });
      server.once('exit', () => reject(new Error(`The portal stopped: ${output}`)));
    });
  });
  test.afterEach(async () => {
    const over = new Promise((ended) => server.once('exit', ended));
    server.kill('SIGTERM');
    await over;
    await rm(folder, { recursive: true });
  });

  test('prints the link for its first administrator, who fills in the own address', async ({ page }) => {
    const first = await link;
    // A page with texts of `content/`: the server finds its own folder.
    expect((await page.request.get(new URL('/woordenlijst', first).href)).status()).toBe(200);
    await page.goto(first);
    await page.getByLabel('Naam').fill('Noor de Vries');
    await page.getByRole('button', { name: 'Maak mijn account klaar' }).click();
    await expect(page.getByRole('alert')).toContainText('Kies een wachtwoord');
    await expect(page.getByLabel('Naam')).toHaveValue('Noor de Vries');
    await page.getByLabel('E-mailadres').fill('noor@example.org');
    await fillIn(page);
    await expect(
      page.getByRole('navigation', { name: 'Beheer' }).getByRole('link', { name: 'Accounts' }),
    ).toBeVisible();
    expect((await page.request.get(first)).status()).toBe(410);
  });
});
