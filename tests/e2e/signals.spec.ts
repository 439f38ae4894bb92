import { expect, test } from '@playwright/test';
import { checked, code, fieldsOf, next, readIt, send, sendWhenRead, sent, SIGNAL_FORM, write } from './signal-pages.ts';

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('P12: a resident sends a signal with a cell, and gets a code', async ({ page, context }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/signaal');
      await expect(page.getByRole('link', { name: '112' })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: 'H-buurt', exact: true }).click();
      await write(page, { text: 'Hier voel ik mij thuis.', cell: 1 });
      await expect(checked(page)).toBeVisible();
      await expect(page.getByText('Hier voel ik mij thuis.')).toBeVisible();
      await expect(page.getByText(/^Vak [A-Z]+\d+/)).toBeVisible();
      await sendWhenRead(page);
      await expect(sent(page)).toBeVisible();
      await expect(code(page)).toBeVisible();
      await expect(page.getByText('Hier voel ik mij thuis.')).toHaveCount(0);
      await expect(page.getByRole('link', { name: 'Volg uw signaal' })).toHaveAttribute('href', '/signaal/volgen');
      expect(await context.cookies()).toEqual([]);
      const { origin } = new URL(page.url());
      for (const url of asked.filter((each) => !each.startsWith('data:'))) {
        expect(url.startsWith(origin)).toBe(true);
        expect(url).not.toMatch(/thuis|feeling|r\d{4}-\d{4}/);
      }
    });

    test('what was typed stays after a mistake, and after changing one’s mind', async ({ page }) => {
      await page.goto(SIGNAL_FORM);
      await page.getByLabel('Uw verhaal').fill('Eerste regel\nTweede regel');
      await page.getByLabel('In een vak op de kaart').check();
      await next(page);
      await expect(page).toHaveTitle(/^Fout: /);
      await expect(page.getByRole('alert').getByRole('link')).toHaveText([
        'Kies wat u wilt vertellen.',
        'Kies een vak op de kaart of uit de lijst.',
      ]);
      await expect(page.getByLabel('Uw verhaal')).toHaveValue('Eerste regel\nTweede regel');
      await page.getByLabel('Iets dat goed gaat').check();
      await page.getByLabel('Kies het vak').selectOption({ index: 2 });
      const chosen = await page.getByLabel('Kies het vak').inputValue();
      await next(page);
      await page.getByRole('button', { name: 'Verander' }).click();
      await expect(page.getByLabel('Uw verhaal')).toHaveValue('Eerste regel\nTweede regel');
      await expect(page.getByLabel('Iets dat goed gaat')).toBeChecked();
      await expect(page.getByLabel('Kies het vak')).toHaveValue(chosen);
    });
  });

test('P1: nothing asks who somebody is, and no cookie is set before or after', async ({ page, context }) => {
  const given: string[] = [];
  page.on('response', (response) => void (response.headers()['set-cookie'] && given.push(response.url())));
  const fields = () =>
    page
      .locator('main :is(input, select, textarea)')
      .evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? '').filter(Boolean));
  await page.goto(SIGNAL_FORM);
  const known = 'buurt stamp kind text theme place knownPlace cell photo token proof aanvulling carriedPhoto'.split(
    ' ',
  );
  expect((await fields()).filter((name) => !known.includes(name))).toEqual([]);
  await expect(page.locator('main :is([type=email], [type=tel], [autocomplete*=name], [type=password])')).toHaveCount(
    0,
  );
  await write(page, { text: 'Zonder naam' });
  await expect(checked(page)).toBeVisible();
  expect((await fields()).filter((name) => !known.includes(name))).toEqual([]);
  await sendWhenRead(page);
  await expect(sent(page)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(given).toEqual([]);
});

test('P6: two posts at the same moment are one signal, with the same code in both answers', async ({ page }) => {
  await write(page, { text: 'Tegelijk gedrukt' });
  await readIt(page);
  const { fields, action } = await fieldsOf(page, 'Verstuur');
  const headers = { origin: new URL(page.url()).origin };
  const post = async () => (await page.request.post(action, { multipart: fields, headers })).text();
  const answers = await Promise.all([post(), post()]);
  const codes = answers.map((html) => /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(html)?.[0]);
  expect(codes[0]).toBeDefined();
  expect(codes[1]).toBe(codes[0]);
  expect(answers.filter((html) => html.includes('Dit signaal hadden wij al.'))).toHaveLength(1);
});

test('pressing Verstuur twice gives the same code twice and says so', async ({ page }) => {
  await write(page, { text: 'Twee keer gedrukt' });
  await readIt(page);
  const { fields, action } = await fieldsOf(page, 'Verstuur');
  const headers = { origin: new URL(page.url()).origin };
  const first = await page.request.post(action, { multipart: fields, headers });
  expect(first.headers()['cache-control']).toBe('no-store');
  await send(page);
  await expect(page.getByText('Dit signaal hadden wij al.')).toBeVisible();
  expect(await first.text()).toContain((await code(page).textContent()) ?? 'no code');
});

for (const [what, change] of [
  ['made up', () => 'verzonnen'],
  ['changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
  ['empty', () => ''],
] as const)
  test(`a form with a token that is ${what} is kept on the page and not stored`, async ({ page }) => {
    await write(page, { text: 'Met een verzonnen bewijs' });
    await readIt(page);
    const token = page.locator('input[name=token]');
    const changed = change(await token.inputValue());
    await token.evaluate((input: HTMLInputElement, value) => (input.value = value), changed);
    await send(page);
    await expect(page.getByRole('alert')).toContainText('Uw tekst staat er nog');
    await expect(page.getByText('Met een verzonnen bewijs')).toBeVisible();
    await sendWhenRead(page);
    await expect(sent(page)).toBeVisible();
  });

test('hostile texts are shown as they were typed, or refused with the text kept', async ({ page }) => {
  const strange = "<img src=x onerror=alert(1)> =1+1 hal\u202etxet\u202c 👩🏾‍🦽 '; DROP TABLE signals;--";
  page.on('dialog', () => expect.soft('a dialog').toBe('no dialog'));
  await write(page, { text: strange });
  await expect(page.getByRole('definition').filter({ hasText: 'onerror' })).toContainText(strange);

  for (const [text, mistake] of [
    ['a'.repeat(60_000), 'Uw tekst is te lang'],
    ['\u200b\u200d\u2060', 'Schrijf wat u wilt vertellen.'],
    ['Mijn code is 7K2F-9M2T-WX4H-0B3D-A6RS', 'Er staat een code van een signaal in uw tekst'],
  ] as const) {
    await write(page, { text });
    await expect(page.getByRole('alert')).toContainText(mistake);
    await expect(page.getByLabel('Uw verhaal')).toHaveValue(text);
  }
});

test('P3: a forged post is refused, or what is extra in it is not looked at', async ({ page }) => {
  await page.goto(SIGNAL_FORM);
  const headers = { origin: new URL(page.url()).origin };
  const posted = (form: Record<string, string>) =>
    page.request.post('/signaal?_action=signals.check', { form, headers });
  const right = { buurt: 'h-buurt', kind: 'story', text: 'Goed' };
  expect((await posted({ ...right, text: 'a'.repeat(1_200_000) })).status()).toBe(413);
  expect((await posted({ ...right, buurt: '../../etc' })).status()).toBe(404);
  expect((await posted({})).status()).toBe(400);
  const points = ['52.3,4.9', '4.9,52.3', 'NaN', '1e309', '52,1', 'r1258-4805x3', '-1', 'r9999-9999'];
  for (const cell of points) {
    const answer = await posted({ ...right, place: 'cell', cell });
    expect(answer.status(), cell).toBe(400);
    expect(await answer.text(), cell).toContain('Dit vak ligt niet in deze buurt');
  }
  const extra = { status: 'accepted', state: 'accepted', id: '1', created_at: '2020', lat: '52.31', lon: '4.95' };
  const html = await (await posted({ ...right, ...extra, place: 'none' })).text();
  expect(html).toContain('Zo komt uw signaal bij ons aan');
  expect(html).not.toMatch(/name="(?:status|state|id|created_at|lat|lon)"|52\.31/);
});

test('the empty form may be kept for everybody, an answer with a signal by nobody', async ({ page, request }) => {
  const form = await request.get(SIGNAL_FORM);
  expect(form.headers()['set-cookie']).toBeUndefined();
  expect(form.headers()['cache-control'] ?? '').not.toContain('no-store');
  expect(await (await request.get(SIGNAL_FORM)).text()).toBe(await form.text());
  await page.goto(SIGNAL_FORM);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    next(page),
  ]);
  expect(answer.headers()['cache-control']).toBe('no-store');
});
