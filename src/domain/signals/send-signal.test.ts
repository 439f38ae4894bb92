import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../tests/signals/given.ts';
import { plainReceipt } from './receipt.ts';

const everyFile = async (folder: string) =>
  Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));

describe('sending a signal', () => {
  it('stores it with the week, the cell and nothing finer', async () => {
    const { send, realm, buurt, theme, cells } = await givenSignals();
    const cell = cells[0]?.id ?? '';
    await send({ cell });
    expect(await realm.signals.queue('new', 10)).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{43}$/),
        buurtId: buurt.id,
        kind: 'feeling',
        text: 'Bij het plein voel ik me thuis.',
        themeId: theme.id,
        cell,
        week: '2027-W11',
        state: 'new',
      },
    ]);
  });

  it('stores a form that is sent twice once, and says the same code twice', async () => {
    const { signals, form, realm } = await givenSignals();
    const token = signals.newFormToken();
    const answers = await Promise.all([signals.send(form(), token), signals.send(form(), token)]);
    expect(answers.map((answer) => answer.ok && answer.value.already).toSorted()).toEqual([false, true]);
    expect(new Set(answers.map((answer) => answer.ok && answer.value.receipt)).size).toBe(1);
    expect(await realm.signals.count('new')).toBe(1);
  });

  it('stores the same text from two forms twice, with two codes', async () => {
    const { send, realm } = await givenSignals();
    expect(await send()).not.toBe(await send());
    expect(await realm.signals.count('new')).toBe(2);
  });

  it.each([
    ['made up', () => 'A'.repeat(24) + '.abc.' + 'A'.repeat(43)],
    ['empty', () => ''],
  ])('refuses a form token that is %s, and stores nothing', async (_, token) => {
    const { signals, form, realm } = await givenSignals();
    expect(await signals.send(form(), token())).toEqual({ ok: false, reason: 'stale-form' });
    expect(await realm.signals.count('new')).toBe(0);
  });

  it('refuses a form that lay open for more than a day', async () => {
    const { signals, form, clock } = await givenSignals();
    const token = signals.newFormToken();
    clock.now = new Date('2027-03-19T14:00:00Z');
    expect(await signals.send(form(), token)).toEqual({ ok: false, reason: 'stale-form' });
  });

  it('checks again: what was right on the check page may be gone', async () => {
    const { signals, form, realm } = await givenSignals();
    const sent = await signals.send(form({ theme: 'weg' }), signals.newFormToken());
    expect(sent).toMatchObject({ ok: false, mistakes: [{ field: 'theme', reason: 'unknown' }] });
    expect(await realm.signals.count('new')).toBe(0);
  });

  it('leaves neither the code, nor the token, nor the moment in any file', async () => {
    const { signals, form, folder, clock } = await givenSignals();
    const token = signals.newFormToken();
    const sent = await signals.send(form({ text: 'Kanarie op het dak' }), token);
    const receipt = sent.ok ? sent.value.receipt : '';
    const files = (await everyFile(folder)).join('\n');
    expect(files).toContain('Kanarie op het dak');
    const finer = [
      '2027-03-18',
      '13:37',
      '14:37',
      String(clock.now.getTime()),
      String(Math.floor(clock.now.getTime() / 1000)),
    ];
    for (const trace of [receipt, plainReceipt(receipt), token, ...finer]) expect(files).not.toContain(trace);
  });

  it('repeats nothing of the signal in the error when the database fails', async () => {
    const failing = {
      add: () =>
        Promise.reject(
          Object.assign(new Error('insert failed, params: Kanarie op het dak'), { cause: { params: ['Kanarie'] } }),
        ),
    };
    const { needs } = await givenSignals();
    const { signals, form } = await givenSignals({ store: { ...needs.store, ...failing } });
    const error: unknown = await signals
      .send(form({ text: 'Kanarie op het dak' }), signals.newFormToken())
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toHaveProperty('cause');
    expect(String(error instanceof Error && error.stack)).not.toContain('Kanarie');
  });

  it.each([
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE signals;--",
    '=cmd|"/c calc"!A1',
    'hal\u202etxet\u202c',
    '👩🏾‍🦽🇳🇱',
    'a'.repeat(2000),
    '{"$ne":null}\n${7*7}{{7*7}}',
  ])('stores %j as it was typed', async (text) => {
    const { send, realm } = await givenSignals();
    await send({ text });
    expect((await realm.signals.queue('new', 1))[0]?.text).toBe(text);
  });
});
