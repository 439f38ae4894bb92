import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { headerOf, partOf } from '../mail/letters.ts';
import { announce } from './announce.ts';

interface Filled {
  /** Who fills in the form. */
  readonly name: string;
  readonly email: string;
  readonly people: number;
  /** Who comes, when that is somebody else. */
  readonly guest?: string;
}

/** A resident with a name and an address of their own. */
export const somebody = (changes: Partial<Filled> = {}): Filled => {
  const id = crypto.randomUUID();
  return { name: `Bewoner ${id.slice(0, 8)}`, email: `bewoner-${id}@voorbeeld.nl`, people: 1, ...changes };
};

/** A meeting of one's own, in two weeks; gives its address. */
export const ownMeeting = async (places = 8) => `/bijeenkomsten/${await announce({ hours: 14 * 24, places })}`;

/** Signs up, up to the page that says what to do next. */
export async function fill(page: Page, meeting: string, { name, email, people, guest }: Filled): Promise<void> {
  await page.goto(`${meeting}/aanmelden`);
  if (guest !== undefined) {
    await page.getByLabel('Voor iemand anders').check();
    await page.getByLabel('Hoe heet wie er komt?').fill(guest);
  }
  await page.getByLabel('Uw naam').fill(name);
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByLabel('Hoeveel mensen komen er?').fill(String(people));
  await page.locator('#meld-aan').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bijna klaar: bevestig via de mail' })).toBeVisible();
}

/** Signs up, and opens the personal page by the link in the mail. */
export async function fillAndOpen(page: Page, meeting: string, form: Filled): Promise<string> {
  await fill(page, meeting, form);
  const [letter] = await mailTo(form.email, 1);
  const link = personalLink(letter);
  await page.goto(link);
  return link;
}

export const says = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Letters to this address, as they came in the folder; waits until there are `count`. */
export async function mailTo(email: string, count: number): Promise<string[]> {
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
export const personalLink = (raw: string | undefined): string =>
  new URL(/https?:\/\/\S+\/aanmelding\/\S+/.exec(textOf(raw))?.[0] ?? 'http://no-link.invalid').pathname;
