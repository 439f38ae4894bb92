import { describe, expect, it } from 'vitest';
import { newSecret } from '../../kernel/index.ts';
import { givenSignals } from '../../../../tests/signals/given.ts';

const ANSWERS = [
  { question: 'Hoe voelt u zich hier?', answer: 'Thuis' },
  { question: 'Wat mist u?', answer: '  ' },
];

describe('a signal on paper', () => {
  it('is stored as one of paper, with what was answered and without what was left open', async () => {
    const { signals, form, desk, read } = await givenSignals();
    const entered = await signals.interviews.enter(
      desk,
      form({ text: '', channel: 'paper', answers: ANSWERS }),
      newSecret(),
    );
    expect(entered).toMatchObject({ ok: true, value: { already: false } });
    expect(await read()).toMatchObject([{ text: '', channel: 'paper', answers: [ANSWERS[0]] }]);
  });

  it('needs no opened key: sealing is done with the public half', async () => {
    const { signals, form, desk, session } = await givenSignals();
    signals.keys.close(session);
    expect(await signals.interviews.enter(desk, form({ channel: 'paper' }), newSecret())).toMatchObject({ ok: true });
  });

  it('is stored once when the button is pressed twice, with one code', async () => {
    const { signals, form, desk, read } = await givenSignals();
    const once = newSecret();
    const enter = () => signals.interviews.enter(desk, form({ channel: 'street' }), once);
    const [first, second] = [await enter(), await enter()];
    expect(second).toMatchObject({ ok: true, value: { already: true, receipt: first.ok ? first.value.receipt : '' } });
    expect(await read()).toHaveLength(1);
  });

  it('follows the same rules as the form of the web', async () => {
    const { signals, form, desk, send, read } = await givenSignals();
    const receipt = await send();
    const entered = await signals.interviews.enter(
      desk,
      form({ kind: '', text: '', answers: [{ question: 'Hoe?', answer: `Mijn code is ${receipt}` }] }),
      newSecret(),
    );
    expect(entered).toMatchObject({ ok: false, reason: 'mistakes' });
    expect(await read()).toHaveLength(1);
  });

  it('is entered by the desk alone', async () => {
    const { signals, form, others, read } = await givenSignals();
    for (const [name, actor] of Object.entries(others)) {
      expect(await signals.interviews.enter(actor, form(), newSecret()), name).toEqual({
        ok: false,
        reason: 'forbidden',
      });
      expect(signals.interviews.mayEnter(actor), name).toBe(false);
    }
    expect(await read()).toEqual([]);
  });
});
