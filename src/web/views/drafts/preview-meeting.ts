import type { Buurt, Outline } from '../../../domain/buurten/index.ts';
import type { CheckedDraft, ContentOf, Occasion } from '../../../domain/drafts/index.ts';
import { valuesOf } from '../../../domain/drafts/index.ts';
import { isDay, type Version, type Versioned } from '../../../domain/kernel/index.ts';
import type { Meeting, MeetingContent, ReportContent } from '../../../domain/meetings/index.ts';
import { machineTime, sayDistance, sayLongDay } from '../../dates.ts';
import type { MessageKey } from '../../translate.ts';
import { meetingArticle, type MeetingArticleView, type MeetingSetting, type SeriesDate } from '../meetings/article.ts';
import { meetingMap, type MeetingMapView } from '../meetings/map.ts';
import { sayHours } from '../meetings/words.ts';
import { momentView, type MomentView } from '../meetings/card.ts';
import { reportView, type ReportArticleView } from '../reports/article.ts';
import type { ViewNeeds } from '../texts.ts';

/** What stands around a meeting in public, besides what the draft itself is checked against. */
export interface MeetingAround {
  /** Of the published meeting; none of a new one. */
  readonly history: readonly Version<MeetingContent>[];
  readonly reportHistory: readonly Version<ReportContent>[];
  /** The published meetings that were announced with it. */
  readonly series: readonly Meeting[];
  readonly outline: Outline | null;
}

export interface MeetingPreview {
  readonly kind: 'meeting';
  readonly view: MeetingArticleView;
  readonly map: MeetingMapView | null;
  /** What came of it; null in the preview of the announcement. */
  readonly report: ReportArticleView | null;
}

interface Given {
  readonly checked: CheckedDraft;
  readonly around: MeetingAround;
  readonly needs: ViewNeeds;
  /** As it will be stored when it is published now. */
  readonly published: Versioned & { readonly buurtId: string; readonly slug: string };
  readonly buurt: Pick<Buurt, 'slug' | 'name'>;
}

const UNKNOWN: Readonly<Record<string, MessageKey>> = {
  'time-skipped': 'drafts.preview.noHour',
  'time-twice': 'drafts.preview.hourTwice',
  'no-such-time': 'drafts.preview.noHour',
  'no-such-day': 'drafts.preview.noDay',
  required: 'drafts.preview.hourOpen',
};

/**
 * What residents cannot be told yet: a day that is not there, an hour that does not exist. Null when both are right. Without
 * this the preview would show the stand-in of which the rest is made.
 */
function unknownMoment({ draft, problems }: CheckedDraft, { t, now }: ViewNeeds): MomentView | null {
  const problem = problems.find(({ field, reason }) => /^(day|begin|end)$/.test(field) && reason in UNKNOWN);
  const words = problem && UNKNOWN[problem.reason];
  if (words === undefined) return null;
  const [day = ''] = valuesOf(draft.fields, 'day');
  const open = t('drafts.preview.noDay');
  if (!isDay(day.trim())) {
    const block = { weekday: '', day: '?', month: '' };
    const none = { distance: t('drafts.preview.chooseDay'), startsAt: '', endsAt: '' };
    return { block, day: open, hours: t('drafts.preview.hourOpen'), ...none };
  }
  const noon = new Date(`${day.trim()}T12:00:00Z`);
  return {
    ...momentView({ startsAt: noon, endsAt: noon }, { t, now }),
    day: sayLongDay(noon),
    hours: t(words),
    distance: sayDistance(noon, now, t),
    startsAt: day.trim(),
    endsAt: day.trim(),
  };
}

/** The other dates that publishing makes; they have no address yet. */
const datesToMake = (occasions: readonly Occasion[], { t }: ViewNeeds): SeriesDate[] =>
  occasions.slice(1).map(({ day, hours }) => ({
    href: null,
    day: sayLongDay(day),
    hours: hours === null ? t('drafts.preview.noHour') : sayHours(hours, t),
    datetime: hours === null ? day : machineTime(hours.startsAt),
    mark: null,
  }));

function settingOf({ checked: { surroundings }, around, buurt }: Given): MeetingSetting {
  return { buurt, themes: surroundings.themes, history: around.history, series: around.series };
}

const mapOf = (content: MeetingContent, { checked: { surroundings }, around, needs }: Given): MeetingMapView | null =>
  surroundings.buurt && around.outline
    ? meetingMap(content, { buurt: surroundings.buurt, outline: around.outline }, needs)
    : null;

/** The announcement as its page will show it: also what it was before, and why that changed. */
export function meetingPreview(content: ContentOf['meeting'], given: Given): MeetingPreview {
  const { checked, around, needs, published } = given;
  const before = checked.surroundings.meeting;
  const taken = before === undefined ? 0 : before.places - before.placesLeft;
  const placesLeft = Math.max(0, content.places - taken);
  const { waiting, reportPromised } = before ?? { waiting: 0, reportPromised: true };
  const made: Meeting = { ...published, ...content, placesLeft, waiting, reportPromised };
  const { version, changedAt } = published;
  const change = { version, at: changedAt, note: checked.note, content };
  const setting = { ...settingOf(given), history: [...around.history, change] };
  const view = meetingArticle(made, setting, needs);
  const moment = unknownMoment(checked, needs);
  const series = checked.occasions.length > 0 ? datesToMake(checked.occasions, needs) : view.series;
  const told = moment === null ? view : { ...view, moment, window: null };
  // A preview has nothing to press: the way to a planner would leave an empty part.
  return { kind: 'meeting', view: { ...told, series, planRoute: null }, map: mapOf(content, given), report: null };
}

/** The page of the meeting with its report in it. Null when the meeting is gone. */
export function reportPreview(content: ContentOf['report'], given: Given): MeetingPreview | null {
  const { checked, around, needs, published, buurt } = given;
  const { meeting, interventions } = checked.surroundings;
  if (meeting === undefined) return null;
  const change = { version: published.version, at: published.changedAt, note: checked.note, content };
  const setting = { buurt, interventions, history: [...around.reportHistory, change] };
  return {
    kind: 'meeting',
    view: meetingArticle(meeting, settingOf(given), needs),
    map: mapOf(meeting, given),
    report: reportView({ ...content, publishedAt: published.publishedAt }, setting, needs),
  };
}
