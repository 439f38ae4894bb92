import type { Buurt } from '../../../domain/buurten/index.ts';
import type { CheckedDraft, ContentOf, DraftContent } from '../../../domain/drafts/index.ts';
import type { Intervention, Standing } from '../../../domain/interventions/index.ts';
import type { Versioned } from '../../../domain/kernel/index.ts';
import type { PictureSize } from '../../../domain/pictures/index.ts';
import { routes } from '../../routes.ts';
import { buurtPage, type BuurtPageView } from '../buurten/page.ts';
import { meetingPreview, reportPreview, type MeetingAround, type MeetingPreview } from './preview-meeting.ts';
import { heardEntry, type HeardView } from '../themes/heard.ts';
import { interventionView, type InterventionView } from '../interventions/article.ts';
import type { ViewNeeds } from '../texts.ts';
import { themeView, type ThemeView } from '../themes/article.ts';
import { timelineEntry, type TimelineView } from '../interventions/timeline.ts';

/** What residents will see, as the view of the public component that shows it. */
export type PreviewView =
  | { readonly kind: 'buurt'; readonly buurt: Buurt; readonly view: BuurtPageView }
  | { readonly kind: 'theme'; readonly view: ThemeView; readonly indicators: readonly string[] }
  | { readonly kind: 'intervention'; readonly view: InterventionView }
  | { readonly kind: 'update'; readonly view: TimelineView }
  | { readonly kind: 'response'; readonly view: HeardView }
  | MeetingPreview;

export interface PreviewSetting {
  readonly standing: (intervention: Intervention) => Standing;
  readonly pictures: readonly PictureSize[];
  readonly around: MeetingAround;
}

interface Given extends PreviewSetting {
  readonly checked: CheckedDraft;
  readonly needs: ViewNeeds;
}

/** An address that leads nowhere yet. */
const NO_SLUG = 'nog-niet-openbaar';

/** As it will be stored when it is published now. */
function published({
  checked: { draft, subject },
  needs: { now },
}: Given): Versioned & { buurtId: string; slug: string } {
  const isNew = subject?.text == null;
  return {
    id: draft.subjectId ?? draft.id,
    version: isNew ? 1 : subject.version + 1,
    publishedAt: isNew ? now : subject.publishedAt,
    changedAt: now,
    buurtId: draft.buurtId,
    slug: subject?.slug ?? NO_SLUG,
  };
}

const buurtOf = ({ checked }: Given) => checked.surroundings.buurt ?? { slug: NO_SLUG, name: '' };

const meetingGiven = (given: Given) => ({
  checked: given.checked,
  around: given.around,
  needs: given.needs,
  published: published(given),
  buurt: buurtOf(given),
});

function buurt(content: ContentOf['buurt'], given: Given): PreviewView {
  const { checked, standing, needs } = given;
  const { themes, interventions } = checked.surroundings;
  const made: Buurt = { ...published(given), ...content };
  const none = { updates: [], pictures: [], responses: [] };
  const view = buurtPage({ buurt: made, themes, interventions, standing, ...none }, needs);
  return { kind: 'buurt', buurt: made, view };
}

function intervention(made: Intervention, given: Given): PreviewView {
  const { checked, standing, needs } = given;
  const { themes } = checked.surroundings;
  const input = { buurt: buurtOf(given), intervention: made, standing: standing(made), themes, changes: [] };
  return { kind: 'intervention', view: interventionView(input, needs) };
}

/** A report stands on top of those before it, on the page of its intervention. */
function progress(content: ContentOf['progress'], given: Given): PreviewView | null {
  const { checked, needs } = given;
  const [subject] = checked.surroundings.interventions;
  if (subject === undefined) return null;
  const report = { ...content, id: checked.draft.id, interventionId: subject.id, at: needs.now };
  return intervention({ ...subject, progress: [report, ...subject.progress] }, given);
}

function update(content: ContentOf['update'], given: Given): PreviewView {
  const { checked, pictures, needs } = given;
  const { themes, interventions } = checked.surroundings;
  const pictureAddress = (id: string, width: number) => routes.draftPicture(checked.draft.id, id, width);
  const setting = { buurt: buurtOf(given), themes, interventions, pictures, pictureAddress };
  return { kind: 'update', view: timelineEntry({ ...published(given), ...content }, setting, needs) };
}

function response(content: ContentOf['response'], given: Given): PreviewView {
  const { themes, interventions } = given.checked.surroundings;
  const setting = { buurt: buurtOf(given), themes, interventions };
  return { kind: 'response', view: heardEntry({ ...published(given), ...content }, setting, given.needs) };
}

function ofText(text: DraftContent, given: Given): PreviewView | null {
  const { needs, checked } = given;
  switch (text.kind) {
    case 'buurt':
      return buurt(text.content, given);
    case 'theme':
      return { kind: 'theme', view: themeView(text.content, needs), indicators: text.content.indicators };
    case 'intervention': {
      const before = checked.surroundings.interventions.find(({ id }) => id === checked.draft.subjectId);
      return intervention({ ...published(given), ...text.content, progress: before?.progress ?? [] }, given);
    }
    case 'progress':
      return progress(text.content, given);
    case 'update':
      return update(text.content, given);
    case 'response':
      return response(text.content, given);
    case 'meeting':
      return meetingPreview(text.content, meetingGiven(given));
    case 'report':
      return reportPreview(text.content, meetingGiven(given));
  }
}

/** Exactly what the public page would show of this draft, with what is missing left empty. Null when its subject is gone. */
export const previewView = (checked: CheckedDraft, setting: PreviewSetting, needs: ViewNeeds): PreviewView | null =>
  ofText(checked.text, { checked, needs, ...setting });

/** Whether it will stand on the page of its buurt, rather than on a page of its own. */
export const standsOnBuurtPage = ({ kind }: PreviewView): boolean => kind === 'update' || kind === 'response';
