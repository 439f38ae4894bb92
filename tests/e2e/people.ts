import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

const run = promisify(execFile);
const STEP_MS = 30_000;
const TASK = { kind: 'system', name: 'task add-account' } as const;

export interface Person {
  readonly email: string;
  readonly password: string;
  /** What their app shows; a code works once, so ask one half minute further each time. */
  code(stepsLater: number): string;
}

interface Work {
  readonly role: 'administrator' | 'organiser' | 'desk' | 'interviewer' | 'professional';
  /** Slugs; for organisers and professionals. */
  readonly buurten?: readonly string[];
}

/** What the task `add-account` does, without the seconds in which a process starts; tests/e2e/accounts.spec.ts runs the task. */
export async function aLink(
  { role, buurten = [] }: Work,
  email: string,
  dataDir = process.env['E2E_DATA_DIR'] ?? '',
): Promise<string> {
  const app = openApp(readConfig({ DATA_DIR: dataDir, BASE_URL: 'http://portal.invalid' }));
  try {
    const added = await app.accounts.add(TASK, { email, role, buurten, name: 'Noor de Vries' });
    if (!added.ok || added.value.link === null) throw new Error('The account has no link.');
    return new URL(added.value.link).pathname;
  } finally {
    await app.close();
  }
}

/** The same by the task itself, as an operator starts it beside the running server. */
export async function aLinkOfTask({ role }: Pick<Work, 'role'>, email: string): Promise<string> {
  const args = ['src/tasks/task.ts', 'add-account', '--email', email, '--role', role, '--name', 'Noor de Vries'];
  const env = { ...process.env, DATA_DIR: process.env['E2E_DATA_DIR'], BASE_URL: 'http://portal.invalid' };
  const { stdout } = await run(process.execPath, args, { env });
  const link = /https?:\/\/\S+/.exec(stdout)?.[0];
  if (link === undefined) throw new Error(`The task printed no link: ${stdout}`);
  return new URL(link).pathname;
}

/** Uses a one-time link in this page; afterwards the page is logged in, at /beheer. */
export async function useLink(page: Page, link: string): Promise<Omit<Person, 'email'>> {
  await page.goto(link);
  return fillIn(page);
}

/** Chooses password and second factor on the page of a one-time link. */
export async function fillIn(page: Page): Promise<Omit<Person, 'email'>> {
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  const code = (stepsLater: number) => totp.generate({ timestamp: Date.now() + stepsLater * STEP_MS });
  const password = 'drie fietsen op het dak';
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByLabel('Code uit de app').fill(code(0));
  await page.getByRole('button', { name: 'Maak mijn account klaar' }).click();
  await expect(page).toHaveURL(/\/beheer$/);
  return { password, code };
}

/** Makes an account for this work and logs the page in with it. */
export async function logInAs(page: Page, work: Work): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.org`;
  return { email, ...(await useLink(page, await aLink(work, email))) };
}
