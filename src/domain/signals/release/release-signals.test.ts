import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../../tests/signals/given.ts';
import { ok, refused } from '../../kernel/index.ts';
import { makeSignals, type SignalForm } from '../index.ts';

type Given = Awaited<ReturnType<typeof givenSignals>>;

/** Sends and accepts so many, a week apart, so that they are no burst; gives the receipts. */
async function accept(given: Given, amount: number, typed: Partial<SignalForm> = {}): Promise<string[]> {
  const { clock } = given;
  const now = clock.now;
  const receipts: string[] = [];
  for (let week = 0; week < amount; week += 1) {
    clock.now = new Date(now.getTime() - week * 7 * 86_400_000);
    receipts.push(await given.send(typed));
  }
  clock.now = now;
  await acceptAll(given);
  return receipts;
}

async function acceptAll({ signals, desk, session, passphrase }: Given): Promise<void> {
  await signals.keys.open(desk, session, passphrase);
  const queue = await signals.desk.queue(desk, session, { state: 'new', after: null });
  if (!queue.ok) throw new Error(queue.reason);
  for (const { signal } of queue.value.entries) {
    const decision = { id: signal.id, from: 'new', turns: 0, to: 'accepted' } as const;
    expect(await signals.desk.decide(desk, session, decision)).toMatchObject({ ok: true });
  }
}

const latest = ({ published, buurt }: Given) => published.releases.latest(buurt.id);

describe('releasing', () => {
  it('P8: publishes classes from the threshold on, dated, by theme and kind and by place', async () => {
    const given = await givenSignals();
    const cell = given.cells[0]?.id ?? null;
    await accept(given, 7, { kind: 'feeling', cell });
    await accept(given, 4, { kind: 'wish' });
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 2 }));
    expect(await latest(given)).toEqual({
      ...{ buurtId: given.buurt.id, batch: 1, releasedOn: '2027-03-18' },
      counts: [
        {
          group: { table: 'subject', by: 'kind', themeId: given.theme.id, kind: 'feeling' },
          class: { from: 5, to: 9 },
        },
        { group: { table: 'place', by: 'cell', cell }, class: { from: 5, to: 9 } },
      ],
    });
    expect(given.acts.filter(({ action }) => action === 'signals.release')).toContainEqual({
      actor: given.desk,
      action: 'signals.release',
      object: `buurt:${given.buurt.id}`,
      buurtId: given.buurt.id,
    });
  });

  it('P8: says of a buurt with too few just what it says of one with none', async () => {
    const given = await givenSignals();
    await accept(given, 4);
    await given.signals.releases.release(given.desk);
    const [few, none] = await Promise.all(
      [given.buurt, given.elsewhere].map(({ id }) => given.published.releases.latest(id)),
    );
    expect({ ...few, buurtId: '' }).toEqual({ ...none, buurtId: '' });
  });

  it('counts only what the desk accepted', async () => {
    const given = await givenSignals();
    for (let n = 0; n < 6; n += 1) await given.send();
    await given.signals.releases.release(given.desk);
    expect(await latest(given)).toMatchObject({ counts: [] });
  });

  it('P8: leaves a batch as it is, for ever, and makes a new one only for at least the threshold more', async () => {
    const given = await givenSignals();
    await accept(given, 5);
    await given.signals.releases.release(given.desk);
    const first = await latest(given);
    given.clock.now = new Date('2027-08-01T10:00:00Z');
    await accept(given, 4);
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 0 }));
    expect(await latest(given)).toEqual(first);
    given.clock.now = new Date('2028-04-01T10:00:00Z');
    await accept(given, 1);
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 1 }));
    expect(await latest(given)).toMatchObject({
      batch: 2,
      releasedOn: '2028-04-01',
      counts: [{ class: { from: 10 } }, {}],
    });
    expect((await given.published.releases.list(given.buurt.id))[1]).toEqual(first);
  });

  it('P3: names no cell that lost its homes since the signals came, and loses none of them', async () => {
    const given = await givenSignals();
    const cell = given.cells[0]?.id ?? '';
    await accept(given, 6, { cell });
    await given.signals.releases.release(given.desk);
    expect(await latest(given)).toMatchObject({ counts: [{}, { group: { by: 'cell', cell } }] });
    // The part of such a square is a home at most: only a larger cell, or the buurt, is coarse enough now.
    const thin = given.cells.map(({ id }) => ({ place: id, count: 1 }));
    await given.published.homes.storeAll({ source: 'Nieuwe telling', counts: thin });
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 1 }));
    expect(await latest(given)).toMatchObject({ counts: [{}, { group: { by: 'elsewhere' }, class: { from: 5 } }] });
  });

  it('P8: lets a withdrawn signal count no more in the next release, and takes the threshold with it', async () => {
    const given = await givenSignals();
    const [first = '', second = ''] = await accept(given, 11);
    await given.signals.releases.release(given.desk);
    expect(await latest(given)).toMatchObject({ counts: [{ class: { from: 10 } }, { class: { from: 10 } }] });
    await given.signals.dialogue.withdraw(first);
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 0 }));
    await given.signals.dialogue.withdraw(second);
    expect(await given.signals.releases.release(given.desk)).toEqual(ok({ buurten: 1 }));
    expect(await latest(given)).toMatchObject({ counts: [{ class: { from: 5 } }, { class: { from: 5 } }] });
  });

  it('says beforehand exactly what it will change, what waits and why, and changes nothing by saying so', async () => {
    const given = await givenSignals();
    await accept(given, 7);
    const week = Array.from({ length: 5 }, () => given.send({ kind: 'wish', cell: given.cells[3]?.id ?? null }));
    await Promise.all(week);
    await acceptAll(given);
    const planned = await given.signals.releases.planned(given.desk);
    expect(planned).toMatchObject({
      value: expect.arrayContaining([
        expect.objectContaining({
          buurt: { id: given.buurt.id, name: 'Lindebuurt', slug: 'lindebuurt' },
          changes: [
            { group: { by: 'kind', kind: 'feeling' }, from: null, to: { from: 5, to: 9 } },
            { group: { by: 'elsewhere' }, from: null, to: { from: 5, to: 9 } },
          ].map((change) => expect.objectContaining({ ...change, group: expect.objectContaining(change.group) })),
          waiting: 3,
          inBursts: 4,
        }),
      ]),
    });
    expect(await latest(given)).toBeUndefined();
    expect(await given.signals.releases.planned(given.desk)).toEqual(planned);
  });

  it('makes one batch when two people press at once', async () => {
    const given = await givenSignals();
    await accept(given, 5);
    const both = await Promise.all([0, 1].map(() => given.signals.releases.release(given.desk)));
    expect(both.map((done) => (done.ok ? done.value.buurten : -1)).sort()).toEqual([0, 2]);
    expect(await given.published.releases.list(given.buurt.id)).toHaveLength(1);
  });

  it('publishes at the next start what a crash kept from the site', async () => {
    const disk = { full: true };
    const given = await givenSignals();
    const { releases } = given.needs;
    const signals = makeSignals({
      ...given.needs,
      releases: { ...releases, add: (all) => (disk.full ? Promise.reject(new Error('disk')) : releases.add(all)) },
    });
    await accept(given, 5);
    await expect(signals.releases.release(given.desk)).rejects.toThrow('disk');
    expect(await latest(given)).toBeUndefined();
    disk.full = false;
    expect(await signals.releases.publishMissing()).toBe(1);
    expect(await latest(given)).toMatchObject({ batch: 1, counts: [{}, {}] });
    expect(await signals.releases.publishMissing()).toBe(0);
    expect(await signals.releases.release(given.desk)).toEqual(ok({ buurten: 0 }));
  });

  it('is for the desk only', async () => {
    const given = await givenSignals();
    for (const actor of Object.values(given.others)) {
      expect(await given.signals.releases.release(actor)).toEqual(refused('forbidden'));
      expect(await given.signals.releases.planned(actor)).toEqual(refused('forbidden'));
    }
  });
});
