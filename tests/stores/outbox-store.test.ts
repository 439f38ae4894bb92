import { expect, it } from 'vitest';
import { newId, type Letter } from '../../src/domain/kernel/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aLetter, aSignUp, someTerms } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const START = new Date('2027-03-01T10:00:00.000Z').getTime();
const at = (seconds: number) => new Date(START + seconds * 1_000);
const HOUR = 3_600;

/** A clock that stands still: letters are due at the start. */
const open = (target: Parameters<typeof openResidents>[0]) => openResidents(target, { now: () => at(0) });

onBothEngines('outbox', open, (realm) => {
  /** Signs somebody up, and puts this letter in the outbox with it. */
  async function post(letter: Letter, notAfter: Date | null = at(1_000_000)): Promise<string> {
    const signUp = aSignUp({ meetingId: newId() });
    await realm().signUps.add(signUp, someTerms({ meetingId: signUp.meetingId }), () => ({ letter, notAfter }));
    return signUp.linkHash;
  }
  async function given(letters: number) {
    const written = Array.from({ length: letters }, (_, number) => aLetter({ to: `${number}-${newId()}@example.org` }));
    for (const letter of written) await post(letter);
    return written;
  }
  /** Sends all that is due, so that a test begins with an empty outbox. */
  async function empty() {
    for (const { id } of await realm().outbox.claim(at(900_000), 10_000, 0)) await realm().outbox.sent(id, at(0));
  }
  const rowOf = async (id: string | undefined) => {
    const { db, t } = realm().database.read;
    return (await db.select().from(t.letters)).find((row) => row.id === id);
  };
  const nothing = { to: null, subject: null, text: null, html: null, attachments: null, unsubscribe: null };

  it('gives a letter exactly as it was written', async () => {
    await empty();
    const attachments = [
      { name: 'afspraak.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\n' },
    ];
    const unsubscribe = 'https://portaal.example/post/stop/abc';
    const letter = aLetter({ subject: 'Tot donderdag – 19.30 uur', attachments, unsubscribe });
    await post(letter);
    expect(await realm().outbox.claim(at(0), 10, 60_000)).toEqual([{ id: expect.any(String), letter, attempts: 1 }]);
  });

  it('gives a letter to one sender at a time, and again when that one did not finish', async () => {
    await empty();
    await given(1);
    const { outbox } = realm();
    expect(await outbox.claim(at(-1), 10, 60_000)).toHaveLength(0);
    expect(await outbox.claim(at(1), 10, 60_000)).toHaveLength(1);
    expect(await outbox.claim(at(60), 10, 60_000)).toHaveLength(0);
    expect(await outbox.claim(at(61), 10, 60_000)).toMatchObject([{ attempts: 2 }]);
  });

  it('shares letters between senders that come at once, each letter once', async () => {
    await empty();
    const letters = await given(12);
    const claims = await Promise.all([1, 2, 3, 4].map(() => realm().outbox.claim(at(1), 5, 60_000)));
    const rest = await realm().outbox.claim(at(1), 100, 60_000);
    const addresses = [...claims.flat(), ...rest].map(({ letter }) => letter.to);
    expect(addresses.sort()).toEqual(letters.map(({ to }) => to).sort());
  });

  it('has forgotten address and text of a letter that is sent, and knows that it was sent', async () => {
    await empty();
    await given(1);
    const { outbox } = realm();
    const [letter] = await outbox.claim(at(1), 10, 60_000);
    await outbox.sent(letter?.id ?? '', at(2));
    expect(await rowOf(letter?.id)).toMatchObject({ ...nothing, sentAt: at(2), kind: 'received' });
    await outbox.failed(letter?.id ?? '', 'too late', at(3));
    expect(await outbox.claim(at(10_000), 10, 0)).toEqual([]);
  });

  it('tries again when it is told to; after it gave up not, and its address is gone', async () => {
    await empty();
    await given(1);
    const { outbox } = realm();
    const [letter] = await outbox.claim(at(1), 10, 60_000);
    await outbox.failed(letter?.id ?? '', '451 try later', at(300));
    expect(await outbox.claim(at(299), 10, 60_000)).toEqual([]);
    expect(await outbox.state()).toEqual({ waiting: 1, failing: 1, late: 0, oldestWaitingSince: at(0) });
    expect(await outbox.claim(at(300), 10, 60_000)).toHaveLength(1);
    await outbox.failed(letter?.id ?? '', '550 unknown', null);
    expect(await outbox.claim(at(100_000), 10, 60_000)).toEqual([]);
    expect(await outbox.state()).toEqual({ waiting: 0, failing: 1, late: 0, oldestWaitingSince: null });
    expect(await rowOf(letter?.id)).toMatchObject({ ...nothing, sentAt: null, error: '550 unknown' });
  });

  it('never gives a letter that is of no use any more, however many there are, and goes on with the others', async () => {
    await empty();
    const { late } = await realm().outbox.state();
    for (let count = 0; count < 3; count += 1) await post(aLetter({ subject: 'te laat' }), at(HOUR));
    await post(aLetter({ subject: 'op tijd' }), at(HOUR + 1));
    const first = await realm().outbox.claim(at(HOUR), 1, 60_000);
    const rest = await realm().outbox.claim(at(HOUR), 10, 60_000);
    expect([...first, ...rest].map(({ letter }) => letter.subject)).toEqual(['op tijd']);
    expect(await realm().outbox.state()).toMatchObject({ waiting: 1, late: late + 3 });
    const { db, t } = realm().database.read;
    const ended = (await db.select().from(t.letters)).filter(({ error }) => error === 'too late');
    for (const row of ended) expect(row).toMatchObject({ ...nothing, sentAt: null, dueAt: null });
  });

  it('gives who is asked the whole time to answer from when the letter left', async () => {
    await empty();
    const linkHash = await post(aLetter());
    const [letter] = await realm().outbox.claim(at(30 * HOUR), 1, 60_000);
    await realm().outbox.sent(letter?.id ?? '', at(30 * HOUR));
    const standing = await realm().signUps.find({ linkHash });
    expect(standing?.signUp.answerBy).toEqual(at(54 * HOUR));
  });
});
