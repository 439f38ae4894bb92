import type { Buurt } from '../../../domain/buurten/index.ts';
import type { Intervention, Standing } from '../../../domain/interventions/index.ts';
import type { PictureSize } from '../../../domain/pictures/index.ts';
import type { Response } from '../../../domain/responses/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import type { Update } from '../../../domain/updates/index.ts';
import { buurtHead, type BuurtHeadView } from './head.ts';
import { heardEntry, type HeardView } from '../themes/heard.ts';
import type { ViewNeeds } from '../texts.ts';
import { promisesByTheme, type PromisesByTheme } from '../themes/article.ts';
import { timelineEntry, type TimelineView } from '../interventions/timeline.ts';
import { warningsOf } from '../warnings.ts';

/** How much stands open on the page; the rest is one press away. */
const RECENT = { heard: 3, news: 4 };
/** How much news the page holds at most. */
export const MOST_NEWS = 30;

export interface BuurtPageInput {
  readonly buurt: Buurt;
  readonly themes: readonly Theme[];
  readonly interventions: readonly Intervention[];
  readonly standing: (intervention: Intervention) => Standing;
  readonly updates: readonly Update[];
  readonly pictures: readonly PictureSize[];
  readonly responses: readonly Response[];
}

export interface BuurtPageView {
  readonly head: BuurtHeadView;
  readonly promises: PromisesByTheme;
  /** In a sentence each: how many are late, how many silent; or that all is on time. Empty while nothing is promised. */
  readonly warnings: readonly string[];
  readonly heard: { readonly recent: readonly HeardView[]; readonly older: readonly HeardView[] };
  readonly news: { readonly recent: readonly TimelineView[]; readonly older: readonly TimelineView[] };
  /** Who leads comes first. */
  readonly organisations: Buurt['organisations'];
  readonly contact: Buurt['contact'];
}

const split = <Item>(items: readonly Item[], first: number) => ({
  recent: items.slice(0, first),
  older: items.slice(first),
});

/** Everything on the page of a buurt, apart from its figures, meetings, counts and outline, which have components of their own. */
export function buurtPage(input: BuurtPageInput, needs: ViewNeeds): BuurtPageView {
  const { buurt, themes, interventions, updates, responses } = input;
  const promises = interventions.map((intervention) => ({
    buurt,
    intervention,
    standing: input.standing(intervention),
  }));
  return {
    head: buurtHead(buurt, needs),
    promises: promisesByTheme(buurt, themes, { promises, needs }),
    warnings: warningsOf(
      promises.map(({ standing }) => standing),
      needs.t,
    ),
    heard: split(
      responses.map((response) => heardEntry(response, input, needs)),
      RECENT.heard,
    ),
    news: split(
      updates.map((update) => timelineEntry(update, input, needs)),
      RECENT.news,
    ),
    organisations: buurt.organisations.toSorted((a, b) => Number(b.leads) - Number(a.leads)),
    contact: buurt.contact,
  };
}
