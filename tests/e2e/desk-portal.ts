import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Browser, type Page } from '@playwright/test';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { newSecret, type Role } from '../../src/domain/kernel/index.ts';
import type { SignalForm } from '../../src/domain/signals/index.ts';
import { startPortalWithClock } from './clock.ts';
import { aLink, fillIn } from './people.ts';

export const PASSPHRASE = 'een lange zin van deze test';

/** Presses the button that is called exactly this. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A port for a portal of a test's own, so far from that of the other tests. */
export const portOf = (baseURL: string | undefined, more: number) => Number(new URL(baseURL ?? '').port) + more;

/** A portal with a key of which the test knows the passphrase; `send` is the door of the form, `follow` that of the code. */
export async function givenPortal(port: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-desk-'));
  const portal = await startPortalWithClock(dataDir, port);
  const beside = openApp(readConfig({ DATA_DIR: dataDir }));
  const { keys, intake, dialogue } = beside.signals;
  await keys.make({ kind: 'system', name: 'test' }, { passphrase: PASSPHRASE, isNew: true });
  const base = { buurt: 'h-buurt', kind: 'story', theme: '', cell: null, photo: null, channel: 'web', lane: 'fast' };
  return {
    origin: portal.origin,
    later: portal.later,
    follow: dialogue.follow,
    async send(typed: Partial<SignalForm>) {
      const sent = await intake.send({ ...base, text: '', answers: [], ...typed } as SignalForm, newSecret());
      if (!sent.ok) throw new Error(sent.reason);
      return sent.value.receipt;
    },
    /** Somebody with this work, logged in. */
    async person(browser: Browser, role: Role, javaScriptEnabled = true) {
      const buurten = ['organiser', 'professional'].includes(role) ? ['h-buurt'] : [];
      const link = await aLink({ role, buurten }, `${crypto.randomUUID()}@example.org`, dataDir);
      const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(link);
      await fillIn(page);
      return page;
    },
    async [Symbol.asyncDispose]() {
      await beside.close();
      await portal[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Opens the letter box with the passphrase. */
export async function openDesk(page: Page): Promise<void> {
  await page.goto('/beheer/signalen');
  await page.getByLabel('Wachtzin').fill(PASSPHRASE);
  await press(page, 'Maak open');
  await expect(page.getByRole('heading', { level: 1, name: 'Signalen' })).toBeVisible();
}

/** Goes from the queue to the signal with these words; gives its address. */
export async function readSignal(page: Page, words: string): Promise<string> {
  await page.goto('/beheer/signalen');
  await page
    .getByRole('listitem')
    .filter({ hasText: words })
    .getByRole('link', { name: 'Lees alles en beslis' })
    .click();
  await expect(page.getByRole('heading', { level: 2, name: 'Beslis' })).toBeVisible();
  return new URL(page.url()).pathname;
}
