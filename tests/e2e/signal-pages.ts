import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const SIGNAL_FORM = '/signaal?buurt=h-buurt';

/** A file to choose in a form. */
export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const sent = (page: Page) => page.getByRole('heading', { level: 1, name: 'Dank u. Uw signaal is binnen.' });
export const checked = (page: Page) => page.getByRole('heading', { level: 1, name: 'Zo komt uw signaal bij ons aan' });
export const code = (page: Page) => page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
export const next = (page: Page) => page.getByRole('button', { name: 'Bekijk eerst' }).click();
export const send = (page: Page) => page.getByRole('button', { name: 'Verstuur' }).click();

interface Written {
  readonly text: string;
  /** Chooses this cell of the list, counted from 1. */
  readonly cell?: number;
  readonly photo?: Chosen;
}

/** Fills in the form and goes on to the check page. */
export async function write(page: Page, { text, cell, photo }: Written): Promise<void> {
  await page.goto(SIGNAL_FORM);
  await page.getByLabel('Een gevoel over een plek').check();
  await page.getByLabel('Uw verhaal').fill(text);
  if (cell !== undefined) {
    await page.getByLabel('In een vak op de kaart').check();
    await page.getByLabel('Kies het vak').selectOption({ index: cell });
  }
  if (photo) await page.getByLabel('Een foto erbij').setInputFiles(photo);
  await next(page);
}

/** Waits until the check page was there for as long as the gate wants it to be read. */
export async function readIt(page: Page): Promise<void> {
  await expect(checked(page)).toBeVisible();
  const since = Date.now();
  await expect.poll(() => Date.now() - since, { intervals: [250] }).toBeGreaterThan(4_000);
}

/** Reads the check page, and sends. */
export async function sendWhenRead(page: Page): Promise<void> {
  await readIt(page);
  await send(page);
}

/** What the form on the page would send: its fields, and where to. */
export const fieldsOf = (page: Page, button: string) =>
  page.getByRole('button', { name: button }).evaluate((one: HTMLButtonElement) => ({
    fields: Object.fromEntries(
      [...new FormData(one.form ?? undefined)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    ),
    action: one.form?.action ?? '',
  }));

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}
