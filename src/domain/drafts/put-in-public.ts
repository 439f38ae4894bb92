import type { Meeting } from '../meetings/index.ts';
import type { UpdateContent } from '../updates/index.ts';
import type { Draft } from './draft.ts';
import type { DraftContent, ReadDraft } from './kinds/index.ts';
import type { DraftNeeds } from './needs.ts';
import { shelfOf } from './shelf-of.ts';
import { shelve, standsThere } from './shelve.ts';
import { shelveSeries } from './shelve-series.ts';

/** What became public: enough to find it again. */
export interface PublishedText {
  readonly kind: Draft['kind'];
  readonly id: string;
  /** Of its own page; null when it stands on the page of the buurt. For progress, of its intervention; for a report, of its meeting. */
  readonly slug: string | null;
  readonly version: number;
  /** Ids of the other meetings that were made in one go with this one, soonest first. */
  readonly also: readonly string[];
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
  return { kind: 'progress', id: draft.id, slug: subject.slug, version: 1, also: [] };
}

/**
 * Tells the residents realm. The text is public already, so what goes wrong here is reported and undoes nothing: the clock
 * compares the two realms and mends it.
 */
async function tell(about: string, meeting: Meeting | undefined, { needs, listener }: Told): Promise<void> {
  try {
    if (meeting !== undefined) await listener(meeting);
  } catch (error) {
    needs.report(`${about} is public, but the sign-ups could not be told`, error);
  }
}

interface Told {
  readonly needs: DraftNeeds;
  readonly listener: (meeting: Meeting) => Promise<unknown>;
}

/** Writes the content of a draft into the published realm. Doing it again, after a crash, changes nothing. */
export async function putInPublic(
  { draft, read: { text, note, occasions } }: Publication,
  needs: DraftNeeds,
): Promise<PublishedText | 'outdated'> {
  if (text.kind === 'progress') return addProgress(draft, text, needs);
  if (text.kind === 'update') await copyPictures(text.content, needs);
  const shelf = shelfOf(text, needs.published, draft.buurtId);
  if (shelf === null) throw new Error(`There is no place for ${text.kind}.`);
  const placed = await shelve(shelf, { draft, content: text.content, note }, needs.now());
  if (placed === 'outdated') return placed;
  const made = { kind: text.kind, id: placed.id, slug: placed.slug ?? null, version: placed.version, also: [] };
  const { meetings } = needs.published;
  if (text.kind === 'report') {
    const meeting = await meetings.get(placed.id);
    await tell('a report', meeting, { needs, listener: needs.onReportPublished });
    return { ...made, slug: meeting?.slug ?? null };
  }
  if (text.kind !== 'meeting') return made;
  const also = await shelveSeries({ draft, content: text.content, occasions }, needs);
  for (const id of [placed.id, ...also]) {
    await tell('a meeting', await meetings.get(id), { needs, listener: needs.onMeetingPublished });
  }
  return { ...made, also };
}

/** Whether somebody else published a version since this draft was begun; exactly this draft, published before a crash, is not else. */
export async function isOutdated({ draft, read: { text, note } }: Publication, needs: DraftNeeds): Promise<boolean> {
  const shelf = shelfOf(text, needs.published, draft.buurtId);
  if (shelf === null) return false;
  const current = await shelf.get(draft.subjectId ?? draft.id);
  if (current === undefined || current.version <= (draft.baseVersion ?? 0)) return false;
  return !(await standsThere(shelf, { draft, content: text.content, note }));
}
