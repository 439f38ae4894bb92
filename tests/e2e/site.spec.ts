import AxeBuilder from '@axe-core/playwright';
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { addressOf, PAGE_KINDS, publicAddresses } from './addresses.ts';

const WIDTHS = [320, 390, 768, 1280];
const AXE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Astro puts this one beside an island, in the body, where HTML wants no style. */
const ISLAND_STYLE = /<style>astro-island[^<]*<\/style>/g;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // How Astro writes, and no difference to a reader.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Svelte's and Astro's own elements.
    'element-required-attributes': 'error',
    'long-title': 'off',
    'no-inline-style': 'error',
    // `tabindex="-1"` on <main> is for the skip link.
    'tel-non-breaking': 'off',
  },
});

/** Pages that are no kind of the sitemap: forms, and addresses that do not exist. */
const MORE: Readonly<Record<string, (request: APIRequestContext) => Promise<string>>> = {
  'the login page': () => Promise.resolve('/inloggen'),
  'the sign-up form': async (request) => `${await addressOf(request, '/bijeenkomsten/[bijeenkomst]')}/aanmelden`,
  'a poster': async (request) => `${await addressOf(request, '/bijeenkomsten/[bijeenkomst]')}/poster?taal=ar`,
  'after being forgotten': async (request) =>
    `${await addressOf(request, '/bijeenkomsten/[bijeenkomst]')}/aanmelding/gewist`,
  'the page that stops a report': () => Promise.resolve('/post/stop/een.woord'),
  'an address that is not known': () => Promise.resolve('/bestaat-niet'),
  'a search': () => Promise.resolve('/buurten?zoek=rijn'),
  'the signal form of a buurt': () => Promise.resolve('/signaal?buurt=h-buurt'),
  'where a code is typed': () => Promise.resolve('/signaal/volgen'),
};
const kinds: readonly (readonly [name: string, find: (request: APIRequestContext) => Promise<string>])[] = [
  ...PAGE_KINDS.map((pattern) => [pattern, (request: APIRequestContext) => addressOf(request, pattern)] as const),
  ...Object.entries(MORE),
];

/** What a page does that it should not: errors, requests to others, cookies. */
function watch(page: Page, origin: string) {
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && !request.url().startsWith(`${origin}/`))
      foreign.push(request.url());
  });
  return { errors, foreign };
}

const isExpected = (error: string) => /status of 404/.test(error);
const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

/** Letters twice as large, as a reader may set them in the browser (WCAG 1.4.4). */
const enlarge = (page: Page, size: string) =>
  page.evaluate((to) => {
    document.documentElement.style.fontSize = to;
  }, size);

/** What axe finds, as sentences. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const [name, find] of kinds) {
  test.describe(name, () => {
    test('asks nobody else, keeps nothing, and throws no error', async ({ page, request, context, baseURL }) => {
      const { errors, foreign } = watch(page, baseURL ?? '');
      await page.goto(await find(request), { waitUntil: 'networkidle' });
      expect(errors.filter((error) => !isExpected(error))).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    });

    test('can be used by everybody: on every width, light and dark (axe)', async ({ page, request }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(await find(request));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await scrollsSideways(page), `sideways scrolling at ${width} pixels`).toBe(false);
      }
      await page.setViewportSize({ width: 320, height: 800 });
      await enlarge(page, '200%');
      expect.soft(await scrollsSideways(page), 'sideways scrolling with letters twice as large').toBe(false);
      await enlarge(page, '');
      for (const width of [320, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          expect.soft(await barriers(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
        }
    });

    test('says the same without JavaScript', async ({ page, request, browser }) => {
      const path = await find(request);
      await page.goto(path);
      const withScript = await page.locator('h1').allInnerTexts();
      const plain = await openPlain(browser, path);
      expect(withScript).toHaveLength(1);
      expect(await plain.locator('h1').allInnerTexts()).toEqual(withScript);
      expect((await plain.locator('main').innerText()).length).toBeGreaterThan(100);
      await plain.context().close();
    });
  });
}

async function openPlain(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

test.describe('every public address', () => {
  test('is answered with a strict policy and no cookie', async ({ request }) => {
    for (const path of await publicAddresses(request)) {
      const answer = await request.get(path);
      const { 'content-security-policy': policy = '', ...headers } = answer.headers();
      expect(answer.status(), path).toBe(200);
      expect(policy, path).toMatch(/default-src '(?:self|none)'/);
      for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
        expect(policy, path).toContain(part);
      expect(policy, path).not.toMatch(/unsafe|\*|(?:^|\s)https?:/);
      expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      expect(headers['set-cookie'], path).toBeUndefined();
      expect(headers['content-type'], path).toContain('charset=utf-8');
    }
  });

  test('is right HTML', async ({ request }) => {
    for (const path of await publicAddresses(request)) {
      const page = (await (await request.get(path)).text()).replace(ISLAND_STYLE, '');
      const report = await validator.validateString(page);
      const said = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line, column, selector }) =>
            `${ruleId}: ${message} at ${line}:${column} ${selector ?? ''}`,
        ),
      );
      expect.soft(said, path).toEqual([]);
    }
  });

  test('has a title of its own', async ({ request }) => {
    const titles = new Map<string, string>();
    for (const path of await publicAddresses(request)) {
      const [, title = ''] = /<title>([^<]+)<\/title>/.exec(await (await request.get(path)).text()) ?? [];
      expect.soft(titles.get(title), `${path} is called "${title}"`).toBeUndefined();
      titles.set(title, path);
    }
  });

  test('has no link that leads nowhere', async ({ request }) => {
    const links = new Map<string, string>();
    for (const path of await publicAddresses(request))
      for (const [, href = ''] of (await (await request.get(path)).text()).matchAll(/(?:href|src)="(\/[^"#]*)/g))
        links.set(href.replaceAll('&amp;', '&').replaceAll('&#38;', '&'), path);
    for (const [href, from] of links)
      expect.soft((await request.get(href)).status(), `${href}, on ${from}`).toBeLessThan(400);
  });
});

test('the skip link is the first stop and leads to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '#inhoud');
  // It is off the page until it has the focus, where axe does not look.
  const { violations } = await new AxeBuilder({ page }).include('.nl-skip-link').analyze();
  expect(violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('security.txt ends within a year (RFC 9116)', async ({ request }) => {
  const answer = await request.get('/.well-known/security.txt');
  const [, expires = ''] = /^Expires: (.+)$/m.exec(await answer.text()) ?? [];
  const days = (Date.parse(expires) - Date.now()) / 86_400_000;
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

test('the health page tells nothing but that', async ({ request }) => {
  expect(await (await request.get('/gezond')).json()).toEqual({ status: 'ok' });
});
