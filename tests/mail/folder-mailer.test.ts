import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeMailer } from '../../src/mail/index.ts';
import { aLetter, headerOf, partOf } from './letters.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const mailer = () =>
  makeMailer({ smtpUrl: null, folder: join(folder, 'mail'), from: 'Buurtbalans <noreply@localhost>' });

it('puts a letter in the folder as a mail that any mail program opens', async () => {
  expect(await mailer().send(aLetter({ to: 'noor@müller.de' }), 'een-id')).toEqual({ kind: 'sent' });
  expect(await readdir(join(folder, 'mail'))).toEqual(['een-id.eml']);
  const raw = await readFile(join(folder, 'mail', 'een-id.eml'), 'utf8');
  expect(headerOf(raw, 'to')).toBe('noor@xn--mller-kva.de');
  expect(partOf(raw, 'text/plain')).toContain('U heeft een plaats.');
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

it('makes one file of a letter that came twice, whatever its id', async () => {
  await mailer().send(aLetter(), '../../weg');
  await mailer().send(aLetter(), '../../weg');
  expect((await readdir(join(folder, 'mail'))).toSorted()).toEqual(['______weg.eml', 'een-id.eml']);
});
