import { expect, type Page } from '@playwright/test';
import { announce } from './announce.ts';
import { logInAs } from './people.ts';

/** A meeting in an hour from now, for which the door is open; gives its page under /beheer. */
const announced = async () => `/beheer/bijeenkomsten/${await announce({ hours: 1, places: 8 })}`;

export const asOrganiser = (page: Page) => logInAs(page, { role: 'organiser', buurten: ['h-buurt'] });

interface Guest {
  readonly name: string;
  readonly people?: number;
  readonly email?: string;
  readonly phone?: string;
}

/** Puts somebody on the list, as after a call. */
export async function enter(
  page: Page,
  meeting: string,
  { name, people = 1, email = '', phone = '' }: Guest,
): Promise<void> {
  await page.goto(`${meeting}/invoeren`);
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Hoeveel mensen komen er?').fill(String(people));
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Telefoonnummer').fill(phone);
  await page.getByRole('button', { name: 'Zet op de lijst' }).click();
  await expect(page.getByRole('status')).toContainText(/heeft een plaats|wachtlijst/);
}

export async function withGuests(page: Page, ...guests: readonly Guest[]): Promise<string> {
  await asOrganiser(page);
  const meeting = await announced();
  for (const guest of guests) await enter(page, meeting, guest);
  return meeting;
}

export const tick = (page: Page, name: string) =>
  page.getByRole('button', { name: `${name} is er`, exact: true }).click();

/** Opens the door and waits for its JavaScript: until then a press sends the form, as without it. */
export async function atDoor(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/deur`);
  await expect(page.getByLabel('Zoek een naam')).toBeVisible({ timeout: 20_000 });
}
