import { expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aLetter, aSignUp } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const START = new Date('2027-03-01T10:00:00.000Z').getTime();
const at = (seconds: number) => new Date(START + seconds * 1_000);

/** A clock that stands still: letters are due at the start. */
const open = (target: Parameters<typeof openResidents>[0]) => openResidents(target, { now: () => at(0) });

onBothEngines('outbox', open, (realm) => {
  async function given(letters: number) {
    const written = Array.from({ length: letters }, (_, number) => aLetter({ to: `${number}-${newId()}@example.org` }));
    for (const letter of written) {
      await realm().signUps.add(aSignUp({ meetingId: newId() }), 20, () => letter);
    }
    return written;
  }
  /** Sends all that is due, so that a test begins with an empty outbox. */
  async function empty() {
    for (const { id } of await realm().outbox.claim(new Date('2100-01-01'), 10_000, 0))
      await realm().outbox.sent(id, at(0));
  }

  it('gives a letter exactly as it was written', async () => {
    await empty();
    const attachments = [
      { name: 'afspraak.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR\r\n' },
    ];
    const letter = aLetter({ subject: 'Tot donderdag – 19.30 uur', attachments });
    await realm().signUps.add(aSignUp({ meetingId: newId() }), 20, () => letter);
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
    const { outbox, database } = realm();
    const [letter] = await outbox.claim(at(1), 10, 60_000);
    await outbox.sent(letter?.id ?? '', at(2));
    const { db, t } = database.read;
    const rows = await db.select().from(t.letters);
    const { to, subject, text, html, attachments, sentAt, kind } = rows.find(({ id }) => id === letter?.id) ?? {};
    expect({ to, subject, text, html, attachments }).toEqual({
      to: null,
      subject: null,
      text: null,
      html: null,
      attachments: null,
    });
    expect({ sentAt, kind }).toEqual({ sentAt: at(2), kind: 'received' });
    await outbox.failed(letter?.id ?? '', 'too late', at(3));
    expect(await outbox.claim(at(10_000), 10, 0)).toEqual([]);
  });

  it('tries again when it is told to, and not after it gave up', async () => {
    await empty();
    await given(1);
    const { outbox } = realm();
    const [letter] = await outbox.claim(at(1), 10, 60_000);
    await outbox.failed(letter?.id ?? '', '451 try later', at(300));
    expect(await outbox.claim(at(299), 10, 60_000)).toEqual([]);
    expect(await outbox.state()).toEqual({ waiting: 1, failing: 1, oldestWaitingSince: at(0) });
    expect(await outbox.claim(at(300), 10, 60_000)).toHaveLength(1);
    await outbox.failed(letter?.id ?? '', '550 unknown', null);
    expect(await outbox.claim(at(100_000), 10, 60_000)).toEqual([]);
    expect(await outbox.state()).toEqual({ waiting: 0, failing: 1, oldestWaitingSince: null });
  });
});
