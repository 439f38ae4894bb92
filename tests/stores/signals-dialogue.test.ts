import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newSecret } from '../../src/domain/kernel/index.ts';
import type { Reply, SignalState } from '../../src/domain/signals/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const SEALED = new Uint8Array(8_240).fill(5);

const aReply = (signalId: string, spent = { form: newSecret(), same: newSecret() }): Reply => ({
  turn: { signalId, by: 'sender', week: '2027-W11', sealedForDesk: SEALED, keyId: 'a key', sealedForSender: null },
  spent,
  from: ['new', 'asked', 'refused'],
  reopens: ['asked', 'refused'],
  most: 5,
});

onBothEngines('the dialogue of a signal', openSignals, (realm, target) => {
  const given = async (state: SignalState = 'new') => {
    const signal = aSealedSignal({ photo: SEALED });
    await realm().intakeStore.add(signal, newSecret());
    await realm().database.write(async ({ db, t }) => {
      await db.update(t.signals).set({ state }).where(eq(t.signals.id, signal.id));
    });
    return signal;
  };
  const stateOf = async (lookup: string | null) => (await realm().dialogue.byReceipt(lookup ?? ''))?.state;

  it('P7: finds a signal by its lookup, with the hash and nothing that was written', async () => {
    const { id, receiptHash, receiptLookup } = await given();
    expect(await realm().dialogue.byReceipt(receiptLookup ?? '')).toEqual({ id, state: 'new', receiptHash });
    expect(await realm().dialogue.byReceipt(newSecret())).toBeUndefined();
    expect(await realm().dialogue.byReceipt('')).toBeUndefined();
  });

  it.each(['asked', 'refused'] as const)('brings a signal that was %s back to the desk with a reply', async (state) => {
    const { id, receiptLookup } = await given(state);
    expect(await realm().dialogue.reply(aReply(id))).toBe('said');
    expect(await stateOf(receiptLookup)).toBe('new');
    const [turn] = await realm().dialogue.turns(id);
    expect(turn).toMatchObject({ turn: 1, by: 'sender', week: '2027-W11', sealedForSender: null });
    expect([...(turn?.sealedForDesk ?? [])]).toEqual([...SEALED]);
  });

  it('takes no reply to a signal that counts, or is not there', async () => {
    const { id } = await given('accepted');
    expect(await realm().dialogue.reply(aReply(id))).toBe('stale');
    expect(await realm().dialogue.reply(aReply(newSecret()))).toBe('stale');
    expect(await realm().dialogue.turns(id)).toEqual([]);
  });

  it('stores one of many that are sent at once by one form, in two processes', async () => {
    const other = openSignals(target());
    const { id } = await given();
    const reply = aReply(id);
    const stores = [realm(), other, realm(), other, realm(), other].map(({ dialogue }) => dialogue);
    const outcomes = await Promise.all(stores.map((dialogue) => dialogue.reply(reply)));
    expect(outcomes.toSorted()).toEqual([...Array<string>(5).fill('known'), 'said']);
    expect(await realm().dialogue.turns(id)).toHaveLength(1);
    await other.database[Symbol.asyncDispose]();
  });

  it('numbers replies that come at the same moment, and stops at the most', async () => {
    const { id } = await given();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => realm().dialogue.reply(aReply(id))));
    expect(outcomes.filter((outcome) => outcome === 'said')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'enough')).toHaveLength(3);
    expect((await realm().dialogue.turns(id)).map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5]);
  });

  it('knows a form that was used for another text', async () => {
    const { id } = await given();
    const form = newSecret();
    expect(await realm().dialogue.reply(aReply(id, { form, same: newSecret() }))).toBe('said');
    expect(await realm().dialogue.reply(aReply(id, { form, same: newSecret() }))).toBe('spent');
  });

  it('P10: withdraws everything of one signal and nothing of another, however often', async () => {
    const [one, other] = [await given('proposed'), await given()];
    for (const { id } of [one, other]) await realm().dialogue.reply({ ...aReply(id), from: ['new', 'proposed'] });
    await realm().database.write(async ({ db, t }) => {
      await db.insert(t.proposals).values({ signalId: one.id, decision: 'accepted', mark: 'x' });
    });
    await Promise.all([realm().dialogue.withdraw(one.id), realm().dialogue.withdraw(one.id)]);
    await realm().dialogue.wipe();
    const { db, t } = realm().database.read;
    const left = await Promise.all([
      db.$count(t.signals, eq(t.signals.id, one.id)),
      db.$count(t.photos, eq(t.photos.signalId, one.id)),
      db.$count(t.turns, eq(t.turns.signalId, one.id)),
      db.$count(t.proposals, eq(t.proposals.signalId, one.id)),
    ]);
    expect(left).toEqual([0, 0, 0, 0]);
    expect(await stateOf(other.receiptLookup)).toBe('new');
    expect(await db.$count(t.photos, eq(t.photos.signalId, other.id))).toBe(1);
    expect(await realm().dialogue.turns(other.id)).toHaveLength(1);
  });

  it('lets a signal be withdrawn while the desk decides: the desk is told', async () => {
    const { id } = await given();
    const change = { id, from: 'new', turns: 0, to: 'accepted' } as const;
    const [, decided] = await Promise.all([realm().dialogue.withdraw(id), realm().deskStore.change([change])]);
    expect(['done', 'stale']).toContain(decided);
    expect(await realm().deskStore.find(id)).toBeUndefined();
    expect(await realm().deskStore.change([change])).toBe('stale');
  });
});
