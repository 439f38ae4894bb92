import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { logInAs } from './people.ts';

const at = (buurt: string) => `/beheer/buurten/${buurt}`;
const asOrganiser = (page: Page, ...buurten: string[]) => logInAs(page, { role: 'organiser', buurten });
const unique = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const preview = (page: Page) => page.getByRole('button', { name: 'Bekijk zoals bewoners het zien' }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Bewaar concept' }).last().click();
const publish = (page: Page) => page.getByRole('button', { name: 'Publiceer' }).click();
const row = (page: Page, title: string) => page.locator('.rows > li', { hasText: title });
const agreement = (page: Page, number: number) => page.getByRole('group', { name: `Afspraak ${number}`, exact: true });

/** Begins a change of a report in a draft of one's own: others may be at work on it too. */
async function changeReport(page: Page): Promise<void> {
  await page.goto(at('h-buurt'));
  const link = await page.getByRole('link', { name: /^Wijzig \(Eerste avond over de portieken/ }).getAttribute('href');
  await page.goto((link ?? '').replace('/meeting?', '/report?'));
}

async function fillMeeting(page: Page, title: string): Promise<void> {
  await field(page, 'Titel').fill(title);
  await page.getByLabel('In één zin').fill('Samen koffie drinken.');
  await page.getByLabel('Waar is het?').fill('Buurthuis Holendrecht');
  await page.getByLabel('Adres').fill('Plein 1, Amsterdam');
  await page.getByLabel('Hoeveel mensen kunnen er komen?').fill('12');
  await field(page, 'Dag').fill('2027-04-06');
  await page.getByLabel('Begint om').fill('10:00');
  await page.getByLabel('Duurt tot').fill('11:30');
}

const SERIES = ['dinsdag 6 april 2027', 'dinsdag 4 mei 2027', 'dinsdag 1 juni 2027'];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an organiser makes a series in one go, and changes one meeting of it', async ({ page }) => {
      await asOrganiser(page, 'h-buurt');
      await page.goto(`${at('h-buurt')}/nieuw/meeting`);
      const title = unique('Koffie');
      await fillMeeting(page, title);
      await page.getByLabel('Komt deze bijeenkomst vaker terug?').selectOption('monthly-weekday');
      await page.getByLabel('Hoeveel keer in totaal?').fill('3');
      if (!javaScriptEnabled) await save(page);
      await expect(page.locator('#reeks li')).toHaveText(SERIES);
      await preview(page);
      await expect(page.getByText('U maakt in één keer 3 bijeenkomsten')).toBeVisible();
      await expect(page.getByRole('complementary').getByRole('listitem')).toHaveText(SERIES);
      await publish(page);
      await expect(page.getByText('3 bijeenkomsten, elk met een eigen pagina')).toBeVisible();
      await expect(row(page, title)).toHaveCount(3);

      await page.getByRole('link', { name: `Wijzig (${title}, 4 mei 2027)` }).click();
      await expect(page.getByLabel('Komt deze bijeenkomst vaker terug?')).toHaveCount(0);
      await page.getByLabel('Begint om').fill('10:30');
      await page.getByLabel('Wat is er veranderd en waarom?').fill('De zaal gaat later open.');
      await preview(page);
      await expect(page.getByRole('article').getByText('van 10.30 tot 11.30 uur').first()).toBeVisible();
      await publish(page);
      await expect(row(page, title).filter({ hasText: '4 mei 2027, 10.30 uur' })).toHaveCount(1);
      await expect(row(page, title).filter({ hasText: '10.00 uur' })).toHaveCount(2);
    });

    test('an organiser copies a meeting: the texts come along, the day is a new one', async ({ page }) => {
      await asOrganiser(page, 'h-buurt');
      await page.goto(at('h-buurt'));
      await page.getByRole('link', { name: /^Kopieer \(Eerste avond over de portieken/ }).click();
      await expect(page.getByText('Dit is een kopie van ‘Eerste avond over de portieken’')).toBeVisible();
      const title = unique('Tweede avond');
      await field(page, 'Titel').fill(title);
      await expect(page.getByLabel('Waar is het?')).not.toHaveValue('');
      await preview(page);
      await publish(page);
      await expect(page.getByText(`‘${title}’ is nu openbaar.`)).toBeVisible();
      // As before, but at least two weeks ahead.
      await expect(row(page, title).locator('.small')).toContainText(/^dinsdag .*19\.30 uur/);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an organiser writes the report of a meeting, and makes a promise of what was agreed', async ({ page }) => {
    const meeting = 'Hoe bevielen de gastheren?';
    await asOrganiser(page, 'amsterdamse-poort');
    await page.goto('/beheer');
    await row(page, meeting)
      .getByRole('link', { name: /Schrijf het verslag/ })
      .click();
    await expect(page.getByText('Noem geen namen')).toBeVisible();
    const words = unique('Men is blij met de gastheren.');
    const what = unique('Ook op zondag een gastheer');
    await page.getByLabel('Wat zeiden de bewoners?').fill(words);
    await page.getByLabel('Hoeveel mensen waren er?').fill('17');
    await agreement(page, 1).getByLabel('Wat is er afgesproken?').fill(what);
    await page.getByLabel('Wat doen we met wat we hoorden?').fill('We zoeken geld voor de zondag.');
    await page.getByLabel('Op welke dag vertellen we meer?').fill('2020-01-01');
    await preview(page);
    await expect(page.getByRole('button', { name: 'Publiceer' })).toHaveCount(0);
    await expect(page.getByRole('article').getByText(words)).toBeVisible();
    await page.getByRole('link', { name: 'Afspraak 1, wie doet het: vul dit ook in.' }).click();
    await agreement(page, 1).getByLabel('Wie doet het?').fill('Stadsdeel Zuidoost');
    await page.getByRole('button', { name: 'Bewaar en geef meer regels' }).click();
    await expect(agreement(page, 3)).toBeVisible();
    await page.getByRole('link', { name: /deze dag is al geweest/ }).click();
    await page.getByLabel('Op welke dag vertellen we meer?').fill('2027-03-01');
    await preview(page);
    await publish(page);
    await expect(page.getByText(`‘Het verslag van ${meeting}’ is nu openbaar.`)).toBeVisible();
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText('maandag 1 maart 2027')).toBeVisible();

    await page.goto(at('amsterdamse-poort'));
    await row(page, meeting)
      .getByRole('link', { name: /Wijzig het verslag/ })
      .click();
    await page.getByRole('link', { name: `Maak er een belofte van (${what})` }).click();
    await expect(field(page, 'Titel')).toHaveValue(what);
    await expect(page.getByLabel('Welke organisatie belooft dit?')).toHaveValue('Stadsdeel Zuidoost');
    await expect(page.getByLabel('Waarom en hoe')).toHaveValue(new RegExp(`‘${meeting.replace('?', '\\?')}’`));
    await preview(page);
    await publish(page);
    await expect(page.getByText(`‘${what}’ is nu openbaar.`)).toBeVisible();
    await row(page, meeting)
      .getByRole('link', { name: /Wijzig het verslag/ })
      .click();
    await agreement(page, 1).getByLabel('Werd dit een belofte?').selectOption({ label: what });
    await page.getByLabel('Wat is er veranderd en waarom?').fill('De afspraak is nu een belofte.');
    await preview(page);
    await publish(page);
    await page.getByRole('link', { name: 'Bekijk de pagina' }).click();
    await page.getByRole('link', { name: what }).click();
    await expect(page).toHaveURL(/\/buurten\/amsterdamse-poort\/interventies\//);
  });

  test('there is no report of a meeting that is still to come, nor of one of another buurt', async ({ page }) => {
    await asOrganiser(page, 'h-buurt');
    await page.goto(at('h-buurt'));
    const link = await page.getByRole('link', { name: /^Wijzig \(Jongeren aan het woord/ }).getAttribute('href');
    await page.goto((link ?? '').replace('/meeting?', '/report?'));
    await expect(page.getByRole('heading', { name: 'De bijeenkomst is nog niet voorbij' })).toBeVisible();
    const elsewhere = (link ?? '').replace('h-buurt', 'rijnbuurt-west');
    expect((await page.goto(elsewhere))?.status()).toBe(403);
  });
});

test('of two people who write one report the second sees both texts, and nothing is lost', async ({
  page,
  browser,
}) => {
  await asOrganiser(page, 'h-buurt');
  await changeReport(page);
  await save(page);
  const context = await browser.newContext();
  const second = await context.newPage();
  await asOrganiser(second, 'h-buurt');
  await second.goto(new URL(page.url()).pathname);
  await agreement(page, 1).getByLabel('Wie doet het?').fill('Het buurtteam');
  await save(page);
  await agreement(second, 1).getByLabel('Wie doet het?').fill('De gemeente');
  await save(second);
  await expect(
    second.getByRole('heading', { name: /Iemand anders was u voor|ook in een ander venster/ }),
  ).toBeVisible();
  await expect(second.locator('.theirs', { hasText: 'Het buurtteam' })).toBeVisible();
  await expect(agreement(second, 1).getByLabel('Wie doet het?')).toHaveValue('De gemeente');
  await save(second);
  await expect(second.getByText(/Uw concept is bewaard/)).toBeVisible();
  await second.getByRole('button', { name: 'Gooi concept weg' }).click();
  await expect(second.getByText('‘Eerste avond over de portieken’ is weggegooid.')).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`the form of a report and its preview have no barriers at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await asOrganiser(page, 'h-buurt');
    await changeReport(page);
    await agreement(page, 1).getByLabel('Wie doet het?').fill('');
    for (const go of [save, preview]) {
      await go(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}

test('the browser asks before somebody leaves what was typed and not stored', async ({ page }) => {
  await asOrganiser(page, 'h-buurt');
  await page.goto(`${at('h-buurt')}/nieuw/meeting`);
  await page.locator('astro-island[ssr]').first().waitFor({ state: 'detached' });
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await field(page, 'Titel').fill('Nog niet bewaard');
  await page.getByRole('link', { name: 'Vandaag' }).click();
  await expect(page).toHaveURL(/\/beheer$/);
  expect(asked).toEqual(['beforeunload']);
});
