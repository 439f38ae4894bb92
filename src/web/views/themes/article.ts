import type { Theme, ThemeContent, ThemePhase } from '../../../domain/themes/index.ts';
import { THEME_PHASES } from '../../../domain/themes/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import { inOrder, promiseView, type PromiseInput, type PromiseView } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

/** Where a theme is, in words. */
export interface PhaseView {
  readonly words: string;
  readonly explained: string;
  readonly number: number;
  readonly total: number;
}

/** What is being done stands before what is still being thought about. */
const URGENCY: readonly ThemePhase[] = ['work', 'evaluation', 'delimiting', 'start'];

const phaseView = ({ phase }: Pick<ThemeContent, 'phase'>, { t }: ViewNeeds): PhaseView => ({
  words: t(`buurten.phase.${phase}`),
  explained: t(`buurten.phase.${phase}.explained`),
  number: THEME_PHASES.indexOf(phase) + 1,
  total: THEME_PHASES.length,
});

/** A theme on the buurt page: what must be different, and who promised what for it. */
export interface ThemeGroupView {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly summary: string;
  readonly outcome: string;
  readonly phase: PhaseView;
  readonly promises: readonly PromiseView[];
  /** What to say while there are none. */
  readonly none: string;
}

/** Promises by theme: each stands once, under the first of its themes; `other` have none. */
export interface PromisesByTheme {
  readonly groups: readonly ThemeGroupView[];
  readonly other: readonly PromiseView[];
  /** Themes that are done, and promises that are over: shown, but after the rest. */
  readonly over: readonly PromiseView[];
  readonly doneThemes: readonly { readonly title: string; readonly href: string }[];
}

/** Sorts the promises of a buurt under its themes: what is being done first, what is over last. */
export function promisesByTheme(
  buurt: { readonly slug: string },
  themes: readonly Theme[],
  { promises, needs }: { readonly promises: readonly PromiseInput[]; readonly needs: ViewNeeds },
): PromisesByTheme {
  const open = themes
    .filter(({ phase }) => phase !== 'done')
    .toSorted((a, b) => URGENCY.indexOf(a.phase) - URGENCY.indexOf(b.phase));
  const going = inOrder(promises).filter(({ standing }) => standing.endedOn === null);
  const homeOf = ({ intervention }: PromiseInput) => open.find(({ id }) => intervention.themeIds.includes(id))?.id;
  const hadPromises = ({ id }: Theme) => promises.some(({ intervention }) => intervention.themeIds.includes(id));
  const show = (promise: PromiseInput) => promiseView(promise, needs);
  return {
    groups: open.map((theme) => ({
      id: theme.slug,
      title: theme.title,
      href: routes.theme(buurt.slug, theme.slug),
      summary: needs.texts.line(theme.summary),
      outcome: needs.texts.block(theme.intendedOutcome, 3),
      phase: phaseView(theme, needs),
      promises: going.filter((promise) => homeOf(promise) === theme.id).map(show),
      none: needs.t(hadPromises(theme) ? 'buurten.now.allOver' : 'buurten.now.noPromise'),
    })),
    other: going.filter((promise) => homeOf(promise) === undefined).map(show),
    over: promises.filter(({ standing }) => standing.endedOn !== null).map(show),
    doneThemes: themes
      .filter(({ phase }) => phase === 'done')
      .map(({ slug, title }) => ({ title, href: routes.theme(buurt.slug, slug) })),
  };
}

/** A theme as an article: the same on its page and in the preview of a draft. */
export interface ThemeView {
  readonly title: string;
  readonly summary: string;
  readonly phase: PhaseView;
  readonly started: string;
  readonly outcome: string;
  readonly figuresShow: string;
  readonly weHear: string;
  /** Empty while it is still open. */
  readonly judgement: string;
  readonly group: { readonly lead: string; readonly members: readonly string[]; readonly rhythm: string };
}

/** A theme as an article, with what is still open left empty. */
export function themeView(theme: ThemeContent, needs: ViewNeeds): ThemeView {
  const { t, texts } = needs;
  return {
    title: theme.title,
    summary: texts.line(theme.summary),
    phase: phaseView(theme, needs),
    started: t('buurten.theme.started', { day: sayDay(theme.startedOn) }),
    outcome: texts.block(theme.intendedOutcome, 2),
    figuresShow: texts.block(theme.figuresShow, 2),
    weHear: texts.block(theme.weHear, 2),
    judgement: texts.block(theme.judgement, 2),
    group: theme.workingGroup,
  };
}
