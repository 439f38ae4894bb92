import { expect, test, type Page } from '@playwright/test';
import { givenPortal, openDesk, portOf, press, readSignal } from './desk-portal.ts';
import { code, expectAccessible, readIt, send, sent, write } from './signal-pages.ts';

// A portal of its own, with the sample and a log-in: that takes a while.
test.slow();

const STORY = 'Bij de kelders van de flat is het donker.';
const QUESTION = 'Bij welke kelder is het?';
const REPLY = 'Bij de middelste.';
const ANSWER = 'Dank u. Wij vragen om een lamp.';

/** Opens the page of the code as somebody who has only a keyboard. */
async function follow(page: Page, given: string): Promise<void> {
  await page.goto('/signaal/volgen');
  await page.getByLabel('Uw code').focus();
  await page.keyboard.type(given);
  await page.keyboard.press('Enter');
}

/** Presses a button by keyboard. */
async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

/** Writes back, looks at it for as long as the gate wants, and sends it. */
async function reply(page: Page, text: string): Promise<void> {
  await page.getByLabel('Uw antwoord').focus();
  await page.keyboard.type(text);
  await enter(page, 'Bekijk eerst');
  await expect(page.getByRole('heading', { level: 1, name: 'Zo komt uw antwoord bij ons aan' })).toBeVisible();
  await expect(async () => {
    await enter(page, 'Verstuur');
    await expect(page.getByText('Uw antwoord is binnen. Het signaalteam leest het')).toBeVisible({ timeout: 1_000 });
  }).toPass({ intervals: [3_500] });
}

const standing = (page: Page, name: string) => expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
const says = (page: Page, words: string) => expect(page.getByRole('status').getByText(words)).toBeVisible();

for (const [index, javaScriptEnabled] of [true, false].entries())
  test(`P7: a signal from question to answer to taken back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
    baseURL,
  }) => {
    await using portal = await givenPortal(portOf(baseURL, 36 + index));
    const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled });
    const resident = await context.newPage();
    const desk = await portal.person(browser, 'desk', javaScriptEnabled);

    await write(resident, { text: STORY, cell: 1 });
    await readIt(resident);
    await send(resident);
    await expect(sent(resident)).toBeVisible();
    const given = await code(resident).innerText();

    await openDesk(desk);
    const address = await readSignal(desk, STORY);
    await desk.getByLabel('Uw bericht aan de afzender').fill(QUESTION);
    await press(desk, 'Stel deze vraag');
    await says(desk, 'Uw vraag staat klaar.');

    await follow(resident, given);
    await standing(resident, 'Wij hebben een vraag aan u');
    await expect(resident.getByText(QUESTION)).toBeVisible();
    await expect(resident.getByText(STORY)).toHaveCount(0);
    if (javaScriptEnabled) await expectAccessible(resident);
    await reply(resident, REPLY);
    await standing(resident, 'Uw signaal is binnen');
    await expect(resident.getByText(REPLY)).toHaveCount(0);

    await desk.goto(address);
    await expect(desk.getByText(REPLY)).toBeVisible();
    await desk.getByLabel('Uw bericht aan de afzender').fill(ANSWER);
    await press(desk, 'Stuur dit antwoord');
    await says(desk, 'Uw antwoord staat klaar.');
    await press(desk, 'Neem aan');
    await says(desk, 'Aangenomen.');

    await follow(resident, given);
    await standing(resident, 'Uw signaal telt mee');
    await expect(resident.getByRole('listitem').filter({ hasText: /Het signaalteam/ })).toHaveText([
      new RegExp(QUESTION.replace('?', '\\?')),
      new RegExp(ANSWER),
    ]);

    await desk.goto(address);
    await desk.getByLabel('Uw bericht aan de afzender').fill('Nog een bericht');
    await resident.getByText('Trek uw signaal in').focus();
    await resident.keyboard.press('Enter');
    await enter(resident, 'Ja, wis mijn signaal');
    await expect(resident.getByRole('heading', { level: 1, name: 'Bij deze code staat nu niets meer' })).toBeVisible();
    await follow(resident, given);
    await expect(resident.getByRole('alert').getByText('Bij deze code vinden wij niets.')).toBeVisible();
    await press(desk, 'Stuur dit antwoord');
    await expect(desk.getByText('Dit signaal is er niet meer').first()).toBeVisible();
    await desk.goto('/beheer/signalen');
    await expect(desk.getByText(STORY)).toHaveCount(0);
    expect(await context.cookies()).toEqual([]);
  });
