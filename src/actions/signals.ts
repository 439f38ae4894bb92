import type { ActionAPIContext } from 'astro:actions';
import type { GateRefusal, SignalForm } from '../domain/signals/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { entryOf, gateMessage } from '../web/forms/gate-fields.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import {
  readSignal,
  signalFields,
  signalMistakes,
  type ReadSignal,
  type TypedSignal,
} from '../web/forms/signal-form.ts';

type Locals = ActionAPIContext['locals'];

/** What was typed, with place and photo made safe; the page that answers shows that photo again. */
async function read(locals: Locals, typed: TypedSignal): Promise<ReadSignal> {
  const made = await readSignal(locals.app.signals, typed);
  if (made.form.photo !== null) locals.signalPhoto = made.form.photo;
  return made;
}

/** Throws every mistake at once, each at its field. */
async function mustBeRight({ app }: Locals, { form, mistakes }: ReadSignal): Promise<void> {
  const checked = await app.signals.intake.check(form);
  const all = [...(checked.ok ? [] : signalMistakes(checked.mistakes)), ...mistakes];
  if (all.length > 0) throw fieldMistakes(all);
}

/** What the page shows after sending. `receipt` null: it was received before, and the code is shown once only. */
interface Sent {
  readonly receipt: string | null;
  readonly already: boolean;
}

/** The gate says no: with words that teach a program nothing. What was typed stays on the check page. */
function notLetIn(reason: GateRefusal): Sent {
  if (reason === 'spent') return { receipt: null, already: true };
  throw refusal(reason === 'later' ? 'SERVICE_UNAVAILABLE' : 'CONFLICT', gateMessage(reason));
}

interface ToStore {
  readonly form: SignalForm;
  readonly token: string;
  /** The gate saw this form a moment ago. */
  readonly again: boolean;
  /** It is minutes old. */
  readonly young: boolean;
}

/** Stores it, once. Of an error in storing nothing but this may be said: its words could repeat the signal. */
async function store(locals: Locals, { form, token, again, young }: ToStore): Promise<Sent> {
  const { gate, intake } = locals.app.signals;
  const sent = await intake.send(form, token).catch((error: unknown) => {
    locals.failure = error;
    return null;
  });
  if (sent?.ok === true) {
    const { receipt, already } = sent.value;
    // Who pressed twice sees the code in both answers; whoever comes back to the page later does not (P7).
    // Without a word from this process, another one stored it, or this one before it was cut off: then the form's age tells.
    const isMine = !already || again || young || gate.justStored(token);
    gate.stored(token);
    return { receipt: isMine ? receipt : null, already };
  }
  gate.burn(token);
  if (sent?.reason === 'mistakes') throw fieldMistakes(signalMistakes(sent.mistakes));
  if (sent?.reason === 'spent') return { receipt: null, already: true };
  throw refusal('SERVICE_UNAVAILABLE', sent === null ? 'signals.mistake.notStored' : 'signals.mistake.closed');
}

/** Sending a signal: to the check page, back to the form, and away. */
export const signals = {
  /** From the form to the check page: stores nothing. */
  check: defineAction({
    accept: 'form',
    input: signalFields,
    handler: async (typed, { locals }) => {
      await mustBeRight(locals, await read(locals, typed));
      if (!(await locals.app.signals.gate.mayGoOn(typed.stamp)))
        throw refusal('SERVICE_UNAVAILABLE', 'signals.mistake.closed');
      return { checked: true };
    },
  }),

  /** From the check page back to the form, with all that was filled in. */
  change: defineAction({
    accept: 'form',
    input: signalFields,
    handler: async (typed, { locals }) => {
      const { mistakes } = await read(locals, typed);
      const photo = mistakes.filter(({ field }) => field === 'photo');
      if (photo.length > 0) throw fieldMistakes(photo);
      return { checked: false };
    },
  }),

  /** From the check page: stores, and gives the receipt. */
  send: defineAction({
    accept: 'form',
    input: signalFields,
    handler: async (typed, { locals }): Promise<Sent> => {
      const made = await read(locals, typed);
      const { gate } = locals.app.signals;
      const admitted = await gate.admit(entryOf(typed, { purpose: 'signal', crowded: locals.crowded }));
      try {
        await mustBeRight(locals, made);
      } catch (mistakes) {
        // A form is used up, also when it was wrong.
        if (admitted.ok && !admitted.value.again) gate.burn(typed.token);
        throw mistakes;
      }
      if (!admitted.ok) return notLetIn(admitted.reason);
      const { lane, ...seen } = admitted.value;
      return store(locals, { form: { ...made.form, lane }, token: typed.token, ...seen });
    },
  }),
};
