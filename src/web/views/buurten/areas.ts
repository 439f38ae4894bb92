import type { AreaHit, Buurt } from '../../../domain/buurten/index.ts';
import { fold } from '../../../domain/kernel/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';

/** A place that a search found: a buurt of the portal, or an official area. */
export interface AreaView {
  readonly name: string;
  readonly kind: string;
  /** Where to read about it; null while it does not take part. */
  readonly buurt: { readonly href: string; readonly label: string } | null;
}

export interface SearchView {
  readonly words: string;
  /** How many were found, in words; null when nothing was searched. */
  readonly summary: string | null;
  readonly areas: readonly AreaView[];
}

/** Longer words find nothing and make a long page; in characters. */
const LONGEST_WORDS = 80;
/** As many as a person reads; more letters in the search box give fewer. */
const MOST_AREAS = 60;

/** What was asked for in `?zoek=`: trimmed, without control characters, not endless. */
export const searchWords = (given: string | null): string =>
  (given ?? '').replace(/\p{C}/gu, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_WORDS);

export interface SearchInput {
  readonly words: string;
  readonly hits: readonly AreaHit[];
  /** All that take part: their own names need not be those of the official areas. */
  readonly buurten: readonly Pick<Buurt, 'name' | 'slug'>[];
}

function ownBuurten({ words, hits, buurten }: SearchInput, t: Translate): AreaView[] {
  const official = new Set(hits.filter(({ buurt }) => buurt !== null).map(({ name }) => fold(name)));
  return buurten
    .filter(({ name }) => fold(name).includes(fold(words)) && !official.has(fold(name)))
    .map(({ name, slug }) => ({
      name,
      kind: t('buurten.search.kind.portal'),
      buurt: { href: routes.buurt(slug), label: t('buurten.search.takesPartItself') },
    }));
}

function officialArea({ name, kind, buurt }: AreaHit, t: Translate): AreaView {
  const taking = buurt && {
    href: routes.buurt(buurt.slug),
    label: t('buurten.search.takesPart', { name: buurt.name }),
  };
  return { name, kind: t(`buurten.search.kind.${kind}`), buurt: taking };
}

/** What a search found: buurten of the portal first, then official areas. At most 60. */
export function searchView(input: SearchInput, t: Translate): SearchView {
  const { words, hits } = input;
  if (words === '') return { words, summary: null, areas: [] };
  const found = [...ownBuurten(input, t), ...hits.map((hit) => officialArea(hit, t))];
  const areas = found.slice(0, MOST_AREAS);
  const counted = found.length > areas.length ? 'buurten.search.most' : 'buurten.search.results';
  const summary = found.length === 0 ? t('buurten.search.none', { words }) : t(counted, { n: areas.length, words });
  return { words, summary, areas };
}
