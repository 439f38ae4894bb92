/**
 * How many of each group may be released; no input or output, no memory. The rules, and why nobody can be found with them, are in
 * content/decisions/0012: (1) every count is 0 or a multiple of the threshold, (2) a group that gathers the small ones is shown
 * only up to where each of them may still be empty, (3) both tables have the same total.
 */
import type { ReleasedCount } from '../../releases/index.ts';
import { SIGNAL_KINDS, type Signal } from '../signal.ts';
import { keyOf } from './group-key.ts';
import type { GroupCount } from './ledger.ts';

type Group = ReleasedCount['group'];

/** A group that is shown, with the signals in it; at least `count` of them. */
export interface CountedGroup extends GroupCount {
  readonly of: readonly Signal[];
}

export interface CountRules {
  /** K. */
  readonly threshold: number;
  /** Themes of the buurt that everybody can see. */
  readonly themeIds: readonly string[];
  /** Ids of the cells on its map as it is now. */
  readonly cells: ReadonlySet<string>;
}

/** The groups of one buurt that may be shown, those of `subject` before those of `place`, by key. */
export function countGroups(counted: readonly Signal[], rules: CountRules): CountedGroup[] {
  const { threshold } = rules;
  const subject = subjects(counted, rules);
  const place = places(counted, rules);
  const total = Math.min(sum(subject), sum(place));
  return [...lower(subject, total, threshold), ...lower(place, total, threshold)];
}

const sum = (groups: readonly CountedGroup[]) => groups.reduce((all, { count }) => all + count, 0);

/** As many as may be shown of these: whole groups of the threshold. */
const inWholes = (amount: number, threshold: number) => Math.floor(amount / threshold) * threshold;

const shown = (group: Group, of: readonly Signal[], count: number): CountedGroup[] =>
  count > 0 ? [{ group, of, count }] : [];

/**
 * What remains of `parts` together, each too small by itself. Shown up to what the others could hold if one of them were empty:
 * of 9 in three kinds with at most 4 each, every kind would be known to have somebody in it.
 */
function remainder(group: Group, parts: readonly (readonly Signal[])[], threshold: number): CountedGroup[] {
  const of = parts.flat();
  const most = Math.max(0, parts.length - 1) * (threshold - 1);
  return shown(group, of, inWholes(Math.min(of.length, most), threshold));
}

/** Theme by kind; small kinds together within their theme, and what is then still too small together over the themes. */
function subjects(counted: readonly Signal[], { threshold, themeIds }: CountRules): CountedGroup[] {
  const known = new Set<string | null>(themeIds);
  const small: (readonly Signal[])[] = [];
  const groups = [...themeIds, null].flatMap((themeId) => {
    // A theme that is not there any more: it counts with those without one.
    const own = counted.filter((signal) => (known.has(signal.themeId) ? signal.themeId : null) === themeId);
    const kinds = SIGNAL_KINDS.map((kind) => ({ kind, of: own.filter((signal) => signal.kind === kind) }));
    const rest = kinds.filter(({ of }) => of.length < threshold).map(({ of }) => of);
    const others = remainder({ table: 'subject', by: 'other-kinds', themeId }, rest, threshold);
    if (others.length === 0 && rest.length > 0) small.push(rest.flat());
    return [
      ...kinds.flatMap(({ kind, of }) =>
        shown({ table: 'subject', by: 'kind', themeId, kind }, of, inWholes(of.length, threshold)),
      ),
      ...others,
    ];
  });
  return [...groups, ...remainder({ table: 'subject', by: 'other-themes' }, small, threshold)];
}

/**
 * By cell; small cells together with those that have no place. As these can be any number, a small cell may always be empty. A cell
 * that is not on the map any more (other homes, another outline, a higher MIN_ADDRESSES) has no name: so no two cells of a table
 * overlap. Its whole groups count elsewhere as they are, apart from the rest: else the move would tell how many that rest is.
 */
function places(counted: readonly Signal[], { threshold, cells }: CountRules): CountedGroup[] {
  const isOnMap = (cell: string | null): cell is string => cell !== null && cells.has(cell);
  const byCell = [...Map.groupBy(counted, ({ cell }) => cell)];
  const large = byCell.filter(([cell, of]) => cell !== null && of.length >= threshold);
  const groups = large.flatMap(([cell, of]) =>
    isOnMap(cell) ? shown({ table: 'place', by: 'cell', cell }, of, inWholes(of.length, threshold)) : [],
  );
  const moved = large.filter(([cell]) => !isOnMap(cell)).map(([, of]) => of);
  const rest = byCell.filter((each) => !large.includes(each)).flatMap(([, of]) => of);
  const elsewhere = [...moved, rest];
  const count = elsewhere.reduce((all, { length }) => all + inWholes(length, threshold), 0);
  return [...groups, ...shown({ table: 'place', by: 'elsewhere' }, elsewhere.flat(), count)];
}

/** Which groups give way first: what gathers the rest says least. */
const GIVES_WAY = ['elsewhere', 'other-themes', 'other-kinds', 'cell', 'kind'] as const;

/** Takes whole groups of the threshold away until `total` is left: from what gathers the rest, then from the largest. */
function lower(groups: readonly CountedGroup[], total: number, threshold: number): CountedGroup[] {
  let left = groups.toSorted((a, b) => (keyOf(a.group) < keyOf(b.group) ? -1 : 1));
  for (let over = sum(groups) - total; over > 0; over -= threshold) {
    const first = left.toSorted(
      (a, b) => GIVES_WAY.indexOf(a.group.by) - GIVES_WAY.indexOf(b.group.by) || b.count - a.count,
    )[0];
    left = left.flatMap((each) => (each === first ? shown(each.group, each.of, each.count - threshold) : [each]));
  }
  return left;
}
