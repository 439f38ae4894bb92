import { describe, expect, it } from 'vitest';
import { anActor, CHEAP, givenSignals, SESSION, THE_TASK } from '../../../../tests/signals/given.ts';
import { ok, refused } from '../../kernel/index.ts';
import { newPassphrase } from './passphrase.ts';

const another = 'een heel andere wachtzin';

describe('making a key of the desk', () => {
  it('is for who has the machine, and nobody on the web', async () => {
    const { signals, desk, others } = await givenSignals({ noKey: true });
    const { 'the portal itself': _, ...people } = others;
    for (const actor of [desk, ...Object.values(people)])
      expect(await signals.keys.make(actor, { passphrase: newPassphrase() })).toEqual(refused('forbidden'));
    expect(await signals.keys.activeKey()).toBeUndefined();
  });

  it('refuses a weak passphrase, and makes nothing then', async () => {
    const { signals } = await givenSignals({ noKey: true });
    expect(await signals.keys.make(THE_TASK, { passphrase: 'kort' })).toEqual(refused('too-short'));
    expect(await signals.keys.activeKey()).toBeUndefined();
  });

  it('makes one, and a second only when that is asked', async () => {
    const { signals, acts } = await givenSignals({ noKey: true });
    const first = await signals.keys.make(THE_TASK, { passphrase: newPassphrase() });
    expect(first).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await signals.keys.make(THE_TASK, { passphrase: another })).toEqual(refused('exists'));
    const second = await signals.keys.make(THE_TASK, { passphrase: another, isNew: true });
    expect(second).toMatchObject({ ok: true, value: { number: 2 } });
    expect((await signals.keys.activeKey())?.id).toBe(second.ok && second.value.id);
    expect(acts.map(({ action }) => action)).toEqual(['desk-key.make', 'desk-key.make']);
  });

  it('makes one when two are asked at once', async () => {
    const { signals, realm } = await givenSignals({ noKey: true });
    const both = await Promise.all([1, 2].map(() => signals.keys.make(THE_TASK, { passphrase: newPassphrase() })));
    expect(both.filter((made) => made.ok)).toHaveLength(1);
    expect(await realm.keyStore.list()).toHaveLength(1);
  });
});

describe('opening the desk', () => {
  it('opens for the one session, and closes at log-out', async () => {
    const { signals, desk } = await givenSignals();
    expect(signals.keys.isOpen(desk, SESSION)).toBe(true);
    expect(signals.keys.pairs(SESSION)?.size).toBe(1);
    for (const session of ['another session', '', null]) expect(signals.keys.pairs(session)).toBeNull();
    signals.keys.close(SESSION);
    expect(signals.keys.isOpen(desk, SESSION)).toBe(false);
    expect(signals.keys.pairs(SESSION)).toBeNull();
  });

  it('P5: keeps one copy of a key that is opened twice, so that nothing is left when it closes', async () => {
    const { signals, desk, passphrase } = await givenSignals();
    const [first] = signals.keys.pairs(SESSION)?.values() ?? [];
    await signals.keys.open(desk, SESSION, passphrase);
    const [second] = signals.keys.pairs(SESSION)?.values() ?? [];
    expect(second).toBe(first);
    expect(second?.secretKey.some((byte) => byte !== 0)).toBe(true);
  });

  it('P5: tells a key whose passphrase was told from one that the desk made', async () => {
    const { signals } = await givenSignals({ noKey: true });
    expect(await signals.keys.sealsToSample()).toBe(false);
    await signals.keys.make(THE_TASK, { passphrase: newPassphrase(), isSample: true });
    expect(await signals.keys.sealsToSample()).toBe(true);
    await signals.keys.make(THE_TASK, { passphrase: another, isNew: true });
    expect(await signals.keys.sealsToSample()).toBe(false);
  });

  it('P5: wipes the secret bytes from memory when it closes', async () => {
    const { signals } = await givenSignals();
    const secrets = [...(signals.keys.pairs(SESSION)?.values() ?? [])].map(({ secretKey }) => secretKey);
    expect(secrets.flatMap((secret) => [...secret]).some((byte) => byte !== 0)).toBe(true);
    signals.keys.close(SESSION);
    expect(secrets.flatMap((secret) => [...secret]).every((byte) => byte === 0)).toBe(true);
  });

  it('P5: closes by itself after a quarter of an hour without use', async () => {
    const { signals, desk, clock } = await givenSignals();
    const later = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000));
    const secret = [...(signals.keys.pairs(SESSION)?.values() ?? [])][0]?.secretKey;
    later(14);
    expect(signals.keys.pairs(SESSION)).not.toBeNull();
    later(14);
    expect(signals.keys.isOpen(desk, SESSION)).toBe(true);
    later(1);
    // Asking whether it is open was no use of it.
    signals.keys.closeIdle();
    expect(secret?.every((byte) => byte === 0)).toBe(true);
    expect(signals.keys.pairs(SESSION)).toBeNull();
  });

  it('is for the desk alone', async () => {
    const { signals, others, desk, passphrase } = await givenSignals();
    for (const actor of Object.values(others)) {
      expect(await signals.keys.open(actor, 'theirs', passphrase)).toEqual(refused('forbidden'));
      expect(signals.keys.isOpen(actor, SESSION)).toBe(false);
    }
    expect(await signals.keys.open(desk, null, passphrase)).toEqual(refused('forbidden'));
  });

  it('says so when there is no key yet', async () => {
    const { signals, desk, passphrase } = await givenSignals({ noKey: true });
    expect(await signals.keys.open(desk, SESSION, passphrase)).toEqual(refused('no-key'));
  });

  it('slows down who guesses, one account and not the others', async () => {
    const { signals, passphrase } = await givenSignals();
    const [guesser, colleague] = ['Gijs', 'Cora'].map((name) => anActor(name, { role: 'desk', buurtId: null }));
    if (!guesser || !colleague) throw new Error('nobody');
    const tries = Array.from({ length: 7 }, () => signals.keys.open(guesser, 'theirs', another));
    const answers = (await Promise.all(tries)).map((answer) => !answer.ok && answer.reason);
    expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'slow-down')).toHaveLength(2);
    expect(await signals.keys.open(guesser, 'theirs', passphrase)).toEqual(refused('slow-down'));
    expect(await signals.keys.open(colleague, 'hers', passphrase)).toEqual(ok({ keys: 1, of: 1 }));
  });

  it('opens an older key beside the one of now, with its own passphrase', async () => {
    const { signals, desk, passphrase, send, read } = await givenSignals();
    await send({ text: 'Van vroeger.' });
    await signals.keys.make(THE_TASK, { passphrase: another, isNew: true });
    await send({ text: 'Van nu.' });
    signals.keys.close(SESSION);
    expect(await signals.keys.open(desk, SESSION, another)).toEqual(ok({ keys: 1, of: 2 }));
    expect((await read()).map(({ text }) => text)).toEqual(['Van nu.']);
    expect(await signals.keys.open(desk, SESSION, passphrase)).toEqual(ok({ keys: 2, of: 2 }));
    expect((await read()).map(({ text }) => text).toSorted()).toEqual(['Van nu.', 'Van vroeger.']);
  });

  it('closes all sessions of somebody who logs out everywhere', async () => {
    const { signals, desk, passphrase } = await givenSignals();
    await signals.keys.open(desk, 'at home', passphrase);
    signals.keys.closeAllOf(desk);
    expect([signals.keys.pairs(SESSION), signals.keys.pairs('at home')]).toEqual([null, null]);
  });
});

describe('another passphrase', () => {
  it('opens the same key; the old one does not any more', async () => {
    const { signals, desk, passphrase, send, read } = await givenSignals();
    await send();
    expect(await signals.keys.changePassphrase(THE_TASK, { old: passphrase, passphrase: another })).toEqual(
      ok({ keys: 1 }),
    );
    signals.keys.close(SESSION);
    expect(await signals.keys.open(desk, SESSION, passphrase)).toEqual(refused('wrong'));
    expect(await signals.keys.open(desk, SESSION, another)).toMatchObject({ ok: true });
    expect(await read()).toHaveLength(1);
  });

  it('changes nothing when the old one is wrong, the new one weak, or nobody may', async () => {
    const { signals, desk, passphrase, realm } = await givenSignals();
    const before = await realm.keyStore.list();
    const { changePassphrase } = signals.keys;
    expect(await changePassphrase(THE_TASK, { old: another, passphrase: another })).toEqual(refused('wrong'));
    expect(await changePassphrase(THE_TASK, { old: passphrase, passphrase: 'kort' })).toEqual(refused('too-short'));
    expect(await changePassphrase(desk, { old: passphrase, passphrase: another })).toEqual(refused('forbidden'));
    expect(await realm.keyStore.list()).toEqual(before);
  });

  it('remembers with each key what its wrapping cost', async () => {
    const { realm } = await givenSignals();
    expect(await realm.keyStore.list()).toMatchObject([CHEAP]);
  });
});
