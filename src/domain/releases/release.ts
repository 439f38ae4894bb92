import type { Day } from '../kernel/index.ts';

/** Within what class a released number lies, both ends included: 5–9, 10–19, 20–49 …; `to` null: or more. */
export interface CountClass {
  readonly from: number;
  readonly to: number | null;
}

/**
 * What may be said of a group. They look and read different, see P8:
 * `value`: so many people, in a class · `few`: fewer than the threshold, perhaps none: we do not say which ·
 * `none`: in the whole buurt no signal counted so far, be it that there was none or not yet the threshold (the two must look the
 * same) · `unknown`: nothing was ever counted of this.
 */
export type ReleasedState =
  | { readonly state: 'value'; readonly class: CountClass }
  | { readonly state: 'few' }
  | { readonly state: 'none' }
  | { readonly state: 'unknown' };

/** One line of a release; `themeId`, `kind`: see `group`. */
export interface ReleasedCount {
  readonly group:
    /** A kind within a theme (`themeId` null: without a theme). */
    | { readonly table: 'subject'; readonly by: 'kind'; readonly themeId: string | null; readonly kind: string }
    /** What remains of a theme, over kinds that are too small by themselves. */
    | { readonly table: 'subject'; readonly by: 'other-kinds'; readonly themeId: string | null }
    /** What remains over all themes that are too small by themselves. */
    | { readonly table: 'subject'; readonly by: 'other-themes' }
    | { readonly table: 'place'; readonly by: 'cell'; readonly cell: string }
    /** Without a place, or in cells that are too small by themselves. */
    | { readonly table: 'place'; readonly by: 'elsewhere' };
  readonly class: CountClass;
}

/** One frozen, dated batch of one buurt: it never changes after this. Every signal that counts is in both tables once. */
export interface SignalRelease {
  readonly buurtId: string;
  /** Counts from 1 within the portal. */
  readonly batch: number;
  readonly releasedOn: Day;
  readonly counts: readonly ReleasedCount[];
}

/** Port. */
export interface ReleaseStore {
  /** Newest first; empty when nothing was ever released of this buurt. */
  list(buurtId: string): Promise<SignalRelease[]>;
  latest(buurtId: string): Promise<SignalRelease | undefined>;
  /** Adds batches in one transaction; one that is there already stays as it is. */
  add(releases: readonly SignalRelease[]): Promise<void>;
}
