import { z } from 'astro/zod';
import {
  coarsePlace,
  SIGNAL_STATES,
  type PlaceMistake,
  type SignalForm,
  type SignalMistake,
  type Signals,
} from '../domain/signals/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import { isMessageKey, type MessageKey } from '../web/translate.ts';

/** What is not there, or is a file, counts as not filled in: the use case says what to do about it. */
const field = z.string().catch('');
const signalFields = z.object({
  buurt: field,
  kind: field,
  text: field,
  theme: field,
  place: field,
  knownPlace: field,
  cell: field,
});
type Typed = z.infer<typeof signalFields>;

/** Makes the place coarse before anything else happens: beyond this function there is only a cell. */
async function coarse({ offer }: Signals, { place, knownPlace, cell, ...rest }: Typed) {
  const choices = await offer(rest.buurt);
  const outcome = choices && coarsePlace(choices, { place, knownPlace, cell });
  const form: SignalForm = { ...rest, cell: outcome?.ok ? outcome.value : null };
  return { form, mistakes: outcome?.ok === false ? [outcome.mistake] : [] };
}

/** At each field what is wrong with it. */
const atFields = (mistakes: readonly (SignalMistake | PlaceMistake)[]) =>
  fieldMistakes(
    mistakes.map(({ field: name, reason }) => {
      const key = `signals.mistake.${name}.${reason}`;
      return { field: name, message: isMessageKey(key) ? key : 'common.error.field' };
    }),
  );

/** Of an error in storing nothing but this may be said: its words could repeat the signal. */
const notStored = () => refusal('SERVICE_UNAVAILABLE', 'signals.mistake.notStored');

const deskError = (reason: 'forbidden' | 'stale') =>
  refusal(reason === 'stale' ? 'CONFLICT' : 'FORBIDDEN', `signals.desk.error.${reason}`);

const unknown: MessageKey = 'signals.desk.error.unknown';
const state = z.enum(SIGNAL_STATES, { error: unknown });

/** Sending a signal, in two steps; and what the desk does with it. */
export const signals = {
  /** From the form to the check page: stores nothing. */
  check: defineAction({
    accept: 'form',
    input: signalFields,
    handler: async (typed, { locals }) => {
      const { form, mistakes } = await coarse(locals.app.signals, typed);
      const checked = await locals.app.signals.check(form);
      const all = [...(checked.ok ? [] : checked.mistakes), ...mistakes];
      if (!checked.ok || all.length > 0) throw atFields(all);
      return { text: checked.value.text, cell: checked.value.cell };
    },
  }),

  /** From the check page: stores, and gives the receipt. */
  send: defineAction({
    accept: 'form',
    input: signalFields.extend({ token: field }),
    handler: async ({ token, ...typed }, { locals }) => {
      const { form, mistakes } = await coarse(locals.app.signals, typed);
      if (mistakes.length > 0) throw atFields(mistakes);
      const sent = await locals.app.signals.send(form, token).catch((error: unknown) => {
        locals.failure = error;
        throw notStored();
      });
      if (sent.ok) return { receipt: sent.value.receipt, already: sent.value.already };
      if (sent.reason === 'mistakes') throw atFields(sent.mistakes);
      throw refusal('CONFLICT', 'signals.mistake.stale');
    },
  }),

  /** The desk accepts, refuses, or takes that back. */
  decide: defineAction({
    accept: 'form',
    input: z.object({ id: z.string({ error: unknown }), from: state, to: state }),
    handler: async (decision, { locals }) => {
      const decided = await locals.app.signals.decide(locals.actor, decision);
      if (!decided.ok) throw deskError(decided.reason);
      return { id: decision.id, from: decision.from, to: decided.value };
    },
  }),

  /** The desk makes numbers public. */
  release: defineAction({
    accept: 'form',
    handler: async (_, { locals }) => {
      const released = await locals.app.signals.release(locals.actor);
      if (!released.ok) throw deskError(released.reason);
      return { buurten: released.value.length };
    },
  }),
};
