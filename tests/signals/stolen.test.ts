import { describe, expect, it } from 'vitest';
import { unseal } from '../../src/domain/signals/sealing/seal.ts';
import { senderKeyOf } from '../../src/domain/signals/dialogue/receipt.ts';
import { unwrap } from '../../src/domain/signals/sealing/wrap.ts';
import { givenSignals } from './given.ts';
import { filesUnder, writings } from './traces.ts';

const CANARY = 'Zeldzame kanarietekst over de trap';

describe('a thief of the database, with the configuration and the secret key of the portal', () => {
  it('P5: finds no word of a signal, a photo or the dialogue in any file, in whatever writing', async () => {
    const { send, folder, signals, session, desk, read } = await givenSignals();
    const photo = Buffer.from(`${CANARY} `.repeat(400));
    await send({ text: CANARY, photo, answers: [{ question: CANARY, answer: CANARY }] });
    const [signal] = await read();
    const id = signal?.id ?? '';
    const asked = await signals.desk.say(desk, session, { id, as: 'question', from: 'new', turns: 0, text: CANARY });
    expect(asked.ok).toBe(true);
    const files = await filesUnder(folder);
    const stored = Buffer.concat(files.map(({ bytes }) => bytes));
    expect(stored.includes('2027-W11')).toBe(true);
    for (const writing of writings(CANARY)) expect(stored.includes(writing)).toBe(false);
    // The search would find it.
    const plain = Buffer.concat(writings(CANARY).map((writing) => Buffer.concat([Buffer.from('…'), writing])));
    for (const writing of writings(CANARY)) expect(plain.includes(writing)).toBe(true);
  });

  it('P5: opens nothing with what stands in the database, in the configuration, or on the paper of the sender', async () => {
    const { send, realm, needs } = await givenSignals();
    const receipt = await send({ text: CANARY });
    const { db, t } = realm.database.read;
    const [row] = await db.select().from(t.signals);
    const [key] = await realm.keyStore.list();
    if (!row?.sealed || !key) throw new Error('nothing is stored');
    const known = [needs.secretKey, receipt, row.id, row.receiptHash ?? '', row.receiptLookup ?? '', key.id, ''];
    for (const guess of known) expect(await unwrap(key, guess)).toBeUndefined();
    expect(unseal(row.sealed, senderKeyOf(receipt))).toBeUndefined();
    expect(unseal(row.sealed, { publicKey: key.publicKey, secretKey: key.wrapped.subarray(0, 32) })).toBeUndefined();
  });

  it('P5: the portal itself, while no desk is open, cannot show what it stored a moment ago', async () => {
    const { send, signals, session, desk, read } = await givenSignals();
    const receipt = await send({ text: CANARY });
    const [signal] = await read();
    signals.keys.close(session);
    const answers = [
      await signals.desk.queue(desk, session, { state: 'new', after: null }),
      await signals.desk.signal(desk, session, signal?.id ?? ''),
      await signals.desk.photo(desk, session, signal?.id ?? ''),
      await signals.desk.groups(desk, session),
    ];
    expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual(answers.map(() => 'locked'));
    const followed = await signals.dialogue.follow(receipt);
    expect(followed.ok).toBe(true);
    expect(JSON.stringify([answers, followed, await signals.desk.counts(desk)])).not.toContain('kanarie');
  });
});
