import { describe, expect, it } from 'vitest';
import { givenSignals } from '../../../../tests/signals/given.ts';
import { SIGNAL_KINDS } from '../../../domain/signals/index.ts';
import { translate as t } from '../../translate.ts';
import { checkView, kindName, signalStep, signalTitle, signalView } from './form.ts';

const stateOf = (typed: Readonly<Record<string, string>>) => ({
  value: (name: string, initial = '') => typed[name] ?? initial,
  values: (name: string) => (typed[name] === undefined ? [] : [typed[name]]),
  isChecked: (name: string, value: string) => typed[name] === value,
  error: () => undefined,
  errors: [],
});

async function givenOffer() {
  const offer = await (await givenSignals()).signals.intake.offer('lindebuurt');
  if (!offer) throw new Error('no offer');
  return offer;
}

const error = (code: string, message = 'signals.mistake.notStored') => ({ error: { code, message } });

describe('the check page', () => {
  it('says what was chosen, and shows the text as it will be stored', async () => {
    const typed = { kind: 'good', text: ' Mooi \r\nhier ', theme: 'schone-portieken' };
    expect(checkView(await givenOffer(), stateOf(typed), t)).toEqual({
      ...{ kind: 'Iets dat goed gaat', text: 'Mooi \nhier', theme: 'Schone portieken' },
    });
  });

  it('says that there is no theme where none was chosen', async () => {
    expect(checkView(await givenOffer(), stateOf({ kind: 'wish', text: 'a' }), t).theme).toBe('Geen thema');
  });
});

describe('the steps', () => {
  it.each([
    ['nothing was sent', {}, 'form'],
    ['the form has a mistake', { checked: error('BAD_REQUEST') }, 'form'],
    ['the form closed meanwhile', { checked: error('SERVICE_UNAVAILABLE') }, 'form'],
    ['the form is right', { checked: { data: {} } }, 'check'],
    ['a mistake was found while sending', { sent: error('BAD_REQUEST') }, 'form'],
    ['the gate wants it once more', { sent: error('CONFLICT') }, 'check'],
    ['it could not be stored', { sent: error('SERVICE_UNAVAILABLE') }, 'check'],
    ['something of ours broke', { sent: error('INTERNAL_SERVER_ERROR') }, 'check'],
    ['it was received', { sent: { data: { receipt: 'x' } } }, 'sent'],
  ])('when %s', (_, answers, step) => {
    expect(signalStep({ checked: undefined, sent: undefined, ...answers })).toBe(step);
  });

  it('each have a title', () => {
    expect(new Set((['form', 'check', 'sent'] as const).map((step) => signalTitle(step, t))).size).toBe(3);
  });
});

describe('what the gate lets the page show', () => {
  const view = (more: Partial<Parameters<typeof signalView>[0]>) =>
    signalView({ sent: undefined, openness: 'open', typed: false, ...more });

  it.each(['open', 'fast-only'] as const)('is the form when it is %s', (openness) => {
    expect(view({ openness })).toMatchObject({ open: true, closed: null });
  });

  it.each(['no-key', 'waiting', 'full', 'budget', 'away'] as const)(
    'is why not when it is %s, and no form',
    (openness) => {
      expect(view({ openness })).toMatchObject({ open: false, closed: openness, kept: false });
    },
  );

  it('is the form with what was typed, also when it closed meanwhile', () => {
    expect(view({ openness: 'full', typed: true })).toMatchObject({ open: true, closed: 'full', kept: true });
  });

  it('leaves the trap out for who fell into it: it may be their browser', () => {
    expect(view({ sent: error('CONFLICT', 'gate.refusal.trap') }).withoutTrap).toBe(true);
    expect(view({ sent: error('CONFLICT', 'gate.refusal.too-fast') }).withoutTrap).toBe(false);
  });
});

it('names each kind of signal, and one that is unknown by itself', () => {
  for (const kind of SIGNAL_KINDS) expect(kindName(kind, t)).not.toBe(kind);
  expect(kindName('rumour', t)).toBe('rumour');
});
