import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import type { Draft, DraftFields, PublishedText } from '../domain/drafts/index.ts';
import { refused, type MultiPolygon, type Result } from '../domain/kernel/index.ts';
import { MAX_PICTURE_BYTES } from '../domain/pictures/index.ts';
import { defineAction } from '../web/forms/define-action.ts';
import { applyThen } from '../web/forms/drafts/apply-then.ts';
import { readDraftForm, type About, type DraftForm } from '../web/forms/drafts/read-form.ts';
import { refusal } from '../web/forms/refusals.ts';
import { afterDiscard, afterPublish, afterSave } from '../web/views/drafts/addresses.ts';

const forbidden = () => refusal('FORBIDDEN', 'common.forbidden.text');
const gone = () => refusal('NOT_FOUND', 'drafts.gone.text');

/** A form that was not stored: the page shows it again, with what was typed. */
export interface NotSaved {
  readonly outcome: 'stale' | 'too-much' | 'unknown' | 'failed';
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
    if (form === null) throw refusal('BAD_REQUEST', 'drafts.refused.unknown');
    const { about, then } = form;
    const { app, actor } = context.locals;
    const fields = applyThen(form.fields, { kind: about.kind, then, shape: await shapeOf(form, context) });
    const saved = await (
      about.revision === 0
        ? app.drafts.create(actor, { ...about, fields })
        : app.drafts.save(actor, about.id, { fields, revision: about.revision })
    ).catch((error: unknown) => {
      // For the log; the page keeps what was typed.
      context.locals.failure = error;
      return refused('failed');
    });
    if (saved.ok) {
      const pictureProblem = await addPicture(saved.value, form, context);
      return { outcome: 'done', goTo: afterSave(about.id, then, pictureProblem) };
    }
    if (saved.reason === 'forbidden') throw forbidden();
    if (saved.reason === 'gone') throw gone();
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
  if (result.reason === 'gone') throw gone();
  return { outcome: result.reason };
}

const publish = defineAction({
  accept: 'form',
  input: which,
  handler: async ({ id, revision }, { locals: { app, actor } }): Promise<Done | Hindered> => {
    const draft = await app.drafts.get(actor, id);
    const result = await app.drafts.publish(actor, id, revision);
    const buurtId = (text: PublishedText) => (text.kind === 'buurt' || !draft.ok ? text.id : draft.value.buurtId);
    const buurt = result.ok ? await app.buurten.get(buurtId(result.value)) : undefined;
    return answer(result, (text) => afterPublish(buurt, text));
  },
});

const rebase = defineAction({
  accept: 'form',
  input: which,
  handler: async ({ id, revision }, { locals }): Promise<Done | Hindered> =>
    answer(await locals.app.drafts.rebase(locals.actor, id, revision), () => afterSave(id, { kind: 'stay' }, null)),
});

/** Throws a draft away, or takes that back. */
const setDiscarded = (verb: 'discard' | 'restore') =>
  defineAction({
    accept: 'form',
    input: z.object({ id: z.uuid() }),
    handler: async ({ id }, { locals }): Promise<Done | Hindered> => {
      const { app, actor } = locals;
      const result = await app.drafts[verb](actor, id);
      const buurt = result.ok ? await app.buurten.get(result.value.buurtId) : undefined;
      return answer(result, (draft) => afterDiscard(buurt, draft, verb));
    },
  });

/** What organisers do with texts in the making. Whether they may is asked in each use case. */
export const drafts = { save, publish, rebase, discard: setDiscarded('discard'), restore: setDiscarded('restore') };
