import { describe, expect, it } from 'vitest';
import { givenGate, proofFor } from '../../../../tests/signals/given-gate.ts';

const SLOW = { ok: true, value: { lane: 'slow', again: false, young: true } };
const FAST = { ok: true, value: { lane: 'fast', again: false, young: true } };
const refusedAs = (reason: string) => ({ ok: false, reason });

describe('a form that comes in', () => {
  it('takes the slow lane without proof of work, and the fast lane with it', async () => {
    const { send, sendFast } = givenGate();
    expect(await send()).toEqual(SLOW);
    expect(await sendFast()).toEqual(FAST);
  });

  it('is let in once: while it is under way and just after, the same form says the same', async () => {
    const { gate, wait, anEntry } = givenGate();
    const entry = await anEntry();
    const answers = await Promise.all([gate.admit(entry), gate.admit(entry)]);
    expect(answers.map((answer) => answer.ok && answer.value.again).toSorted()).toEqual([false, true]);
    gate.stored(entry.token);
    expect(await gate.admit(entry)).toMatchObject({ ok: true, value: { again: true } });
    expect(gate.justStored(entry.token)).toBe(true);
    wait(120);
    expect(gate.justStored(entry.token)).toBe(false);
    expect(await gate.admit(entry)).toEqual(refusedAs('spent'));
  });

  it('is burnt when it could not be stored: the page has a new one', async () => {
    const { gate, anEntry } = givenGate();
    const entry = await anEntry();
    expect(await gate.admit(entry)).toEqual(SLOW);
    gate.burn(entry.token);
    expect(await gate.admit(entry)).toEqual(refusedAs('stale'));
  });

  it('is refused, and burnt, when it comes quicker than anybody reads', async () => {
    const { gate, wait } = givenGate();
    const { token } = await gate.newPass({ purpose: 'signal', crowded: false });
    const entry = { purpose: 'signal', token, proof: '', trap: '', crowded: false } as const;
    wait(2);
    expect(await gate.admit(entry)).toEqual(refusedAs('too-fast'));
    wait(60);
    expect(await gate.admit(entry)).toEqual(refusedAs('stale'));
  });

  it('is refused, and burnt, when the hidden field was filled in; the next one gets in', async () => {
    const { gate, anEntry, send } = givenGate();
    const entry = await anEntry({ trap: 'https://buy.example' });
    expect(await gate.admit(entry)).toEqual(refusedAs('trap'));
    expect(await gate.admit({ ...entry, trap: '' })).toEqual(refusedAs('stale'));
    expect(await send()).toEqual(SLOW);
  });

  it('is refused when its token is of another form, changed or too old', async () => {
    const { gate, wait, anEntry, another } = givenGate();
    const entry = await anEntry();
    expect(await gate.admit({ ...entry, purpose: 'reply' })).toEqual(refusedAs('foreign'));
    expect(await gate.admit({ ...entry, token: `${entry.token}a` })).toEqual(refusedAs('foreign'));
    expect(await another().admit(entry)).toEqual(SLOW);
    wait(3 * 3600);
    expect(await gate.admit(entry)).toEqual(refusedAs('stale'));
  });

  it('needs a longer look in a crowd without proof of work, never more', async () => {
    const { gate, wait, send, anEntry } = givenGate();
    expect(await send({ crowded: true })).toEqual(refusedAs('too-fast'));
    const entry = await anEntry({ crowded: true });
    wait(5);
    expect(await gate.admit(entry)).toEqual(SLOW);
    const { token, challenge } = await gate.newPass({ purpose: 'signal', crowded: true });
    wait(5);
    const proof = await proofFor(challenge);
    expect(await gate.admit({ purpose: 'signal', token, proof, trap: '', crowded: true })).toEqual(FAST);
  });
});

describe('replies in a flood', () => {
  it('are told to come later, without taking room from signals; the same form is good then', async () => {
    const { gate, wait, anEntry, send, sendFast } = givenGate({ signalsPerHour: 2, slowSignalsPerHour: 1 });
    const reply = () => anEntry({ purpose: 'reply' }, { purpose: 'reply' });
    for (let sent = 0; sent < 10; sent += 1) expect(await gate.admit(await reply())).toEqual(SLOW);
    const late = await reply();
    expect(await gate.admit(late)).toEqual(refusedAs('later'));
    expect(await send()).toEqual(SLOW);
    expect(await sendFast()).toEqual(FAST);
    wait(3700);
    expect(await gate.admit(late)).toMatchObject({ ok: true, value: { lane: 'slow' } });
  });
});

describe('proof of work', () => {
  it('is good for its own form only, and changed proof is no proof', async () => {
    const { gate, wait } = givenGate();
    const one = await gate.newPass({ purpose: 'signal', crowded: false });
    const two = await gate.newPass({ purpose: 'signal', crowded: false });
    wait(5);
    const proof = await proofFor(one.challenge);
    const entry = { purpose: 'signal', token: two.token, trap: '', crowded: false } as const;
    for (const text of [
      proof,
      proof.replace(/"form":"[^"]+"/, `"form":"${/"form":"([^"]+)"/.exec(two.challenge)?.[1] ?? ''}"`),
      '{"challenge":null}',
      '{',
      'x'.repeat(100_000),
    ])
      expect(await gate.admit({ ...entry, proof: text })).toMatchObject({ ok: true, value: { lane: 'slow' } });
    expect(await gate.admit({ ...entry, token: one.token, proof })).toEqual(FAST);
  });

  it('is not had by making the work smaller, or by guessing the answer', async () => {
    const { gate, wait } = givenGate({ slowSignalsPerHour: 50 });
    const lane = async (forge: (proof: string) => string) => {
      const { token, challenge } = await gate.newPass({ purpose: 'signal', crowded: false });
      wait(5);
      const proof = forge(await proofFor(challenge));
      const answer = await gate.admit({ purpose: 'signal', token, proof, trap: '', crowded: false });
      return answer.ok && answer.value.lane;
    };
    expect(await lane((proof) => proof)).toBe('fast');
    expect(await lane((proof) => proof.replace('"cost":2000', '"cost":1'))).toBe('slow');
    expect(await lane((proof) => proof.replace(/"keyPrefix":"\w+"/, '"keyPrefix":"00"'))).toBe('slow');
    expect(await lane((proof) => proof.replace(/"keySignature":"\w+",/, ''))).toBe('slow');
    expect(await lane((proof) => proof.replace(/"derivedKey":"\w{4}/, '"derivedKey":"0000'))).toBe('slow');
  });

  it('is more work from a crowded network, and when the hour is half full', async () => {
    const { gate, sendFast } = givenGate();
    const counterOf = async (crowded: boolean) => {
      const { challenge } = await gate.newPass({ purpose: 'signal', crowded });
      return (JSON.parse(await proofFor(challenge)) as { solution: { counter: number } }).solution.counter;
    };
    expect(await counterOf(false)).toBeLessThan(300);
    expect(await counterOf(true)).toBeGreaterThanOrEqual(300);
    for (let sent = 0; sent < 3; sent += 1) await sendFast();
    expect(await counterOf(false)).toBeGreaterThanOrEqual(300);
  });
});

describe('two servers', () => {
  it('P7: know of a form of another how old it is: the receipt is for who filled it in, not for who finds the page', async () => {
    const { another, wait, anEntry } = givenGate();
    const entry = await anEntry();
    expect(await another().admit(entry)).toEqual(SLOW);
    wait(594);
    expect(await another().admit(entry)).toMatchObject({ ok: true, value: { young: true } });
    wait(1);
    expect(await another().admit(entry)).toMatchObject({ ok: true, value: { young: false } });
  });

  it('take each other’s forms, stamps and proofs', async () => {
    const { gate, another, wait } = givenGate();
    const { token, challenge } = await gate.newPass({ purpose: 'signal', crowded: false });
    wait(5);
    const proof = await proofFor(challenge);
    expect(await another().admit({ purpose: 'signal', token, proof, trap: '', crowded: false })).toEqual(FAST);
    expect(await another().mayGoOn(await gate.stamp())).toBe(true);
  });
});
