import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { headerOf, partOf } from '../mail/letters.ts';
import { startPortalWithClock, type PortalWithClock } from './clock.ts';
import { aLink, useLink } from './people.ts';

const DAY = 24;
/** The second factor shows a new code each half minute. */
const CODES_AN_HOUR = 120;

/** A portal with its own data and clock, and one organiser in one tab and a resident in another. */
interface Stage {
  readonly portal: PortalWithClock;
  readonly dataDir: string;
  readonly organiser: Page;
  readonly resident: Page;
  /** Logs the organiser in again: a session ends after half a day. */
  logIn(): Promise<void>;
}

const textOf = (raw: string): string => partOf(raw, 'text/plain') ?? '';

/** The one letter to this address whose subject begins like this. */
async function letterTo({ dataDir }: Stage, email: string, subject: string): Promise<string> {
  const folder = join(dataDir, 'mail');
  let found: string[] = [];
  await expect
    .poll(async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
      const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
      found = letters.filter((raw) => headerOf(raw, 'to') === email && headerOf(raw, 'subject')?.startsWith(subject));
      return found.length;
    }, `letters to ${email}: ${subject}`)
    .toBeGreaterThan(0);
  expect(found, `letters to ${email}: ${subject}`).toHaveLength(1);
  return found[0] ?? '';
}

const ownPage = (letter: string): string => /https?:\/\/\S+\/aanmelding\/[\w-]+/.exec(textOf(letter))?.[0] ?? '';

const says = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function announce({ organiser, portal }: Stage, day: string): Promise<string> {
  await organiser.goto(`${portal.origin}/beheer/buurten/h-buurt/nieuw/meeting`);
  const title = `Praten over licht ${crypto.randomUUID().slice(0, 8)}`;
  await organiser.getByLabel('Titel', { exact: true }).fill(title);
  await organiser.getByLabel('In één zin').fill('Een avond over licht op straat.');
  await organiser.getByLabel('Dag', { exact: true }).fill(day);
  await organiser.getByLabel('Begint om').fill('19:30');
  await organiser.getByLabel('Duurt tot').fill('21:30');
  await organiser.getByLabel('Waar is het?').fill('Buurthuis Holendrecht');
  await organiser.getByLabel('Adres').fill('Plein 1, Amsterdam');
  await organiser.getByLabel('Hoeveel mensen kunnen er komen?').fill('2');
  await press(organiser, 'Bekijk zoals bewoners het zien');
  await press(organiser, 'Publiceer');
  await organiser.getByRole('link', { name: 'Bekijk de pagina' }).click();
  await says(organiser, title);
  return new URL(organiser.url()).pathname;
}

async function signUp(
  { resident, portal }: Stage,
  meeting: string,
  form: { name: string; email: string; people: number },
) {
  await resident.goto(`${portal.origin}${meeting}/aanmelden`);
  await resident.getByLabel('Uw naam').fill(form.name);
  await resident.getByLabel('Uw e-mailadres').fill(form.email);
  await resident.getByLabel('Hoeveel mensen komen er?').fill(String(form.people));
  await resident.getByLabel('Ja, mail mij het verslag').check();
  await resident.locator('#meld-aan').click();
  await says(resident, 'Bijna klaar: bevestig via de mail');
}

/** The day so many days from today, as a form takes it. */
const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * 86_400_000);

/** Hours from now until that day at noon. */
const hoursUntil = (day: string, time: string): number =>
  (new Date(`${day}T${time}:00Z`).getTime() - Date.now()) / 3_600_000;

async function wholeLife(stage: Stage): Promise<void> {
  const { organiser, resident, portal } = stage;
  const day = dayFromNow(6);
  const meeting = await announce(stage, day);
  const manage = `${portal.origin}/beheer${meeting}`;

  const fatima = { name: 'Fatima', email: `fatima-${crypto.randomUUID()}@voorbeeld.nl`, people: 2 };
  const jan = { name: 'Jan', email: `jan-${crypto.randomUUID()}@voorbeeld.nl`, people: 1 };
  await signUp(stage, meeting, fatima);
  await resident.goto(ownPage(await letterTo(stage, fatima.email, 'Bevestig uw aanmelding')));
  await press(resident, 'Ja, ik kom');
  await says(resident, 'U heeft een plaats');

  await signUp(stage, meeting, jan);
  const janPage = ownPage(await letterTo(stage, jan.email, 'Bevestig uw plek op de wachtlijst'));
  await resident.goto(janPage);
  await press(resident, 'Ja, ik wil wachten');
  await says(resident, 'U staat op de wachtlijst');

  await resident.goto(ownPage(await letterTo(stage, fatima.email, 'U heeft een plaats')));
  await press(resident, 'Meld mij af');
  await says(resident, 'U bent afgemeld');
  await resident.goto(janPage);
  await says(resident, 'Er is plaats voor u');
  await press(resident, 'Ja, ik kom');
  await says(resident, 'U heeft een plaats');

  // The day before: one reminder, not two.
  await portal.later(Math.max(0, hoursUntil(day, '12:00') - DAY));
  const reminder = await letterTo(stage, jan.email, 'Denkt u eraan?');
  expect(textOf(reminder)).toContain('Plein 1, Amsterdam');

  // In the evening of the day, at the door.
  await portal.later(DAY + 6);
  await stage.logIn();
  await organiser.goto(`${manage}/deur`);
  await organiser.getByRole('button', { name: 'Jan is er' }).click();
  await press(organiser, 'Eén erbij');
  await organiser.reload();
  await expect(organiser.getByText('1 van 1 is er')).toBeVisible();

  // Four days later nobody wrote a report; residents see that it is on its way, the organiser is reminded.
  await portal.later(4 * DAY);
  await resident.goto(`${portal.origin}${meeting}`);
  await expect(resident.getByText('Verslag volgt').first()).toBeVisible();
  await portal.later(5 * DAY);
  await resident.goto(`${portal.origin}${meeting}`);
  await expect(resident.getByText(/te laat/).first()).toBeVisible();

  await stage.logIn();
  await organiser.goto(manage);
  await organiser.getByRole('link', { name: 'Schrijf het verslag' }).first().click();
  await organiser.getByLabel('Wat zeiden de bewoners?').fill('Een bewoner vond de lampen te zwak.');
  await organiser
    .getByRole('textbox', { name: 'Wat is er afgesproken?' })
    .first()
    .fill('Twaalf nieuwe lampen bij de flat');
  await organiser.getByRole('textbox', { name: 'Wie doet het?' }).first().fill('Stadsdeel Zuidoost');
  await organiser.getByLabel('Wat doen we met wat we hoorden?').fill('Het stadsdeel bestelt de lampen.');
  await press(organiser, 'Bekijk zoals bewoners het zien');
  await press(organiser, 'Publiceer');
  await resident.goto(`${portal.origin}${meeting}`);
  await expect(resident.getByText('Twaalf nieuwe lampen bij de flat')).toBeVisible();
  await resident.goto(`${portal.origin}/buurten/h-buurt`);
  await expect(resident.getByText('Twaalf nieuwe lampen bij de flat').first()).toBeVisible();
  await portal.later(0);
  const report = await letterTo(stage, jan.email, 'Het verslag is er');
  expect(textOf(report)).toContain('Twaalf nieuwe lampen bij de flat');
  expect(headerOf(report, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');

  // Two weeks after the meeting the names are gone, and only numbers are left.
  await portal.later(8 * DAY);
  await resident.goto(janPage);
  await says(resident, 'Deze link werkt niet');
  await stage.logIn();
  await organiser.goto(manage);
  await expect(organiser.getByText('De namen zijn gewist. Alleen de aantallen zijn er nog.')).toBeVisible();
  await expect(organiser.getByText('Jan')).toHaveCount(0);
}

for (const [index, javaScriptEnabled] of [true, false].entries())
  test(`a meeting from announcement to forgotten, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }, { config }) => {
    test.setTimeout(180_000);
    const dataDir = await mkdtemp(join(tmpdir(), 'buurtbalans-life-'));
    const port = Number(new URL(config.projects[0]?.use.baseURL ?? '').port) + 1 + index;
    const aTab = async () => {
      const tab = await (await browser.newContext({ javaScriptEnabled, locale: 'nl-NL' })).newPage();
      tab.setDefaultTimeout(15_000);
      return tab;
    };
    try {
      await using portal = await startPortalWithClock(dataDir, port);
      const email = `${crypto.randomUUID()}@example.org`;
      const organiser = await aTab();
      const link = await aLink({ role: 'organiser', buurten: ['h-buurt'] }, email, dataDir);
      const { password, code } = await useLink(organiser, `${portal.origin}${link}`);
      const logIn = async () => {
        await organiser.goto(`${portal.origin}/beheer`);
        if (new URL(organiser.url()).pathname === '/beheer') return;
        await organiser.getByLabel('E-mailadres').fill(email);
        await organiser.getByLabel('Wachtwoord').fill(password);
        await organiser.getByLabel('Code uit uw app').fill(code(portal.hours() * CODES_AN_HOUR));
        await organiser.getByRole('button', { name: 'Inloggen' }).click();
        await expect(organiser).toHaveURL(/\/beheer$/);
      };
      const stage = { portal, dataDir, organiser, resident: await aTab(), logIn };
      await wholeLife(stage);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
