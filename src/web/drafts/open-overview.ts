import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { NEW_BUURT, type DraftList } from '../../domain/drafts/index.ts';
import { mayOrganise } from '../../domain/kernel/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { justPublished, overviewGroups, type OverviewInput } from '../views/drafts/overview.ts';
import { draftRows, draftTitle } from '../views/drafts/rows.ts';
import { makeTexts } from '../views/texts.ts';

/** So much news and so many past meetings can be worked on from the overview. */
const MOST = 100;
const MOST_PAST = 20;

type Page = Pick<APIContext, 'locals' | 'url' | 'getActionResult'>;

/** What was just done, in words; with where to see it or what to undo. */
export interface OverviewNoticeView {
  readonly words: string;
  readonly href: string | null;
  /** The draft to put back. */
  readonly restore: string | null;
}

/** Where throwing away or putting back leads; null when neither was asked. */
export function answerActs(page: Page): string | null {
  for (const action of [actions.drafts.discard, actions.drafts.restore]) {
    const result = page.getActionResult(action);
    if (result?.error?.code === 'FORBIDDEN') return 'forbidden';
    if (result?.data?.outcome === 'done') return result.data.goTo;
  }
  return null;
}

/** The notice about a draft that was thrown away or put back, by the address. */
function draftNotice(
  { url, locals: { app, t } }: Page,
  { open, discarded }: DraftList,
  meetings: readonly Meeting[] = [],
): OverviewNoticeView | null {
  const of = (name: string, drafts: DraftList['open']) => drafts.find(({ id }) => id === url.searchParams.get(name));
  const gone = of('weggegooid', discarded);
  const back = of('teruggezet', open);
  const title = (draft: DraftList['open'][number]) => draftTitle(draft, { t, now: app.now(), meetings });
  if (gone) return { words: t('drafts.overview.discardedNow', { title: title(gone) }), href: null, restore: gone.id };
  if (back) return { words: t('drafts.overview.restored', { title: title(back) }), href: null, restore: null };
  return null;
}

/** What is public now, with how many meetings were made in one go. */
function sayPublished({ url, locals: { t } }: Page, title: string): string {
  const together = url.searchParams.get('samen') ?? '';
  if (!/^\d{1,2}$/.test(together)) return t('drafts.published.text', { title });
  return t('drafts.published.series', { title, n: Number(together) });
}

/** Everything that the overview of a buurt shows. The list of drafts asks whether this person may. */
export async function openOverview(page: Page, slug: string) {
  const { app, actor, t } = page.locals;
  const buurt = await app.buurten.find(slug);
  if (!buurt) return 'unknown';
  const drafts = await app.drafts.list(actor, buurt.id);
  if (!drafts.ok) return 'forbidden';
  const [themes, interventions, updates, responses, upcoming, past, reports] = await Promise.all([
    app.themes.list(buurt.id),
    app.interventions.list(buurt.id),
    app.updates.list(buurt.id, MOST),
    app.responses.list(buurt.id),
    app.meetings.listUpcoming(buurt.id),
    app.meetings.listPast(MOST_PAST, buurt.id),
    app.meetings.listReports(buurt.id),
  ]);
  const input: OverviewInput = {
    ...{ buurt, themes, interventions, updates, responses, upcoming, past },
    standing: app.interventions.standing,
    reported: new Set(reports.map(({ id }) => id)),
    reportDrafts: drafts.value.open.filter(({ kind }) => kind === 'report'),
    reportWithinDays: app.site.reportWithinDays,
    mayOrganise: mayOrganise(actor, buurt.id),
  };
  const needs = { t, texts: makeTexts(t), now: app.now() };
  const made = justPublished(page.url.searchParams.get('gepubliceerd'), input, needs);
  return {
    buurt,
    mayOrganise: input.mayOrganise,
    drafts: draftRows(drafts.value, { ...needs, meetings: past }),
    groups: overviewGroups(input, needs),
    notice: made
      ? { words: sayPublished(page, made.title), href: made.href, restore: null }
      : draftNotice(page, drafts.value, past),
  };
}

/** The buurten that are being prepared: only administrators see them. */
export async function openNewBuurten(page: Page) {
  const { app, actor, t } = page.locals;
  const drafts = await app.drafts.list(actor, NEW_BUURT);
  if (!drafts.ok) return 'forbidden';
  return { drafts: draftRows(drafts.value, { t, now: app.now() }), notice: draftNotice(page, drafts.value) };
}
