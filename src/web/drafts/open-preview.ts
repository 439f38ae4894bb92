import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { picturesOf, type CheckedDraft } from '../../domain/drafts/index.ts';
import { sayLongDay } from '../dates.ts';
import { editorTitle } from '../views/drafts/editor.ts';
import { draftState } from '../forms/drafts/state.ts';
import { placeOf } from '../views/drafts/page.ts';
import type { MeetingAround } from '../views/drafts/preview-meeting.ts';
import { previewView } from '../views/drafts/preview.ts';
import { makeTexts } from '../views/texts.ts';

type Page = Pick<APIContext, 'locals' | 'getActionResult'>;

/** Figures and the outline, for the kinds that show them. */
async function around(page: Page, { text, surroundings }: CheckedDraft) {
  const { app } = page.locals;
  const { buurt } = surroundings;
  if (text.kind === 'theme' && buurt)
    return { rows: await app.figures.some(buurt, text.content.indicators), shape: [] };
  if (text.kind !== 'buurt' || text.content.areaCodes.length === 0) return { rows: [], shape: [] };
  const [rows, outline] = await Promise.all([app.figures.key(text.content), app.buurten.outline(text.content)]);
  return { rows, shape: outline.shape };
}

/** What is public already around a meeting: what it was, its report, those that were announced with it. */
async function aroundMeeting({ locals: { app } }: Page, { draft, surroundings }: CheckedDraft): Promise<MeetingAround> {
  const { meeting, buurt } = surroundings;
  const isOfMeeting = draft.kind === 'meeting' || draft.kind === 'report';
  const [history, reportHistory, series, outline] = await Promise.all([
    meeting === undefined ? [] : app.meetings.history(meeting.id),
    draft.kind === 'report' && meeting !== undefined ? app.meetings.reportHistory(meeting.id) : [],
    meeting?.series ? app.meetings.listSeries(meeting.series) : [],
    isOfMeeting && buurt ? app.buurten.outline(buurt) : null,
  ]);
  return { history, reportHistory, series, outline };
}

/** Where publishing led to; null when it was not asked, or could not be. */
export function answerPublish(page: Page): string | null {
  const data = page.getActionResult(actions.drafts.publish)?.data;
  return data?.outcome === 'done' ? data.goTo : null;
}

/** Everything that the preview of a draft shows, also after publishing could not be. */
export async function openPreview(page: Page, id: string) {
  const { app, actor, t } = page.locals;
  const result = page.getActionResult(actions.drafts.publish);
  if (result?.error?.code === 'FORBIDDEN') return 'forbidden';
  const found = await app.drafts.check(actor, id);
  if (!found.ok) return found.reason;
  const checked = found.value;
  if (checked.draft.discardedAt !== null) return 'gone';
  const [pictures, aroundIt] = await Promise.all([
    app.drafts.pictureSizes(picturesOf(checked.draft.fields)),
    aroundMeeting(page, checked),
  ]);
  const texts = makeTexts(t);
  const needs = { t, texts, now: app.now() };
  const view = previewView(checked, { standing: app.interventions.standing, pictures, around: aroundIt }, needs);
  if (view === null) return 'gone';
  const { draft, problems } = checked;
  return {
    checked,
    view,
    texts,
    state: draftState({ kind: draft.kind, fields: draft.fields, problems, t }),
    title: editorTitle(checked, { t }),
    place: placeOf(checked.surroundings.buurt, t),
    dates: checked.occasions.map(({ day }) => sayLongDay(day)),
    changed: result?.data?.outcome === 'stale',
    ...(await around(page, checked)),
  };
}
