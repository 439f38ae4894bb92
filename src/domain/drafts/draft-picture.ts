import { ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { PictureFile, PictureSize } from '../pictures/index.ts';
import { picturesOf } from './keep-pictures.ts';
import { mayDraft, type DraftNeeds } from './needs.ts';

export interface PictureWanted {
  readonly draftId: string;
  readonly pictureId: string;
  readonly width: number;
}

/** One picture of a draft, only for who may write that draft; it may be public already, when the draft changes a public text. */
export const makeFindDraftPicture =
  ({ drafts, draftPictures, published }: DraftNeeds) =>
  async (
    actor: Actor,
    { draftId, pictureId, width }: PictureWanted,
  ): Promise<Result<PictureFile, 'forbidden' | 'gone'>> => {
    const draft = await drafts.get(draftId);
    if (draft === undefined || !picturesOf(draft.fields).includes(pictureId)) return refused('gone');
    if (!mayDraft(actor, draft)) return refused('forbidden');
    const file = (await draftPictures.file(pictureId, width)) ?? (await published.pictures.file(pictureId, width));
    return file === undefined ? refused('gone') : ok(file);
  };

/** The sizes of the pictures of a draft, in their order; the caller has the draft, so may see them. */
export const makeDraftPictureSizes =
  ({ draftPictures, published }: DraftNeeds) =>
  async (ids: readonly string[]): Promise<PictureSize[]> => {
    const sizes = [...(await draftPictures.sizes(ids)), ...(await published.pictures.sizes(ids))];
    return ids.flatMap((id) => sizes.find((size) => size.id === id) ?? []);
  };
