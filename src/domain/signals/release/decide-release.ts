import type { Signal } from '../signal.ts';
import { contributors } from './contributors.ts';
import { countGroups, type CountedGroup } from './count-groups.ts';
import { keyOf } from './group-key.ts';
import type { GroupCount, LedgerBatch, ReleaseDecision, ReleaseFacts } from './ledger.ts';
import { unitOf } from './unit.ts';

export interface ReleaseSetting {
  readonly buurten: readonly {
    readonly id: string;
    readonly themeIds: readonly string[];
    readonly cells: ReadonlySet<string>;
  }[];
  readonly threshold: number;
  readonly burst: number;
}

/** What the next batch says of a buurt, and who is in it. */
export interface BuurtCounts {
  readonly buurtId: string;
  readonly counts: readonly CountedGroup[];
  /** All that were accepted or released. */
  readonly signals: readonly Signal[];
  /** Those of them that count as a contributor. */
  readonly counted: readonly Signal[];
  readonly last: LedgerBatch | undefined;
  /** Whether it says anything else than the last batch; the first always does. */
  readonly isNew: boolean;
}

/** For each buurt what may be released of the facts; deterministic, and blind to the order in which signals came. */
export function countBuurten(facts: ReleaseFacts, { buurten, threshold, burst }: ReleaseSetting): BuurtCounts[] {
  const ofBuurt = Map.groupBy(facts.signals, ({ buurtId }) => buurtId);
  const unit = unitOf(threshold, facts.shown);
  return buurten.map(({ id, themeIds, cells }) => {
    const signals = ofBuurt.get(id) ?? [];
    const bursts = facts.bursts.filter(({ buurtId }) => buurtId === id);
    const counted = contributors(signals, bursts, burst);
    const counts = countGroups(counted, { threshold: unit, themeIds, cells });
    const last = facts.last.find(({ buurtId }) => buurtId === id);
    return { buurtId: id, counts, signals, counted, last, isNew: !last || !isSame(counts, last.counts) };
  });
}

/** The next batch, with the next number, of the buurten whose counts change. */
export function decideRelease(facts: ReleaseFacts, setting: ReleaseSetting): ReleaseDecision {
  const all = countBuurten(facts, setting);
  const batch = Math.max(0, ...facts.last.map((last) => last.batch)) + 1;
  return {
    batches: all
      .filter(({ isNew }) => isNew)
      .map(({ buurtId, counts }) => ({
        buurtId,
        batch,
        counts: counts.map(({ group, count }) => ({ group, count })),
      })),
    released: all.flatMap(({ counts }) => [...countedIn(counts)].filter(isWaiting).map(({ id }) => id)),
  };
}

const isWaiting = ({ state }: Signal) => state !== 'released';

function isSame(one: readonly GroupCount[], other: readonly GroupCount[]): boolean {
  const known = new Map(other.map(({ group, count }) => [keyOf(group), count]));
  return one.length === other.length && one.every(({ group, count }) => known.get(keyOf(group)) === count);
}

/** As many of each group as its count says; first those that count already, so that as few as possible are used up. */
export function countedIn(groups: readonly CountedGroup[]): ReadonlySet<Signal> {
  const chosen = new Set<Signal>();
  const rank = (signal: Signal) => (chosen.has(signal) || !isWaiting(signal) ? 0 : 1);
  for (const { of, count } of groups) {
    const inOrder = of.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
    for (const signal of inOrder.slice(0, count)) chosen.add(signal);
  }
  return chosen;
}
