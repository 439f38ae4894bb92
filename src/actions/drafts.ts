import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import type { Draft, DraftFields, PublishedText } from '../domain/drafts/index.ts';
import type { MultiPolygon, Result } from '../domain/kernel/index.ts';
import { MAX_PICTURE_BYTES } from '../domain/pictures/index.ts';
import { applyThen } from '../web/forms/drafts/apply-then.ts';
import { readDraftForm, type About, type DraftForm } from '../web/forms/drafts/read-form.ts';
import { afterDiscard, afterPublish, afterSave } from '../web/views/drafts-addresses.ts';
import type { MessageKey } from '../web/translate.ts';

const sorry = (code: 'BAD_REQUEST' | 'FORBIDDEN' | 'NOT_FOUND', message: MessageKey) =>
  new ActionError({ code, message });
const forbidden = () => sorry('FORBIDDEN', 'common.forbidden.text');

/** A form that was not stored: the page shows it again, with what was typed. */
export interface NotSaved {
  readonly outcome: 'stale' | 'too-much' | 'unknown';
  readonly about: About;
  readonly fields: DraftFields;
}
export interface Done {
  readonly outcome: 'done';
  /** The page that says so. */
  readonly goTo: string;
}

/** The outline that the map in the form showed. */
async function shapeOf({ about, fields, then }: DraftForm, { locals }: ActionAPIContext): Promise<MultiPolygon> {
  if (then.kind !== 'pick') return [];
  const { buurten } = locals.app;
  const chosen = fields['areaCodes'] ?? [];
  const areaCodes = about.kind === 'buurt' ? [chosen].flat() : ((await buurten.get(about.buurtId))?.areaCodes ?? []);
  return (await buurten.outline({ areaCodes })).shape;
}

async function addPicture(draft: Draft, { file, then }: DraftForm, { locals }: ActionAPIContext) {
  if (file === null) return then.kind === 'picture' ? 'missing' : null;
  // Not read into memory when it would be refused anyway.
  if (file.size > MAX_PICTURE_BYTES) return 'file-too-large';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const added = await locals.app.drafts.addPicture(locals.actor, draft.id, bytes);
  return added.ok || added.reason === 'forbidden' || added.reason === 'gone' || added.reason === 'stale'
    ? null
    : added.reason;
}

const save = defineAction({
  accept: 'form',
  handler: async (posted: FormData, context): Promise<Done | NotSaved> => {
    const form = readDraftForm(posted);
    if (form === null) throw sorry('BAD_REQUEST', 'beheer.refused.unknown');
    const { about, then } = form;
    const { app, actor } = context.locals;
    const fields = applyThen(form.fields, { kind: about.kind, then, shape: await shapeOf(form, context) });
    const saved =
      about.revision === 0
        ? await app.drafts.create(actor, { ...about, fields })
        : await app.drafts.save(actor, about.id, { fields, revision: about.revision });
    if (saved.ok) {
      const pictureProblem = await addPicture(saved.value, form, context);
      return { outcome: 'done', goTo: afterSave(about.id, then, pictureProblem) };
    }
    if (saved.reason === 'forbidden') throw forbidden();
    if (saved.reason === 'gone') throw sorry('NOT_FOUND', 'beheer.gone.text');
    return { outcome: saved.reason, about, fields };
  },
});

const which = z.object({ id: z.uuid(), revision: z.coerce.number().int().min(1) });

/** What may be in the way of an act on a stored draft; the page then shows the draft as it is now. */
type Hindrance = 'stale' | 'outdated' | 'incomplete';
export interface Hindered {
  readonly outcome: Hindrance;
}

function answer<Value>(
  result: Result<Value, 'forbidden' | 'gone' | Hindrance>,
  goTo: (value: Value) => string,
): Done | Hindered {
  if (result.ok) return { outcome: 'done', goTo: goTo(result.value) };
  if (result.reason === 'forbidden') throw forbidden();
  if (result.reason === 'gone') throw sorry('NOT_FOUND', 'beheer.gone.text');
  return { outcome: result.reason };
}

/** The address of a buurt, by the id that a draft knows it by. */
async function buurtOf({ locals }: ActionAPIContext, buurtId: string) {
  return locals.app.buurten.get(buurtId);
}

const publish = defineAction({
  accept: 'form',
  input: which,
  handler: async ({ id, revision }, context): Promise<Done | Hindered> => {
    const { app, actor } = context.locals;
    const draft = await app.drafts.get(actor, id);
    const result = await app.drafts.publish(actor, id, revision);
    const buurtId = (text: PublishedText) => (text.kind === 'buurt' || !draft.ok ? text.id : draft.value.buurtId);
    const buurt = result.ok ? await buurtOf(context, buurtId(result.value)) : undefined;
    return answer(result, (text) => afterPublish(buurt, text));
  },
});

const rebase = defineAction({
  accept: 'form',
  input: which,
  handler: async ({ id, revision }, { locals }): Promise<Done | Hindered> =>
    answer(await locals.app.drafts.rebase(locals.actor, id, revision), () => afterSave(id, { kind: 'stay' }, null)),
});

const throwAway = (verb: 'discard' | 'restore') =>
  defineAction({
    accept: 'form',
    input: z.object({ id: z.uuid() }),
    handler: async ({ id }, context): Promise<Done | Hindered> => {
      const result = await context.locals.app.drafts[verb](context.locals.actor, id);
      const buurt = result.ok ? await buurtOf(context, result.value.buurtId) : undefined;
      return answer(result, (draft) => afterDiscard(buurt, draft, verb));
    },
  });

/** What organisers do with texts in the making. Whether they may is asked in each use case. */
export const drafts = { save, publish, rebase, discard: throwAway('discard'), restore: throwAway('restore') };
