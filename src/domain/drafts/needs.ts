import type { AreaStore, BuurtStore } from '../buurten/index.ts';
import type { InterventionStore } from '../interventions/index.ts';
import { mayEdit, mayOrganise, type Actor, type NewId, type Now, type RecordDeed } from '../kernel/index.ts';
import type { Meeting, MeetingStore, ReportStore } from '../meetings/index.ts';
import type { PictureStore } from '../pictures/index.ts';
import type { ResponseStore } from '../responses/index.ts';
import type { ThemeStore } from '../themes/index.ts';
import type { UpdateStore } from '../updates/index.ts';
import { valuesOf, type Draft, type DraftKind, type DraftStore } from './draft.ts';

/** The published texts. This module is the door *publish*: the only one that writes them. */
export interface PublishedStores {
  readonly areas: AreaStore;
  readonly buurten: BuurtStore;
  readonly themes: ThemeStore;
  readonly interventions: InterventionStore;
  readonly updates: UpdateStore;
  readonly responses: ResponseStore;
  readonly meetings: MeetingStore;
  readonly reports: ReportStore;
  readonly pictures: PictureStore;
}

export interface DraftNeeds {
  readonly drafts: DraftStore;
  /** In the professionals realm: pictures of drafts. */
  readonly draftPictures: PictureStore;
  readonly published: PublishedStores;
  readonly record: RecordDeed;
  /** Told after each publication of a meeting: its number of places may have changed. Told twice after a crash. */
  readonly onMeetingPublished: (meeting: Meeting) => Promise<unknown>;
  /** Told after each publication of a report: participants who asked get it by mail. Told twice after a crash. */
  readonly onReportPublished: (meeting: Meeting) => Promise<unknown>;
  /** Tells the log of something that is public, but was not told on: the clock mends that. */
  readonly report: (problem: string, error: unknown) => void;
  readonly now: Now;
  readonly newId: NewId;
}

/** The buurt of a draft for a buurt that does not exist yet: nobody organises it, so only administrators may write it. */
export const NEW_BUURT = 'new';

/** Texts of a buurt are for its organisers and administrators; meetings and their reports for its organisers alone. */
export const mayDraft = (actor: Actor, { kind, buurtId }: { kind: DraftKind; buurtId: string }): boolean =>
  kind === 'meeting' || kind === 'report' ? mayOrganise(actor, buurtId) : mayEdit(actor, buurtId);

/** Who did it, as colleagues read it; never shown to residents. */
export const nameOf = (actor: Actor): string => (actor.kind === 'visitor' ? '' : actor.name);

/** How an audit line names what a draft is about. */
export const objectOf = ({ kind, subjectId, id }: Pick<Draft, 'kind' | 'subjectId' | 'id'>): string =>
  `${kind}:${subjectId ?? id}`;

/** The name of the text, as far as it was typed. */
export const titleOf = ({ fields }: Pick<Draft, 'fields'>): string => {
  const [title = ''] = [...valuesOf(fields, 'title'), ...valuesOf(fields, 'name')];
  return title.trim();
};
