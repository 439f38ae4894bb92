import type { ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import {
  DECISIONS,
  SIGNAL_STATES,
  type DecideRefusal,
  type RedactPhotoRefusal,
  type RedactRefusal,
  type SayRefusal,
} from '../domain/signals/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import { isMessageKey, type MessageKey } from '../web/translate.ts';

type Reason = DecideRefusal | SayRefusal | RedactRefusal | RedactPhotoRefusal;

const CODES = {
  forbidden: 'FORBIDDEN',
  locked: 'CONFLICT',
  stale: 'CONFLICT',
  gone: 'NOT_FOUND',
  unreadable: 'CONFLICT',
  unreachable: 'CONFLICT',
  'same-person': 'CONFLICT',
  'no-key': 'CONFLICT',
  failed: 'SERVICE_UNAVAILABLE',
} as const satisfies Partial<Record<Reason, Parameters<typeof refusal>[0]>>;

const isOfAll = (reason: string): reason is keyof typeof CODES => Object.hasOwn(CODES, reason);

/** A refusal of the whole, or a mistake in the one text that can be typed. */
function because(reason: Reason, field: string): ActionError {
  if (isOfAll(reason)) return refusal(CODES[reason], `desk.error.${reason}`);
  const key = `desk.error.text.${reason}`;
  return fieldMistakes([{ field, message: isMessageKey(key) ? key : 'common.error.field' }]);
}

const unknown: MessageKey = 'desk.error.unknown';
const text = z.string().catch('');
const id = z.string({ error: unknown }).max(100, { error: unknown });
const state = z.enum(SIGNAL_STATES, { error: unknown });
const turns = z.coerce.number({ error: unknown }).int({ error: unknown }).min(0, { error: unknown });

const open = defineAction({
  accept: 'form',
  input: z.object({ passphrase: text }),
  handler: async ({ passphrase }, { locals: { app, actor, sessionId } }) => {
    const opened = await app.signals.desk.open(actor, sessionId, passphrase);
    if (opened.ok) return { done: 'open' };
    if (opened.reason === 'forbidden') throw because('forbidden', '');
    throw fieldMistakes([{ field: 'passphrase', message: `desk.open.error.${opened.reason}` }]);
  },
});

const close = defineAction({
  accept: 'form',
  handler: async (_, { locals: { app, actor, sessionId } }) => {
    await app.signals.desk.close(actor, sessionId);
    return { done: 'close' };
  },
});

const decide = defineAction({
  accept: 'form',
  input: z.object({ id, from: state, turns, to: z.enum(DECISIONS, { error: unknown }), reason: text }),
  handler: async (decision, { locals: { app, actor, sessionId } }) => {
    const decided = await app.signals.desk.decide(actor, sessionId, decision);
    if (!decided.ok) throw because(decided.reason, 'reason');
    return { id: decision.id, from: decision.from, to: decided.value };
  },
});

const say = defineAction({
  accept: 'form',
  input: z.object({ id, from: state, turns, text, as: z.enum(['question', 'answer'], { error: unknown }) }),
  handler: async (message, { locals: { app, actor, sessionId } }) => {
    const said = await app.signals.desk.say(actor, sessionId, message);
    if (!said.ok) throw because(said.reason, 'text');
    return { as: message.as };
  },
});

/** `{id} {state}`, of each signal that becomes a duplicate. */
const other = z
  .string()
  .transform((value) => value.split(' '))
  .pipe(z.tuple([id, state]))
  .transform(([one, from]) => ({ id: one, from }));

const oneVoice = defineAction({
  accept: 'form',
  input: z.object({ keep: id, other: z.array(other, { error: unknown }) }),
  handler: async ({ keep, other: others }, { locals: { app, actor, sessionId } }) => {
    const done = await app.signals.desk.oneVoice(actor, sessionId, { keep, others });
    if (!done.ok) throw because(done.reason, '');
    return { n: done.value };
  },
});

const burst = defineAction({
  accept: 'form',
  input: z.object({
    buurt: id,
    /** Empty: no cell. */
    cell: z
      .string({ error: unknown })
      .nullish()
      .transform((cell) => (cell ? cell : null)),
    week: id,
    counted: turns,
    different: z.enum(['ja', 'nee'], { error: unknown }),
  }),
  handler: async ({ buurt, different, ...place }, { locals: { app, actor, sessionId } }) => {
    const decision = { ...place, buurtId: buurt, different: different === 'ja' };
    const done = await app.signals.desk.confirmBurst(actor, sessionId, decision);
    if (!done.ok) throw because(done.reason, '');
    return { n: done.value };
  },
});

/** Without `sure` it shows how the text would be, and stores nothing. */
const redact = defineAction({
  accept: 'form',
  input: z.object({ id, marks: z.array(z.string(), { error: unknown }), pieces: text, sure: text }),
  handler: async ({ sure, ...redaction }, { locals: { app, actor, sessionId } }) => {
    const { desk } = app.signals;
    const carriesOut = sure !== '';
    const answer = await (carriesOut ? desk.redact : desk.previewRedaction)(actor, sessionId, redaction);
    if (answer.ok) return { done: carriesOut, ...answer.value };
    const { reason } = answer;
    if (reason === 'nothing' || reason === 'too-many')
      throw fieldMistakes([{ field: 'pieces', message: `desk.redact.error.${reason}` }]);
    if (reason === 'missing') throw fieldMistakes([{ field: 'pieces', message: 'desk.redact.error.missingAny' }]);
    throw because(reason, 'pieces');
  },
});

const redactPhoto = defineAction({
  accept: 'form',
  input: z.object({
    id,
    squares: z.array(z.coerce.number({ error: unknown }), { error: unknown }),
    all: text,
    sure: text,
  }),
  handler: async ({ id: signal, squares, all, sure }, { locals: { app, actor, sessionId } }) => {
    if (sure === '') throw fieldMistakes([{ field: 'sure', message: 'desk.blacken.error.sure' }]);
    const wanted = { id: signal, squares: all === '' ? squares : ('all' as const) };
    const done = await app.signals.desk.redactPhoto(actor, sessionId, wanted);
    if (done.ok) return { done: done.value };
    if (done.reason === 'nothing') throw fieldMistakes([{ field: 'squares', message: 'desk.blacken.error.nothing' }]);
    throw because(done.reason, 'squares');
  },
});

/** What the signal desk does. Each use case asks for the permission, and for the keys. */
export const desk = { open, close, decide, say, oneVoice, burst, redact, redactPhoto };
