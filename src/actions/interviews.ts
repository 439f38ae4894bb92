import type { ActionAPIContext, ActionError } from 'astro:actions';
import { z } from 'astro/zod';
import { mayReadSignals } from '../domain/kernel/index.ts';
import type { ListChange, SignalForm } from '../domain/signals/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { asEntry, entryFields, entryMistakes, type TypedEntry } from '../web/forms/entry-form.ts';
import { fieldMistakes, refusal } from '../web/forms/refusals.ts';
import { readSignal } from '../web/forms/signal-form.ts';
import { isMessageKey, type MessageKey } from '../web/translate.ts';

const text = z.string().catch('');
const version = z.coerce.number().int().min(1).max(1_000_000).catch(0);

function notChanged(change: Extract<ListChange, { ok: false }>): ActionError {
  switch (change.reason) {
    case 'forbidden':
      return refusal('FORBIDDEN', 'common.forbidden.text');
    case 'unknown-list':
      return refusal('NOT_FOUND', 'interviews.error.list');
    case 'stale':
      return refusal('CONFLICT', 'interviews.error.stale');
    case 'mistakes':
      return fieldMistakes(
        change.mistakes.map(({ field, reason }) => ({ field, message: sayListMistake(field, reason) })),
      );
  }
}

function sayListMistake(field: string, reason: string): MessageKey {
  const key = `interviews.mistake.${field}.${reason}`;
  return isMessageKey(key) ? key : 'common.error.field';
}

/** Makes a list, or changes one: `id` empty is a new one. */
const saveList = defineAction({
  accept: 'form',
  input: z.object({ id: text, version, title: text, questions: text }),
  handler: async ({ id, version: seen, ...form }, { locals: { app, actor } }) => {
    const of = id === '' ? null : { id, version: seen };
    const saved = await app.signals.interviews.saveList(actor, of, form);
    if (!saved.ok) throw notChanged(saved);
    return { id: saved.value.id, isNew: of === null };
  },
});

/** Puts a list away, or takes it back. */
const archiveList = defineAction({
  accept: 'form',
  input: z.object({ id: text, version, archived: z.enum(['ja', 'nee']).catch('ja') }),
  handler: async ({ id, version: seen, archived }, { locals: { app, actor } }) => {
    const changed = await app.signals.interviews.archiveList(actor, { id, version: seen }, archived === 'ja');
    if (!changed.ok) throw notChanged(changed);
    return { id, archived: changed.value.archived };
  },
});

type Locals = ActionAPIContext['locals'];

/** Before any work is done on what was sent. */
function mustBeDesk({ actor }: Locals): void {
  if (!mayReadSignals(actor)) throw refusal('FORBIDDEN', 'common.forbidden.text');
}

/** What was typed, with place and photo made safe; throws every mistake at once, each at its field. */
async function readEntry(locals: Locals, typed: TypedEntry): Promise<SignalForm> {
  mustBeDesk(locals);
  const { signals } = locals.app;
  const { form, mistakes } = await readSignal(signals, typed);
  if (form.photo !== null) locals.signalPhoto = form.photo;
  const entry = asEntry(form, typed);
  const checked = await signals.intake.check(entry);
  const all = [...(checked.ok ? [] : entryMistakes(checked.mistakes)), ...mistakes];
  if (all.length > 0) throw fieldMistakes(all);
  return entry;
}

/** From the form to the page to look through: stores nothing. */
const checkEntry = defineAction({
  accept: 'form',
  input: entryFields,
  handler: async (typed, { locals }) => {
    await readEntry(locals, typed);
    return { checked: true };
  },
});

/** Back to the form, with all that was filled in; a photo that was made safe stays. */
const changeEntry = defineAction({
  accept: 'form',
  input: entryFields,
  handler: async (typed, { locals }) => {
    mustBeDesk(locals);
    const { form } = await readSignal(locals.app.signals, typed);
    if (form.photo !== null) locals.signalPhoto = form.photo;
    return { checked: false };
  },
});

/** Stores what came on paper or was told in the street. `token` stays with the form however often it is sent. */
const enter = defineAction({
  accept: 'form',
  input: entryFields,
  handler: async (typed, { locals }) => {
    const entry = await readEntry(locals, typed);
    if (!/^[\w-]{43}$/.test(typed.token)) throw refusal('CONFLICT', 'interviews.error.spent');
    const sent = await locals.app.signals.interviews.enter(locals.actor, entry, typed.token);
    if (sent.ok) return { receipt: sent.value.receipt, already: sent.value.already };
    switch (sent.reason) {
      case 'mistakes':
        throw fieldMistakes(entryMistakes(sent.mistakes));
      case 'forbidden':
        throw refusal('FORBIDDEN', 'common.forbidden.text');
      case 'closed':
        throw refusal('SERVICE_UNAVAILABLE', 'interviews.error.closed');
      case 'spent':
        throw refusal('CONFLICT', 'interviews.error.spent');
    }
  },
});

/** What the desk does for interviews and papers. */
export const interviews = { saveList, archiveList, checkEntry, changeEntry, enter };
