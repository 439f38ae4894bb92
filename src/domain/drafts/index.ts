import { makeAddPicture } from './add-picture.ts';
import { makeBeginDraft } from './begin-draft.ts';
import { makeCheckDraft, checkDraft } from './check-draft.ts';
import { makeCreateDraft } from './create-draft.ts';
import { makeSetDiscarded } from './discard-draft.ts';
import type { Draft } from './draft.ts';
import { makeDraftPictureSizes, makeFindDraftPicture } from './draft-picture.ts';
import { makeGetDraft } from './get-draft.ts';
import { makeListDrafts } from './list-drafts.ts';
import type { DraftNeeds } from './needs.ts';
import { makePublishDraft } from './publish-draft.ts';
import { makeRebaseDraft } from './rebase-draft.ts';
import { makeSaveDraft } from './save-draft.ts';

export * from './draft.ts';
export * from './problem.ts';
export {
  changesSomething,
  fieldNames,
  writeFields,
  type ContentOf,
  type DraftContent,
  type ReadDraft,
} from './kinds/index.ts';
export { LANGUAGES, TRANSLATION_LANGUAGES } from './kinds/meeting.ts';
export type { Occasion } from './kinds/series.ts';
export { MAX_PICTURES } from './kinds/update.ts';
export type { ProgressContent } from './kinds/progress.ts';
export type { Surroundings } from './kinds/kind.ts';
export type { CheckedDraft } from './check-draft.ts';
export type { DraftList } from './list-drafts.ts';
export type { FirstSave } from './create-draft.ts';
export type { BeginRefusal, NewDraft, WantedDraft } from './begin-draft.ts';
export type { NextSave, SaveRefusal } from './save-draft.ts';
export type { PublishRefusal } from './publish-draft.ts';
export type { PublishedText } from './put-in-public.ts';
export type { Subject } from './find-subject.ts';
export { KEEP_DISCARDED_DAYS } from './list-drafts.ts';
export { NEW_BUURT, titleOf, type DraftNeeds } from './needs.ts';
export { picturesOf } from './keep-pictures.ts';
export { writePoint } from './field-reader.ts';

/** Texts in the making, and the door by which they become public. Each verb asks itself whether the actor may. */
export interface Drafts {
  /** A draft to type in; nothing is stored until `create`. */
  begin: ReturnType<typeof makeBeginDraft>;
  create: ReturnType<typeof makeCreateDraft>;
  save: ReturnType<typeof makeSaveDraft>;
  get: ReturnType<typeof makeGetDraft>;
  list: ReturnType<typeof makeListDrafts>;
  /** What it would become and what is still wrong with it. */
  check: ReturnType<typeof makeCheckDraft>;
  /** The same for a draft in hand, stored or not. It reads published texts only. */
  inspect(draft: Draft): ReturnType<typeof checkDraft>;
  discard: ReturnType<typeof makeSetDiscarded>;
  restore: ReturnType<typeof makeSetDiscarded>;
  rebase: ReturnType<typeof makeRebaseDraft>;
  publish: ReturnType<typeof makePublishDraft>;
  addPicture: ReturnType<typeof makeAddPicture>;
  picture: ReturnType<typeof makeFindDraftPicture>;
  pictureSizes: ReturnType<typeof makeDraftPictureSizes>;
}

export const makeDrafts = (needs: DraftNeeds): Drafts => ({
  begin: makeBeginDraft(needs),
  create: makeCreateDraft(needs),
  save: makeSaveDraft(needs),
  get: makeGetDraft(needs),
  list: makeListDrafts(needs),
  check: makeCheckDraft(needs),
  inspect: (draft) => checkDraft(draft, needs),
  discard: makeSetDiscarded(needs, 'discard'),
  restore: makeSetDiscarded(needs, 'restore'),
  rebase: makeRebaseDraft(needs),
  publish: makePublishDraft(needs),
  addPicture: makeAddPicture(needs),
  picture: makeFindDraftPicture(needs),
  pictureSizes: makeDraftPictureSizes(needs),
});
