import { isDeepStrictEqual } from 'node:util';
import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { cleanFields } from './clean-fields.ts';
import type { Draft, DraftFields } from './draft.ts';
import { keepPictures, picturesOf } from './keep-pictures.ts';
import { mayDraft, nameOf, objectOf, titleOf, type DraftNeeds } from './needs.ts';

export interface NextSave {
  readonly fields: DraftFields;
  /** The revision that the person had before them. */
  readonly revision: number;
}

export type SaveRefusal = 'forbidden' | 'gone' | 'unknown' | 'stale' | 'too-much';

/** Stores what was typed over what the person had before them; `stale` when somebody else saved in the meantime. */
export const makeSaveDraft =
  (needs: DraftNeeds) =>
  async (actor: Actor, id: string, { fields, revision }: NextSave): Promise<Result<Draft, SaveRefusal>> => {
    const stored = await needs.drafts.get(id);
    if (stored === undefined) return refused('gone');
    if (!mayDraft(actor, stored)) return refused('forbidden');
    if (stored.discardedAt !== null) return refused('gone');
    const cleaned = cleanFields(stored.kind, fields);
    if (cleaned === undefined) return refused('too-much');
    const kept = keepPictures(cleaned, picturesOf(stored.fields));
    if (isDeepStrictEqual(kept, stored.fields)) return ok(stored);
    if (stored.revision !== revision) return refused('stale');
    const draft: Draft = {
      ...stored,
      fields: kept,
      revision: revision + 1,
      changedAt: needs.now(),
      changedBy: nameOf(actor),
    };
    if ((await needs.drafts.save(draft)) === 'stale') return refused('stale');
    const still = picturesOf(kept);
    await needs.draftPictures.remove(picturesOf(stored.fields).filter((picture) => !still.includes(picture)));
    const { buurtId } = draft;
    await needs.record({ actor, action: 'draft.save', object: objectOf(draft), buurtId, note: titleOf(draft) });
    return ok(draft);
  };
