import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Actor } from '../kernel/index.ts';
import { givenSignals } from '../../../tests/signals/given.ts';
import { releasedNumber } from './release-counts.ts';
import type { SignalKind } from './signal.ts';

type Given = Awaited<ReturnType<typeof givenSignals>>;

/** Sends and accepts so many of a kind. */
async function accept({ signals, send, realm, desk }: Given, amount: number, kind: SignalKind = 'feeling') {
  for (let n = 0; n < amount; n += 1) await send({ kind });
  for (const { id } of await realm.signals.queue('new', amount))
    await signals.decide(desk, { id, from: 'new', to: 'accepted' });
}

const shown = async ({ published, buurt }: Given) =>
  (await published.responses.signalCounts(buurt.id)).map(({ kind, count, releasedOn }) => ({
    kind,
    count,
    releasedOn,
  }));

describe('releasing counts', () => {
  it('publishes from the threshold on, per theme and kind, with the day', async () => {
    const given = await givenSignals();
    await accept(given, 5, 'feeling');
    await accept(given, 4, 'wish');
    expect(await given.signals.release(given.desk)).toMatchObject({
      ok: true,
      value: [
        {
          buurt: { name: 'Lindebuurt' },
          changes: [{ themeTitle: given.theme.title, kind: 'feeling', from: 0, to: 5 }],
        },
      ],
    });
    expect(await shown(given)).toEqual([{ kind: 'feeling', count: 5, releasedOn: '2027-03-18' }]);
    expect(given.acts.at(-1)).toEqual({
      actor: given.desk,
      action: 'signals.release',
      object: `buurt:${given.buurt.id}`,
      buurtId: given.buurt.id,
    });
  });

  it('counts only what the desk accepted', async () => {
    const given = await givenSignals();
    for (let n = 0; n < 6; n += 1) await given.send();
    expect(await given.signals.release(given.desk)).toEqual(ok([]));
    expect(await shown(given)).toEqual([]);
  });

  it('leaves a number as it was, with its day, until the difference is as large as the threshold', async () => {
    const given = await givenSignals();
    await accept(given, 5);
    await given.signals.release(given.desk);
    given.clock.now = new Date('2027-04-01T10:00:00Z');
    await accept(given, 4);
    expect(await given.signals.release(given.desk)).toEqual(ok([]));
    expect(await shown(given)).toEqual([{ kind: 'feeling', count: 5, releasedOn: '2027-03-18' }]);
    await accept(given, 1);
    await given.signals.release(given.desk);
    expect(await shown(given)).toEqual([{ kind: 'feeling', count: 10, releasedOn: '2027-04-01' }]);
  });

  it('says beforehand exactly what it will change, and changes nothing by saying so', async () => {
    const given = await givenSignals();
    await accept(given, 6);
    const planned = await given.signals.plannedRelease(given.desk);
    expect(await shown(given)).toEqual([]);
    const released = await given.signals.release(given.desk);
    const changed = planned.ok ? planned.value.filter(({ changes }) => changes.length > 0) : [];
    expect(released).toEqual(ok(changed));
  });

  it('takes a number away when so many were taken back', async () => {
    const given = await givenSignals();
    await accept(given, 5);
    await given.signals.release(given.desk);
    for (const { id } of await given.realm.signals.queue('accepted', 9))
      await given.signals.decide(given.desk, { id, from: 'accepted', to: 'refused' });
    await given.signals.release(given.desk);
    expect(await shown(given)).toEqual([]);
  });

  it('is for the desk, and for the clock', async () => {
    const given = await givenSignals();
    const clock: Actor = { kind: 'system', name: 'clock' };
    expect(await given.signals.release(clock)).toEqual(ok([]));
    const others = Object.values(given.others).filter(({ kind }) => kind !== 'system');
    for (const actor of others) {
      expect(await given.signals.release(actor)).toEqual(refused('forbidden'));
      expect(await given.signals.plannedRelease(actor)).toEqual(refused('forbidden'));
    }
  });

  it('never tells of fewer than the threshold, whatever comes and goes between releases', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 3, max: 10 }),
        (amounts, threshold) => {
          let last = 0;
          for (const now of amounts) {
            const next = releasedNumber({ last, now, threshold });
            expect(next === 0 || next >= threshold).toBe(true);
            expect(next === last || Math.abs(next - last) >= threshold).toBe(true);
            last = next;
          }
        },
      ),
    );
  });
});
