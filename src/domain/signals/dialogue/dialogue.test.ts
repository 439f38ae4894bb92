import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../../tests/signals/given.ts';
import { newSecret, ok, refused } from '../../kernel/index.ts';
import type { DialogueStore } from '../index.ts';
import { MOST_TURNS } from './follow-signal.ts';
import { receiptOf } from './receipt.ts';

const CANARY = 'Kanarie op het dak';
const NOBODYS = receiptOf('a form of nobody', 'another portal');

/** One signal that was sent, its code, and the acts of desk and sender on it. */
async function givenSent() {
  const portal = await givenSignals();
  const { signals, send, read, desk, session, realm } = portal;
  const code = await send({ text: CANARY });
  const id = (await read())[0]?.id ?? '';
  const state = async () => {
    const found = await realm.deskStore.find(id);
    return { from: found?.signal.state ?? 'new', turns: found?.turns.length ?? 0 };
  };
  return {
    ...{ ...portal, code, id, state },
    follow: (typed = code) => signals.dialogue.follow(typed),
    reply: (text: string, token = newSecret()) => signals.dialogue.reply({ code, text, token }),
    withdraw: (typed = code) => signals.dialogue.withdraw(typed),
    ask: async (text: string) => signals.desk.say(desk, session, { id, ...(await state()), text, as: 'question' }),
    answer: async (text: string) => signals.desk.say(desk, session, { id, ...(await state()), text, as: 'answer' }),
  };
}

const textsIn = (followed: Awaited<ReturnType<Awaited<ReturnType<typeof givenSent>>['follow']>>) =>
  followed.ok ? followed.value.turns.map(({ by, text }) => `${by}: ${text ?? '–'}`) : [];

describe('the dialogue between desk and sender', () => {
  it('P7: shows the state of the signal, and never what was written', async () => {
    const { follow } = await givenSent();
    const followed = await follow();
    expect(followed).toEqual(ok({ standing: 'in', turns: [], mayReply: true }));
    expect(JSON.stringify(followed)).not.toContain(CANARY);
  });

  it('P7: brings a question to the sender and the reply back to the desk', async () => {
    const { ask, answer, follow, reply, signals, desk, session, id, state } = await givenSent();
    expect(await ask('Bij welke ingang was het?')).toEqual(ok('asked'));
    expect(await follow()).toMatchObject({ value: { standing: 'asked', mayReply: true } });
    expect(await reply('Bij de achterste.')).toEqual(ok({ already: false }));
    expect(await state()).toEqual({ from: 'new', turns: 2 });
    const opened = await signals.desk.signal(desk, session, id);
    expect(JSON.stringify(opened)).toContain('Bij de achterste.');
    await answer('Dank u, dat helpt.');
    const after = await follow();
    expect(textsIn(after)).toEqual(['desk: Bij welke ingang was het?', 'sender: –', 'desk: Dank u, dat helpt.']);
    expect(JSON.stringify(after)).not.toContain('achterste');
  });

  it('P7: answers the same for codes that are wrong, unknown, half, withdrawn and of nobody', async () => {
    const { follow, withdraw, code } = await givenSent();
    await withdraw();
    const typed = [code, NOBODYS, code.slice(0, 9), '', ' ', '0', 'x'.repeat(100_000), '🙂', '\0', "' OR 1=1 --"];
    for (const each of typed) expect(await follow(each)).toEqual(refused('unknown'));
  });

  it('P7: asks the database as often for a code that is wrong as for a code that was withdrawn', async () => {
    const { needs, send, signals, withdraw, code } = await givenSent();
    const given = { ...needs.dialogue };
    const asked: string[] = [];
    const byReceipt: DialogueStore['byReceipt'] = (lookup) => {
      asked.push(lookup);
      return given.byReceipt(lookup);
    };
    Object.assign(needs.dialogue, { byReceipt });
    await withdraw();
    asked.length = 0;
    await signals.dialogue.follow(code);
    await signals.dialogue.follow(NOBODYS);
    await signals.dialogue.follow('kort');
    expect(new Set(asked).size).toBe(3);
    await signals.dialogue.follow(await send());
    expect(asked).toHaveLength(4);
  });

  it('P7: keeps the code in no file', async () => {
    const { code, folder, ask, reply, follow } = await givenSent();
    await ask('Waar was het?');
    await follow();
    await reply('Bij de lift.');
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'latin1')));
    for (const trace of [code, code.replaceAll('-', ''), 'Waar was het?', 'Bij de lift.'])
      expect(files.some((file) => file.includes(trace))).toBe(false);
  });

  it('stores a reply once that is sent twice, also at the same moment', async () => {
    const { reply, state } = await givenSent();
    const token = newSecret();
    const answers = await Promise.all([reply('Bij de lift.', token), reply('Bij de lift.', token)]);
    expect(answers.map((answer) => answer.ok && answer.value.already).toSorted()).toEqual([false, true]);
    expect(await reply('  Bij de lift.\r\n', token)).toEqual(ok({ already: true }));
    expect((await state()).turns).toBe(1);
  });

  it('refuses another text by a form that was used, and loses neither', async () => {
    const { reply, state } = await givenSent();
    const token = newSecret();
    await reply('Bij de lift.', token);
    expect(await reply('Nee, bij de trap.', token)).toEqual(refused('spent'));
    expect(await reply('Nee, bij de trap.')).toEqual(ok({ already: false }));
    expect((await state()).turns).toBe(2);
  });

  it.each([
    ['empty', '\u200b'],
    ['too-long', 'a'.repeat(2001)],
    ['unreadable', 'a\u0000'],
    ['receipt', `mijn code: ${NOBODYS}`],
  ])('refuses a reply that is %s, and stores nothing', async (reason, text) => {
    const { reply, state } = await givenSent();
    expect(await reply(text)).toEqual(refused(reason));
    expect((await state()).turns).toBe(0);
  });

  it.each([
    ['accepted', 'counts'],
    ['duplicate', 'together'],
    ['refused', 'not'],
  ] as const)('tells that a signal was %s, and takes a reply only where it can help', async (to, standing) => {
    const { signals, desk, session, id, state, follow, reply } = await givenSent();
    const reason = to === 'refused' ? 'Dit gaat niet over de buurt.' : '';
    const decided = await signals.desk.decide(desk, session, { id, ...(await state()), to, reason });
    expect(decided).toEqual(ok(to));
    expect(await follow()).toMatchObject({ value: { standing, mayReply: to === 'refused' } });
    expect((await reply('Toch wel.')).ok).toBe(to === 'refused');
    expect((await state()).from).toBe(to === 'refused' ? 'new' : to);
  });

  it('ends a dialogue that goes on and on', async () => {
    const { reply, follow } = await givenSent();
    for (let turn = 0; turn < MOST_TURNS; turn += 1) await reply(`Nog iets: ${turn}`);
    expect(await reply('En nog iets')).toEqual(refused('enough'));
    expect(await follow()).toMatchObject({ value: { mayReply: false } });
  });

  it('P10: leaves nothing of a signal that was withdrawn, in no table and no file', async () => {
    const { withdraw, ask, reply, realm, id, folder, follow } = await givenSent();
    await ask('Waar was het?');
    await reply('Bij de lift.');
    const { db, t } = realm.database.read;
    const [row] = await db.select().from(t.signals);
    const [turn] = await db.select().from(t.turns);
    await withdraw();
    await withdraw();
    expect(await db.$count(t.signals)).toBe(0);
    expect(await db.$count(t.turns)).toBe(0);
    expect(await follow()).toEqual(refused('unknown'));
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    const traces = [Buffer.from(id), Buffer.from(row?.sealed ?? []), Buffer.from(turn?.sealedForDesk ?? [])];
    for (const trace of traces) {
      expect(trace.length).toBeGreaterThan(10);
      // Longer texts lie in pages of their own: any piece of them would do.
      expect(files.some((file) => file.includes(trace.subarray(0, 300)))).toBe(false);
    }
  });

  it('P7: withdraws nothing by a code that is wrong', async () => {
    const { withdraw, follow } = await givenSent();
    await withdraw(NOBODYS);
    await withdraw('');
    expect((await follow()).ok).toBe(true);
  });

  it('withdraws although a long reading keeps the last trace in the log of the database', async () => {
    const { withdraw, follow, needs } = await givenSent();
    Object.assign(needs.dialogue, { wipe: () => Promise.reject(new Error('Somebody is still reading.')) });
    await withdraw();
    expect(await follow()).toEqual(refused('unknown'));
  });

  it('has no words of the desk for who only has the database', async () => {
    const { ask, realm } = await givenSent();
    await ask('Waar was het?');
    const [turn] = await realm.database.read.db.select().from(realm.database.read.t.turns);
    const bytes = Buffer.concat([turn?.sealedForDesk ?? new Uint8Array(), turn?.sealedForSender ?? new Uint8Array()]);
    expect(bytes.length).toBeGreaterThan(8_000);
    expect(bytes.includes('Waar was het?')).toBe(false);
  });
});
