import type { Intervention } from '../../../domain/interventions/index.ts';
import type { Decision, Response, SignalCount } from '../../../domain/responses/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import { isMessageKey } from '../../translate.ts';
import type { Link } from '../link.ts';
import type { ViewNeeds } from '../texts.ts';

/** What we heard, and what we do with it. */
export interface HeardView {
  readonly id: string;
  /** "Op de bijeenkomst van 3 maart 2027 hoorden we" */
  readonly from: string;
  readonly heard: string;
  readonly decision: Decision;
  readonly decided: string;
  readonly answer: string;
  readonly about: readonly Link[];
}

/** Released counts of one theme, or of the signals without one. */
export interface CountsView {
  readonly title: string;
  readonly href: string | null;
  /** "12 verhalen", "6 keer een gevoel bij een plek" */
  readonly counts: readonly string[];
}

export interface HeardSetting {
  readonly buurt: { readonly slug: string };
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title'>[];
  readonly interventions: readonly Pick<Intervention, 'id' | 'slug' | 'title'>[];
}

/** What we heard, with links to the promise and the theme that it is about, as far as the setting knows them. */
export function heardEntry(
  response: Response,
  { buurt, themes, interventions }: HeardSetting,
  { t, texts }: ViewNeeds,
): HeardView {
  const promise = interventions.find(({ id }) => id === response.interventionId);
  const theme = themes.find(({ id }) => id === response.themeId);
  return {
    id: `gehoord-${response.id}`,
    from: t(`buurten.heard.${response.heardFrom}`, { day: sayDay(response.heardOn) }),
    heard: texts.line(response.heard),
    decision: response.decision,
    decided: t(`buurten.decision.${response.decision}`),
    answer: texts.line(response.answer),
    about: [
      ...(promise ? [{ href: routes.intervention(buurt.slug, promise.slug), label: promise.title }] : []),
      ...(theme
        ? [{ href: routes.theme(buurt.slug, theme.slug), label: t('buurten.about.theme', { title: theme.title }) }]
        : []),
    ],
  };
}

function sayCount({ kind, count }: SignalCount, { t }: ViewNeeds): string {
  const key = `buurten.count.${kind}`;
  // A kind that a newer version counts still is a signal.
  return isMessageKey(key) ? t(key, { n: count }) : t('buurten.count', { n: count });
}

/** Released counts by theme, the largest first; those without a theme last. */
export function countsByTheme(counts: readonly SignalCount[], setting: HeardSetting, needs: ViewNeeds): CountsView[] {
  const ofTheme = (themeId: string | null) =>
    counts
      .filter((count) => count.themeId === themeId)
      .toSorted((a, b) => b.count - a.count)
      .map((count) => sayCount(count, needs));
  const known = setting.themes.map(({ id, slug, title }) => ({
    title,
    href: routes.theme(setting.buurt.slug, slug),
    counts: ofTheme(id),
  }));
  const other = { title: needs.t('buurten.counts.other'), href: null, counts: ofTheme(null) };
  return [...known, other].filter((group) => group.counts.length > 0);
}

/** "Vrijgegeven op 3 maart 2027"; null when nothing was released. */
export const releasedOn = (counts: readonly SignalCount[], { t }: ViewNeeds): string | null => {
  const newest = counts
    .map(({ releasedOn: day }) => day)
    .toSorted()
    .at(-1);
  return newest === undefined ? null : t('buurten.counts.released', { day: sayDay(newest) });
};
