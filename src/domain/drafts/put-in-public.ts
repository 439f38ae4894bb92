import type { UpdateContent } from '../updates/index.ts';
import type { Draft } from './draft.ts';
import type { DraftContent, ReadDraft } from './kinds/index.ts';
import type { DraftNeeds } from './needs.ts';
import { shelfOf } from './shelf-of.ts';
import { shelve, standsThere } from './shelve.ts';

/** What became public: enough to find it again. */
export interface PublishedText {
  readonly kind: Draft['kind'];
  readonly id: string;
  /** Of its own page; null when it stands on the page of the buurt. For progress, of its intervention. */
  readonly slug: string | null;
  readonly version: number;
}

interface Publication {
  readonly draft: Draft;
  readonly read: ReadDraft;
}

/** The pictures first: a public text must never show a hole. Until the text is there nobody knows their addresses. */
async function copyPictures({ pictures }: UpdateContent, { draftPictures, published }: DraftNeeds): Promise<void> {
  for (const { pictureId } of pictures) {
    if ((await published.pictures.sizes([pictureId])).length > 0) continue;
    const picture = await draftPictures.find(pictureId);
    if (picture === undefined) throw new Error(`The picture ${pictureId} of a draft is in no store.`);
    await published.pictures.add(picture);
  }
}

async function addProgress(
  draft: Draft,
  { content }: Extract<DraftContent, { kind: 'progress' }>,
  { published, now }: DraftNeeds,
): Promise<PublishedText | 'outdated'> {
  const subject = draft.subjectId === null ? undefined : await published.interventions.get(draft.subjectId);
  if (subject === undefined) return 'outdated';
  await published.interventions.addProgress({ ...content, id: draft.id, interventionId: subject.id, at: now() });
  return { kind: 'progress', id: draft.id, slug: subject.slug, version: 1 };
}

/** Writes the content of a draft into the published realm. Doing it again, after a crash, changes nothing. */
export async function putInPublic(
  { draft, read: { text, note } }: Publication,
  needs: DraftNeeds,
): Promise<PublishedText | 'outdated'> {
  if (text.kind === 'progress') return addProgress(draft, text, needs);
  if (text.kind === 'update') await copyPictures(text.content, needs);
  const shelf = shelfOf(text, needs.published, draft.buurtId);
  if (shelf === null) throw new Error(`There is no place for ${text.kind}.`);
  const placed = await shelve(shelf, { draft, content: text.content, note }, needs.now());
  if (placed === 'outdated') return placed;
  if (text.kind === 'meeting') {
    const meeting = await needs.published.meetings.get(placed.id);
    if (meeting !== undefined) await needs.onMeetingPublished(meeting);
  }
  return { kind: text.kind, id: placed.id, slug: placed.slug ?? null, version: placed.version };
}

/** Whether somebody else published a version since this draft was begun; exactly this draft, published before a crash, is not else. */
export async function isOutdated({ draft, read: { text, note } }: Publication, needs: DraftNeeds): Promise<boolean> {
  const shelf = shelfOf(text, needs.published, draft.buurtId);
  if (shelf === null) return false;
  const current = await shelf.get(draft.subjectId ?? draft.id);
  if (current === undefined || current.version <= (draft.baseVersion ?? 0)) return false;
  return !(await standsThere(shelf, { draft, content: text.content, note }));
}
