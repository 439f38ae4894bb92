import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import { preparePicture, type PictureRefusal } from '../pictures/index.ts';
import { valuesOf, type Draft } from './draft.ts';
import { picturesOf } from './keep-pictures.ts';
import { MAX_PICTURES } from './kinds/update.ts';
import { mayDraft, nameOf, objectOf, titleOf, type DraftNeeds } from './needs.ts';

/** Somebody may save the text while the picture is being made small: then the picture is added to what they saved. */
const TRIES = 5;

type Refusal = 'forbidden' | 'gone' | 'stale' | 'too-many-pictures' | PictureRefusal;

/** Adds a picture to a draft, made safe first. When it is refused, the draft stays as it was. */
export const makeAddPicture =
  (needs: DraftNeeds) =>
  async (actor: Actor, id: string, file: Uint8Array): Promise<Result<Draft, Refusal>> => {
    const before = await needs.drafts.get(id);
    if (before === undefined || before.discardedAt !== null) return refused('gone');
    if (!mayDraft(actor, before)) return refused('forbidden');
    if (picturesOf(before.fields).length >= MAX_PICTURES) return refused('too-many-pictures');
    const made = await preparePicture(file);
    if (!made.ok) return made;
    const picture = { id: needs.newId(), files: made.value };
    await needs.draftPictures.add(picture);
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const stored = await needs.drafts.get(id);
      if (stored === undefined) return refused('gone');
      const draft: Draft = {
        ...stored,
        fields: withPicture(stored.fields, picture.id),
        revision: stored.revision + 1,
        changedAt: needs.now(),
        changedBy: nameOf(actor),
      };
      if ((await needs.drafts.save(draft)) === 'stale') continue;
      const { buurtId } = draft;
      await needs.record({ actor, action: 'draft.picture', object: objectOf(draft), buurtId, note: titleOf(draft) });
      return ok(draft);
    }
    return refused('stale');
  };

function withPicture(fields: Draft['fields'], id: string): Draft['fields'] {
  const pictures = picturesOf(fields);
  const alts = valuesOf(fields, 'alts');
  return {
    ...fields,
    pictures: [...pictures, id],
    alts: [...pictures.map((_, index) => alts[index] ?? ''), ''],
  };
}
