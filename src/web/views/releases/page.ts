import { buurtState, type ReleasedCount, type SignalRelease } from '../../../domain/releases/index.ts';
import { SIGNAL_KINDS } from '../../../domain/signals/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { CellMark } from '../signals/map.ts';
import type { CountsInput } from './short.ts';
import { groupName, kindsName, sayClass, sayState, shortClass, type Names, type SaidState } from './words.ts';

/** A line of a table: what, and how many. */
export interface CountRow {
  readonly name: string;
  readonly said: SaidState;
}

/** A theme with its kinds. */
export interface ThemeRows {
  readonly title: string;
  readonly href: string | null;
  readonly rows: readonly CountRow[];
}

/** An earlier count, as it was published. */
export interface EarlierBatch {
  readonly title: string;
  readonly rows: readonly CountRow[];
  /** Said instead of rows. */
  readonly nothing: string | null;
}

export interface ReleasesPageView {
  readonly state: SaidState;
  readonly about: string;
  readonly released: string | null;
  readonly themes: readonly ThemeRows[];
  readonly places: readonly CountRow[];
  readonly marks: readonly CellMark[];
  /** The four states, each with what it means. */
  readonly legend: readonly (SaidState & { readonly means: string })[];
  readonly earlier: readonly EarlierBatch[];
}

export interface ReleasesPageInput extends CountsInput {
  /** What the atlas calls a cell; null: it has nothing of it any more. */
  readonly cell: Names['cell'];
}

/** Everything that was released of the signals of a buurt. */
export function releasesPage(input: ReleasesPageInput, t: Translate): ReleasesPageView {
  const { releases, threshold } = input;
  const state = buurtState(releases);
  const [latest, ...earlier] = releases;
  const counts = latest?.counts ?? [];
  const names: Names = { themes: new Map(input.themes.map(({ id, title }) => [id, title])), cell: input.cell };
  return {
    state: { state, words: t(`releases.state.${state}`) },
    about: t(`releases.buurt.${state}`, { n: threshold }),
    released: latest ? t('releases.countedOn', { day: sayDay(latest.releasedOn) }) : null,
    themes: latest && counts.length > 0 ? themeRows(latest, input, t) : [],
    places: counts.length > 0 ? placeRows(counts, names, t) : [],
    marks: counts.flatMap(({ group, class: count }) =>
      group.by === 'cell' ? [{ cell: group.cell, text: shortClass(count), look: 'value' as const }] : [],
    ),
    legend: (['value', 'few', 'none', 'unknown'] as const).map((each) => ({
      state: each,
      words:
        each === 'value'
          ? t('releases.legend.example', { n: threshold, to: 2 * threshold - 1 })
          : t(`releases.state.${each}`),
      means: t(`releases.legend.${each}`, { n: threshold }),
    })),
    earlier: earlier.map((release, index) => earlierBatch({ release, before: earlier.slice(index) }, names, t)),
  };
}

const few = (t: Translate): SaidState => sayState({ state: 'few' }, t);

function themeRows(
  { counts, releasedOn }: SignalRelease,
  { buurt, themes }: ReleasesPageInput,
  t: Translate,
): ThemeRows[] {
  const known = themes.map(({ id, slug, title, startedOn }) => ({
    title,
    href: routes.theme(buurt.slug, slug),
    rows: startedOn > releasedOn ? [isNew(t)] : kindRows(counts, id, t),
  }));
  const ids = new Set(themes.map(({ id }) => id));
  const gone = counts.flatMap(({ group }) =>
    'themeId' in group && group.themeId !== null && !ids.has(group.themeId) ? group.themeId : [],
  );
  const others = [...new Set(gone)].map((id) => ({
    title: t('releases.goneTheme'),
    href: null,
    rows: kindRows(counts, id, t),
  }));
  const rest = counts.find(({ group }) => group.by === 'other-themes');
  return [
    ...known,
    ...others,
    { title: t('releases.noTheme'), href: null, rows: kindRows(counts, null, t) },
    {
      title: t('releases.group.otherThemes'),
      href: null,
      rows: [
        { name: t('releases.row.together'), said: rest ? sayState({ state: 'value', class: rest.class }, t) : few(t) },
      ],
    },
  ];
}

const isNew = (t: Translate): CountRow => ({
  name: t('releases.row.all'),
  said: sayState({ state: 'unknown' }, t),
});

/** Each kind that is shown, the largest first; then the others, together or with that they are too few. */
function kindRows(counts: readonly ReleasedCount[], themeId: string | null, t: Translate): CountRow[] {
  const own = counts.filter(({ group }) => 'themeId' in group && group.themeId === themeId);
  const kinds = own.filter(({ group }) => group.by === 'kind').toSorted((a, b) => b.class.from - a.class.from);
  const together = own.find(({ group }) => group.by === 'other-kinds');
  const rows = kinds.flatMap(({ group, class: count }) =>
    group.by === 'kind'
      ? [{ name: kindsName(group.kind, t), said: sayState({ state: 'value', class: count }, t) }]
      : [],
  );
  if (together)
    return [
      ...rows,
      { name: t('releases.row.otherKinds'), said: sayState({ state: 'value', class: together.class }, t) },
    ];
  if (rows.length === SIGNAL_KINDS.length) return rows;
  return [...rows, { name: t(rows.length === 0 ? 'releases.row.all' : 'releases.row.others'), said: few(t) }];
}

function placeRows(counts: readonly ReleasedCount[], names: Names, t: Translate): CountRow[] {
  const row = ({ group, class: count }: ReleasedCount) => ({
    name: groupName(group, names, t),
    said: sayState({ state: 'value', class: count }, t),
  });
  const cells = counts.filter(({ group }) => group.by === 'cell').map(row);
  const elsewhere = counts.filter(({ group }) => group.by === 'elsewhere').map(row);
  const byName = new Intl.Collator('nl', { numeric: true });
  return [
    ...cells.toSorted((a, b) => byName.compare(a.name, b.name)),
    ...(elsewhere.length > 0 ? elsewhere : [{ name: t('releases.group.elsewhere'), said: few(t) }]),
  ];
}

interface Earlier {
  readonly release: SignalRelease;
  /** That one and all before it. */
  readonly before: readonly SignalRelease[];
}

function earlierBatch({ release, before }: Earlier, names: Names, t: Translate): EarlierBatch {
  const state = buurtState(before);
  return {
    title: t('releases.earlier.of', { day: sayDay(release.releasedOn) }),
    rows: release.counts.map(({ group, class: count }) => ({
      name: groupName(group, names, t),
      said: { state: 'value', words: sayClass(count, t) },
    })),
    nothing: state === 'value' ? null : t(`releases.state.${state}`),
  };
}
