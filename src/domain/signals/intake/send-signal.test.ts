import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenSignals, SESSION, THE_TASK } from '../../../../tests/signals/given.ts';
import { newSecret } from '../../kernel/index.ts';
import { fitsReceipt, receiptLookup, receiptOf } from '../dialogue/receipt.ts';
import { plainReceipt } from '../plain/index.ts';
import { openPhoto } from '../sealing/content.ts';
import { newPassphrase } from '../sealing/passphrase.ts';

const CANARY = 'Kanarie op het dak';
const everyFile = async (folder: string) =>
  Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));

describe('sending a signal', () => {
  it('P2: stores the week, the cell and nothing finer beside what is sealed', async () => {
    const { send, realm, buurt, theme, cells } = await givenSignals();
    const cell = cells[0]?.id ?? '';
    await send({ cell });
    expect(await realm.database.read.db.select().from(realm.database.read.t.signals)).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        buurtId: buurt.id,
        kind: 'feeling',
        themeId: theme.id,
        cell,
        week: '2027-W11',
        state: 'new',
        sealed: expect.any(Uint8Array),
        keyId: (await realm.keyStore.active())?.id,
        senderKey: expect.any(Uint8Array),
        receiptHash: expect.stringMatching(/^\$argon2id\$/),
        receiptLookup: expect.stringMatching(/^[\w-]{43}$/),
      },
    ]);
  });

  it('P5: gives the desk all that was written, with its key and not without', async () => {
    const { send, read, signals } = await givenSignals();
    const answers = [{ question: 'Hoe lang woont u hier?', answer: 'Tien jaar.' }];
    await send({ text: 'Hier is het fijn.', channel: 'street', lane: 'slow', answers });
    expect(await read()).toMatchObject([
      { text: 'Hier is het fijn.', channel: 'street', lane: 'slow', answers, redacted: false },
    ]);
    signals.keys.close(SESSION);
    expect(await read()).toEqual([]);
  });

  it('P6: keeps the photo with its signal, sealed', async () => {
    const { send, realm, signals } = await givenSignals();
    const photo = Uint8Array.from({ length: 30_000 }, (_, index) => index % 253);
    await send({ photo });
    const [stored] = await realm.database.read.db.select().from(realm.database.read.t.photos);
    const pair = signals.keys.pairs(SESSION)?.get(stored?.keyId ?? '');
    if (!stored || !pair) throw new Error('no photo, or no key');
    expect(openPhoto(stored.sealed, pair)).toEqual(photo);
    const [signal] = await realm.database.read.db.select().from(realm.database.read.t.signals);
    expect(signal?.id).toBe(stored.signalId);
  });

  it('P7: gives a code that leads to it, and of which only a slow hash is kept', async () => {
    const { send, realm, needs } = await givenSignals();
    const receipt = await send();
    const [row] = await realm.database.read.db.select().from(realm.database.read.t.signals);
    expect(row?.receiptLookup).toBe(receiptLookup(receipt, needs.secretKey));
    expect(await fitsReceipt(receipt, row?.receiptHash)).toBe(true);
    expect(await fitsReceipt(await send(), row?.receiptHash)).toBe(false);
  });

  it('P6: stores a form that is sent twice once, and says the same code twice', async () => {
    const { signals, form, read } = await givenSignals();
    const once = newSecret();
    const answers = await Promise.all([1, 2].map(() => signals.intake.send(form(), once)));
    expect(answers.map((answer) => answer.ok && answer.value.already).toSorted()).toEqual([false, true]);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.receipt)).size).toBe(1);
    expect(await read()).toHaveLength(1);
  });

  it('says that a form is spent when its signal was withdrawn: never "received" without a signal', async () => {
    const { signals, form, read } = await givenSignals();
    const once = newSecret();
    const sent = await signals.intake.send(form(), once);
    await signals.dialogue.withdraw(sent.ok ? sent.value.receipt : '');
    expect(await signals.intake.send(form(), once)).toEqual({ ok: false, reason: 'spent' });
    expect(await read()).toEqual([]);
  });

  it('stores the same text from two forms twice, with two codes and two ids', async () => {
    const { send, read } = await givenSignals();
    expect(await send()).not.toBe(await send());
    expect(new Set((await read()).map(({ id }) => id)).size).toBe(2);
  });

  it('P5: takes nothing in as long as the desk has no key, and as soon as it has', async () => {
    const { signals, form, realm } = await givenSignals({ noKey: true });
    const once = newSecret();
    expect(await signals.intake.send(form(), once)).toEqual({ ok: false, reason: 'closed' });
    const { t } = realm.database.read;
    for (const table of [t.signals, t.photos, t.spentForms]) expect(await realm.database.read.db.$count(table)).toBe(0);
    await signals.keys.make(THE_TASK, { passphrase: newPassphrase() });
    expect(await signals.intake.send(form(), once)).toMatchObject({ ok: true });
  });

  it('checks again: what was right on the check page may be gone', async () => {
    const { signals, form, read } = await givenSignals();
    const sent = await signals.intake.send(form({ theme: 'weg' }), newSecret());
    expect(sent).toMatchObject({ ok: false, mistakes: [{ field: 'theme', reason: 'unknown' }] });
    expect(await read()).toEqual([]);
  });

  it('P2: leaves neither text, code, form nor moment in any file', async () => {
    const { signals, form, folder, clock, needs } = await givenSignals();
    const once = newSecret();
    const photo = Buffer.from(`${CANARY} op de foto`.repeat(100));
    const answers = [{ question: `${CANARY} gevraagd`, answer: `${CANARY} gezegd` }];
    const sent = await signals.intake.send(form({ text: CANARY, photo, answers }), once);
    expect(sent.ok).toBe(true);
    const receipt = receiptOf(once, needs.secretKey);
    const files = (await everyFile(folder)).join('\n');
    // The files are those in which it would stand.
    expect(files).toContain('2027-W11');
    const finer = [
      '2027-03-18',
      '13:37',
      '14:37',
      String(clock.now.getTime()),
      String(Math.floor(clock.now.getTime() / 1000)),
    ];
    for (const trace of ['Kanarie', receipt, plainReceipt(receipt), once, ...finer]) expect(files).not.toContain(trace);
  });

  it('P2: repeats nothing of the signal in the error when the database fails', async () => {
    const failing = () =>
      Promise.reject(
        Object.assign(new Error(`insert failed, params: ${CANARY}`), {
          code: 'SQLITE_FULL',
          cause: { params: [CANARY] },
        }),
      );
    const { needs } = await givenSignals();
    const { signals, form } = await givenSignals({ intakeStore: { ...needs.intakeStore, add: failing } });
    const error: unknown = await signals.intake
      .send(form({ text: CANARY }), newSecret())
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toHaveProperty('cause');
    expect(String(error instanceof Error && error.stack)).not.toContain('Kanarie');
    expect(String(error)).toContain('SQLITE_FULL');
  });

  it.each([
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE signals;--",
    '=cmd|"/c calc"!A1',
    'hal\u202etxet\u202c',
    `e${'\u0301'.repeat(500)}`,
    '👩🏾‍🦽🇳🇱',
    'a'.repeat(2000),
    '{"$ne":null}\n${7*7}{{7*7}}',
    '%3Cscript%3E %00 http://%65xample.org',
  ])('stores %j as it was typed', async (text) => {
    const { send, read } = await givenSignals();
    await send({ text });
    expect((await read())[0]?.text).toBe(text.normalize('NFC'));
  });
});
