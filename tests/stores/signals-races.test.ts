import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import { openSignals } from '../../src/storage/signals/index.ts';
import { aSealedSignal } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

const bytes = () => new Uint8Array(60).fill(7);
const says = { by: 'desk', week: '2027-W11', keyId: 'key', sealedForDesk: bytes(), sealedForSender: bytes() } as const;

onBothEngines('two things that happen to signals at once', openSignals, (realm, target) => {
  const tables = () => realm().database.read.t;
  const turnsOf = async (signalId: string) => {
    const turns = await realm().database.read.db.select().from(tables().turns);
    return turns.filter((turn) => turn.signalId === signalId);
  };

  it('P10: an answer of the desk to what was forgotten meanwhile leaves nothing behind', async () => {
    const signal = aSealedSignal({ week: '2001-W01', state: 'accepted' });
    await realm().intakeStore.add(signal, newId());
    await realm().forgetting.forgetUpTo('2001-W01');
    const answer = { id: signal.id, from: 'accepted', to: 'accepted', turns: 0, says } as const;
    expect(await realm().deskStore.change([answer])).toBe('stale');
    expect(await turnsOf(signal.id)).toEqual([]);
  });

  it('P10: whatever reply, decision, withdrawal and forgetting come at once, no part outlives its signal', async () => {
    const other = openSignals(target());
    const signals = Array.from({ length: 8 }, () => aSealedSignal({ week: '2002-W01', photo: bytes() }));
    for (const signal of signals) await realm().intakeStore.add(signal, newId());
    const reply = (signalId: string) => ({
      turn: { signalId, by: 'sender', week: '2027-W11', keyId: 'key', sealedForDesk: bytes(), sealedForSender: null },
      spent: { form: newSecret(), same: newSecret() },
      ...({ from: ['new'], reopens: [], most: 20 } as const),
    });
    await Promise.all([
      ...signals.map(({ id }) => other.deskStore.change([{ id, from: 'new', to: 'new', turns: 0, says }])),
      ...signals.map(({ id }) => realm().dialogue.reply(reply(id) as Parameters<typeof other.dialogue.reply>[0])),
      ...signals.slice(0, 4).map(({ id }) => other.dialogue.withdraw(id)),
      realm().forgetting.forgetUpTo('2002-W01'),
    ]);
    await other.database[Symbol.asyncDispose]();
    expect(await realm().intakeStore.sweepOrphans()).toBe(0);
    for (const { id } of signals) expect(await turnsOf(id)).toEqual([]);
  });

  it('stores an interview once that a phone sends again when the used forms are forgotten', async () => {
    const signal = aSealedSignal();
    const form = newSecret();
    expect(await realm().intakeStore.add(signal, form)).toBe('added');
    await realm().forgetting.forgetFormsUpTo('2100-W01');
    const again = aSealedSignal({ receiptLookup: signal.receiptLookup });
    expect(await realm().intakeStore.add(again, form)).toBe('known');
    expect(await realm().deskStore.find(again.id)).toBeUndefined();
  });

  it('P2: the rows are written anew while this process and another write', async () => {
    const place = target();
    const elsewhere = 'sqlite' in place ? new Database(place.sqlite) : undefined;
    elsewhere?.exec('begin immediate');
    const rewriting = realm().forgetting.shuffle();
    // Long works, one after the other: between them there is always one under way.
    const writing = Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await pause(index * 5);
        await realm().database.write(async ({ db, t }) => {
          await db.select().from(t.signals);
          await pause(15);
          await db.insert(t.spentForms).values({ hash: newSecret(), week: '2027-W11' });
        });
      }),
    );
    await pause(40);
    elsewhere?.exec('commit');
    elsewhere?.close();
    await expect(rewriting).resolves.toBeUndefined();
    await writing;
  });
});
