import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startPortalWithClock } from './clock.ts';
import { fieldsOf, readIt, write } from './signal-pages.ts';

test('P7: who presses twice and reaches two servers gets the code twice; who finds the page later gets none', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const dataDir = await mkdtemp(join(tmpdir(), 'signals-two-servers-'));
  const port = Number(new URL(baseURL ?? '').port) + 71;
  try {
    await using one = await startPortalWithClock(dataDir, port);
    await using two = await startPortalWithClock(dataDir, port + 1);
    await using context = await browser.newContext({ baseURL: one.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await write(page, { text: 'Twee keer gedrukt, bij twee servers' });
    await readIt(page);
    const { fields, action } = await fieldsOf(page, 'Verstuur');
    const post = async ({ origin }: { readonly origin: string }) => {
      const address = new URL(new URL(action).pathname + new URL(action).search, origin).href;
      const answer = await page.request.post(address, { multipart: fields, headers: { origin } });
      const html = await answer.text();
      expect(html).toContain('Uw signaal is binnen.');
      return /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)?.[0];
    };
    const codes = await Promise.all([post(one), post(two)]);
    expect(codes[0]).toBeDefined();
    expect(codes[1]).toBe(codes[0]);
    for (const later of [one, two]) {
      await later.later(0.25);
      expect(await post(later)).toBeUndefined();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
