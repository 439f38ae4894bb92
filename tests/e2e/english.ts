import { expect, type Page } from '@playwright/test';

/** What the portal says in Dutch in places where English should stand: its own words, not those of the organiser. */
const DUTCH =
  /\b(?:u|uw|wij|het|een|niet|van|tot|naar|bij|aanmelden|bijeenkomst|bijeenkomsten|wachtlijst|plaatsen|uur|plek|vak|tekst|signaal|belofte)\b/i;

/** The words of the page outside what is marked as Dutch or Arabic, and outside names and addresses. */
const englishOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('[lang]:not([lang=en]), bdi, script, style, input, textarea'))
      other.remove();
    const told = [...copy.querySelectorAll('[alt], [aria-label], [title]')].flatMap((one) =>
      ['alt', 'aria-label', 'title'].map((name) => one.getAttribute(name) ?? ''),
    );
    return [copy.textContent, ...told].join(' ').replace(/https?:\S+|\s+/g, ' ');
  });

/** The page says that it is in English, and is. */
export async function speaksEnglish(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect((await englishOf(page)).match(DUTCH)).toBeNull();
}
