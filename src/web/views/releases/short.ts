import { buurtState, type ReleasedCount, type SignalRelease } from '../../../domain/releases/index.ts';
import type { Day } from '../../../domain/kernel/index.ts';
import type { Theme } from '../../../domain/themes/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { sayClass, sayKindCount, sayState, type SaidState } from './words.ts';

/** What was counted about one theme, or about what has none. */
export interface CountsOfTheme {
  readonly title: string;
  readonly href: string | null;
  /** "5 tot en met 9 verhalen". */
  readonly counts: readonly string[];
}

/** Released counts in short, as they stand on the page of a buurt and of a theme. */
export interface CountsView {
  readonly state: SaidState;
  /** What that state means here, in a sentence. */
  readonly about: string;
  readonly themes: readonly CountsOfTheme[];
  /** "Geteld op 3 maart 2027"; null as long as nothing was. */
  readonly released: string | null;
  /** The page with everything. */
  readonly href: string;
}

/** All that was ever released of a buurt, newest first, and its themes. */
export interface CountsInput {
  readonly buurt: { readonly slug: string };
  readonly themes: readonly Pick<Theme, 'id' | 'slug' | 'title' | 'startedOn'>[];
  readonly releases: readonly SignalRelease[];
  readonly threshold: number;
}

/** What may be said of the buurt as a whole, largest themes first. */
export function buurtCounts({ buurt, themes, releases, threshold }: CountsInput, t: Translate): CountsView {
  const state = buurtState(releases);
  const [latest] = releases;
  const counts = latest?.counts ?? [];
  const known = themes.map(({ id, slug, title }) => ({
    title,
    href: routes.theme(buurt.slug, slug),
    counts: countsOf(counts, id, t),
  }));
  const ids = new Set(themes.map(({ id }) => id));
  const gone = counts.flatMap(({ group }) =>
    'themeId' in group && !ids.has(group.themeId ?? '') ? group.themeId : [],
  );
  const without = [...new Set(gone)].flatMap((id) => countsOf(counts, id, t));
  const rest = [...without, ...restOf(counts, t)];
  return {
    state: { state, words: t(`releases.state.${state}`) },
    about: t(`releases.buurt.${state}`, { n: threshold }),
    themes: [...known, { title: t('releases.noTheme'), href: null, counts: rest }].filter(
      (theme) => theme.counts.length > 0,
    ),
    released: latest ? t('releases.countedOn', { day: sayDay(latest.releasedOn) }) : null,
    href: routes.releasedSignals(buurt.slug),
  };
}

/** The same for one theme: its own kinds, and what state it is in when none of them can be shown. */
export function themeCounts(input: CountsInput, theme: CountsInput['themes'][number], t: Translate): CountsView {
  const { buurt, releases, threshold } = input;
  const [latest] = releases;
  const counts = countsOf(latest?.counts ?? [], theme.id, t);
  const state = themeState(buurtState(releases), { theme, countedOn: latest?.releasedOn, shown: counts.length > 0 });
  return {
    state: state === 'value' ? { state, words: t('releases.state.value') } : sayState({ state }, t),
    about: t(`releases.theme.${state}`, { n: threshold }),
    themes: counts.length > 0 ? [{ title: theme.title, href: null, counts }] : [],
    released: latest ? t('releases.countedOn', { day: sayDay(latest.releasedOn) }) : null,
    href: routes.releasedSignals(buurt.slug),
  };
}

interface OfTheme {
  readonly theme: Pick<Theme, 'startedOn'>;
  readonly countedOn: Day | undefined;
  readonly shown: boolean;
}

function themeState(ofBuurt: SaidState['state'], { theme, countedOn, shown }: OfTheme): SaidState['state'] {
  if (shown) return 'value';
  // A theme from after the last count: nothing can be said of it yet.
  if (countedOn === undefined || theme.startedOn > countedOn) return 'unknown';
  return ofBuurt === 'none' ? 'none' : 'few';
}

function countsOf(counts: readonly ReleasedCount[], themeId: string | null, t: Translate): string[] {
  return counts
    .filter(({ group }) => 'themeId' in group && group.themeId === themeId)
    .toSorted((a, b) => b.class.from - a.class.from)
    .map(({ group, class: count }) =>
      group.by === 'kind'
        ? sayKindCount(group.kind, count, t)
        : t('releases.count.otherKinds', { count: sayClass(count, t) }),
    );
}

const restOf = (counts: readonly ReleasedCount[], t: Translate): string[] =>
  counts
    .filter(({ group }) => group.by === 'other-themes')
    .map(({ class: count }) => t('releases.count.otherThemes', { count: sayClass(count, t) }));
