import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { signalText, type ReplyRefusal } from '../domain/signals/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { entryOf, gateFields, gateMessage } from '../web/forms/gate-fields.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';

type Locals = ActionAPIContext['locals'];

/** What is not there counts as not filled in. The code comes in the body only: an address would be kept by the browser. */
const field = z.string().catch('');
const codeOnly = z.object({ code: field });
const withText = z.object({ code: field, text: field });

/** Slows down who tries codes. One that is right is never locked: a minute later it goes on. */
function mayTry({ app, crowded }: Locals, code: string): void {
  if (code.trim() === '') throw fieldMistakes([{ field: 'code', message: 'follow.mistake.code.missing' }]);
  if (!app.signals.gate.mayTryCode(crowded)) throw refusal('TOO_MANY_REQUESTS', 'gate.try-code.later');
}

/** The same for a code that is wrong, was never given, was withdrawn or forgotten. */
const unknown = () => fieldMistakes([{ field: 'code', message: 'follow.mistake.code.unknown' }]);

/** An error of the database repeats what it was asked: of it only the log hears, and nothing more than that it was there. */
async function kept<Value>(locals: Locals, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    locals.failure = error;
    throw refusal('SERVICE_UNAVAILABLE', 'follow.mistake.away');
  }
}

async function open(locals: Locals, code: string) {
  mayTry(locals, code);
  const followed = await kept(locals, locals.app.signals.dialogue.follow(code));
  if (!followed.ok) throw unknown();
  return followed.value;
}

function replyRefusal(reason: ReplyRefusal) {
  if (reason === 'unknown') return unknown();
  if (reason === 'spent' || reason === 'stale' || reason === 'enough')
    return refusal('CONFLICT', `follow.mistake.${reason}`);
  if (reason === 'no-key') return refusal('SERVICE_UNAVAILABLE', 'follow.mistake.no-key');
  return fieldMistakes([{ field: 'text', message: `follow.mistake.text.${reason}` }]);
}

/** What the holder of a receipt code may do. No answer has what was written, and none is kept by a cache. */
export const follow = {
  /** From the code to what became of the signal; also back from the check page, with the reply as it was typed. */
  open: defineAction({
    accept: 'form',
    input: codeOnly,
    handler: async ({ code }, { locals }) => ({ followed: await open(locals, code) }),
  }),

  /** From the reply to its check page: stores nothing. */
  check: defineAction({
    accept: 'form',
    input: withText,
    handler: async ({ code, text }, { locals }) => {
      await open(locals, code);
      const read = signalText(text);
      if (!read.ok) throw replyRefusal(read.reason);
      return { text: read.value };
    },
  }),

  /** From the check page to the desk. */
  reply: defineAction({
    accept: 'form',
    input: withText.extend(gateFields),
    handler: async ({ code, text, ...typed }, { locals }) => {
      const { gate, dialogue } = locals.app.signals;
      mayTry(locals, code);
      const admitted = await gate.admit(entryOf(typed, { purpose: 'reply', crowded: locals.crowded }));
      // A form that was sent before: the store knows whether with the same words.
      if (!admitted.ok && admitted.reason !== 'spent') throw refusal('CONFLICT', gateMessage(admitted.reason));
      const replied = await kept(locals, dialogue.reply({ code, text, token: typed.token }));
      if (replied.ok) gate.stored(typed.token);
      else gate.burn(typed.token);
      if (!replied.ok) throw replyRefusal(replied.reason);
      return { already: replied.value.already };
    },
  }),

  /** Deletes everything under the code. Who presses twice gets the same answer twice. */
  withdraw: defineAction({
    accept: 'form',
    input: codeOnly,
    handler: async ({ code }, { locals }) => {
      mayTry(locals, code);
      await kept(locals, locals.app.signals.dialogue.withdraw(code));
      return { gone: true };
    },
  }),
};
