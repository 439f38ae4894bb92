import type { Buurt } from '../../../domain/buurten/index.ts';
import { reportStanding, type Meeting } from '../../../domain/meetings/index.ts';
import { meetingArticle, type MeetingArticleView } from './article.ts';
import { asScriptData, eventOf } from './event.ts';
import { meetingMap, type MeetingMapView } from './map.ts';
import { standingView, type StandingView } from '../reports/outcomes.ts';
import { reportView, type ReportArticleView } from '../reports/article.ts';
import type { ViewNeeds } from '../texts.ts';

type Sources = Pick<App.Locals['app'], 'meetings' | 'buurten' | 'themes' | 'interventions' | 'site'>;

export interface MeetingPlace {
  readonly meeting: Meeting;
  readonly buurt: Buurt;
}

/** The page of a meeting, before and after it. */
export interface MeetingPageView {
  readonly article: MeetingArticleView;
  readonly map: MeetingMapView | null;
  /** Null while there is none; `awaited` then says when it comes. */
  readonly report: ReportArticleView | null;
  readonly awaited: StandingView | null;
  /** schema.org, ready to stand between script tags. */
  readonly data: string;
}

/** A meeting with its buurt, by its address; undefined when there is none. */
export async function meetingAt(
  app: Pick<App.Locals['app'], 'meetings' | 'buurten'>,
  slug: string | undefined,
): Promise<MeetingPlace | undefined> {
  const meeting = slug === undefined ? undefined : await app.meetings.find(slug);
  const buurt = meeting && (await app.buurten.get(meeting.buurtId));
  return meeting && buurt ? { meeting, buurt } : undefined;
}

/** What became of the meeting, or when we will know. */
async function reportOf(app: Sources, { meeting, buurt }: MeetingPlace, needs: ViewNeeds) {
  const withinDays = app.site.reportWithinDays;
  const report = await app.meetings.report(meeting.id);
  const standing = reportStanding(meeting, { published: report !== undefined, withinDays, now: needs.now });
  const awaited = standingView(standing, needs.t);
  if (report === undefined) return { report: null, awaited };
  const [interventions, history] = await Promise.all([
    app.interventions.list(buurt.id),
    app.meetings.reportHistory(meeting.id),
  ]);
  return { report: reportView(report, { buurt, interventions, history }, needs), awaited };
}

/** Everything on the page of a meeting. */
export async function meetingPage(app: Sources, place: MeetingPlace, needs: ViewNeeds): Promise<MeetingPageView> {
  const { meeting, buurt } = place;
  const [themes, history, series, outline, came] = await Promise.all([
    app.themes.list(buurt.id),
    app.meetings.history(meeting.id),
    meeting.series === null ? [] : app.meetings.listSeries(meeting.series),
    app.buurten.outline(buurt),
    reportOf(app, place, needs),
  ]);
  return {
    article: meetingArticle(meeting, { buurt, themes, history, series }, needs),
    map: meetingMap(meeting, { buurt, outline }, needs),
    ...came,
    data: asScriptData(eventOf(meeting, { origin: app.site.baseUrl, history, now: needs.now })),
  };
}
