import { dayOf, type Day, type Version } from '../kernel/index.ts';
import type { InterventionContent, Target } from './intervention.ts';

/** One thing that changed in what was promised. The explanation and the place are not a promise, and not listed. */
export type Change =
  | { readonly field: 'title' | 'owner' | 'promise'; readonly from: string; readonly to: string }
  | { readonly field: 'dueOn'; readonly from: Day | null; readonly to: Day | null }
  | { readonly field: 'target'; readonly from: Target | null; readonly to: Target | null };

/** What changed in a promise at one moment, and why. */
export interface DatedChange {
  readonly version: number;
  readonly at: Date;
  readonly on: Day;
  /** The organiser's own sentence. */
  readonly note: string;
  /** Empty when only the explanation or the place changed. */
  readonly changes: readonly Change[];
}

const sameTarget = (a: Target | null, b: Target | null) => a?.number === b?.number && a?.unit === b?.unit;

function changed(from: InterventionContent, to: InterventionContent): Change[] {
  const changes: Change[] = [];
  for (const field of ['title', 'owner', 'promise'] as const) {
    if (from[field] !== to[field]) changes.push({ field, from: from[field], to: to[field] });
  }
  if (from.dueOn !== to.dueOn) changes.push({ field: 'dueOn', from: from.dueOn, to: to.dueOn });
  if (!sameTarget(from.target, to.target)) changes.push({ field: 'target', from: from.target, to: to.target });
  return changes;
}

/** What changed from each version to the next, newest first. Versions may come in any order; the first one is no change. */
export function changesBetween(versions: readonly Version<InterventionContent>[]): DatedChange[] {
  const ordered = versions.toSorted((a, b) => a.version - b.version);
  return ordered
    .flatMap((later, index) => {
      const earlier = ordered[index - 1];
      if (earlier === undefined) return [];
      const { version, at, note } = later;
      return [{ version, at, on: dayOf(at), note, changes: changed(earlier.content, later.content) }];
    })
    .reverse();
}
