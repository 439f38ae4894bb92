import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { speaksEnglish } from './english.ts';
import { mailTo, ownMeeting, personalLink, press, says, somebody } from './residents.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`in English ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 320, height: 640 } });

    test('lets somebody with little Dutch sign up, be corrected, answer, change and be forgotten', async ({ page }) => {
      const meeting = await ownMeeting();
      await page.goto(meeting);
      await page.getByRole('link', { name: 'Sign up in English' }).click();
      await says(page, 'Sign up');
      await speaksEnglish(page);

      const { email } = somebody();
      await page.getByLabel('Your name').fill('نور');
      await page.getByLabel('Your e-mail address').fill('no address');
      await page.locator('#meld-aan').click();
      await expect(page).toHaveTitle(/^Error: Sign up/);
      await expect(page.getByRole('alert')).toContainText('Something is not right yet');
      await expect(page.getByRole('alert')).toContainText('Fill in one e-mail address, like name@example.org.');
      await expect(page.getByLabel('Your name')).toHaveValue('نور');
      await speaksEnglish(page);

      await page.getByLabel('Your e-mail address').fill(email);
      await page.locator('#meld-aan').click();
      await says(page, 'Almost done: confirm by mail');
      await expect(page.getByText('You signed up for:')).toBeVisible();
      await speaksEnglish(page);

      const [letter] = await mailTo(email, 1);
      const link = personalLink(letter);
      await page.goto(link);
      await says(page, 'Say that you are coming');
      await speaksEnglish(page);
      await press(page, 'Yes, I am coming');
      await says(page, 'You have a place');
      await page.getByLabel('Number of people').fill('eleven');
      await press(page, 'Change the number');
      await expect(page.getByRole('alert')).toContainText('Fill in a whole number.');
      await expect(page.getByText('Nothing has changed. The number stays: 1 person.')).toBeVisible();
      await speaksEnglish(page);

      await page.getByRole('link', { name: 'In het Nederlands' }).click();
      await says(page, 'U heeft een plaats');
      await press(page, 'Mail mij het verslag');
      await expect(page.getByRole('status')).toContainText('U krijgt het verslag per mail');
      await page.getByRole('link', { name: 'In English' }).click();

      await page.getByText('Delete my details now').click();
      await press(page, 'Yes, delete everything');
      await says(page, 'Your details are deleted');
      await speaksEnglish(page);
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
    });
  });
}

test('has no barriers in English either', async ({ page }) => {
  const meeting = await ownMeeting();
  for (const path of [`${meeting}/aanmelden?taal=en`, '/post/stop/een-woord?taal=en']) {
    await page.goto(path);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
});

test('stops the report in English, from a letter in English, also when a mail program does it', async ({ page }) => {
  await page.goto('/post/stop/een-woord?taal=en');
  await says(page, 'Stop the report');
  await press(page, 'Do not send me the report');
  await says(page, 'You no longer get the report');
  const answer = await page.request.post('/post/stop/een-woord?taal=en', {
    form: { 'List-Unsubscribe': 'One-Click' },
    headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
    maxRedirects: 0,
  });
  expect([answer.status(), await answer.text()]).toEqual([
    200,
    expect.stringContaining('You no longer get the report'),
  ]);
  await speaksEnglish(page);
});
