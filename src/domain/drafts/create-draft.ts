import { isDeepStrictEqual } from 'node:util';
import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { NewDraft } from './begin-draft.ts';
import { cleanFields } from './clean-fields.ts';
import type { Draft, DraftFields } from './draft.ts';
import { findSubject, fitsSubject, type Subject } from './find-subject.ts';
import { keepPictures } from './keep-pictures.ts';
import { mayDraft, nameOf, objectOf, type DraftNeeds } from './needs.ts';
import type { SaveRefusal } from './save-draft.ts';

/** The id and the version come from the form that `begin` filled, so that sending it twice makes one draft. */
export interface FirstSave extends NewDraft {
  readonly id: string;
  readonly baseVersion: number | null;
  readonly fields: DraftFields;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const picturesShownIn = (subject: Subject | undefined): string[] =>
  subject?.text?.kind === 'update' ? subject.text.content.pictures.map(({ pictureId }) => pictureId) : [];

/** The same form twice is one draft; another draft with this id is not ours to overwrite. */
async function sentTwice(draft: Draft, { drafts }: DraftNeeds): Promise<Result<Draft, SaveRefusal>> {
  const stored = await drafts.get(draft.id);
  if (stored?.kind !== draft.kind || stored.buurtId !== draft.buurtId) return refused('unknown');
  return isDeepStrictEqual(stored.fields, draft.fields) ? ok(stored) : refused('stale');
}

/** Stores a draft for the first time. Nothing typed is refused for what it says; that waits until it is published. */
export const makeCreateDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, typed: FirstSave): Promise<Result<Draft, SaveRefusal>> => {
    if (!mayDraft(actor, typed)) return refused('forbidden');
    if (!UUID.test(typed.id) || !(await fitsSubject(typed, needs.published))) return refused('unknown');
    const fields = cleanFields(typed.kind, typed.fields);
    if (fields === undefined) return refused('too-much');
    const { id, kind, buurtId, subjectId, baseVersion } = typed;
    const draft: Draft = {
      ...{ id, kind, buurtId, subjectId, baseVersion },
      fields: keepPictures(fields, picturesShownIn(await findSubject(typed, needs.published))),
      revision: 1,
      changedAt: needs.now(),
      changedBy: nameOf(actor),
      discardedAt: null,
    };
    if ((await needs.drafts.save(draft)) === 'stale') return sentTwice(draft, needs);
    await needs.record({ actor, action: 'draft.create', object: objectOf(draft), buurtId, result: 'done', note: '' });
    return ok(draft);
  };
