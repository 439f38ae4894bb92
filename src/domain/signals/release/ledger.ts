import type { ReleasedCount } from '../../releases/index.ts';
import type { Signal } from '../signal.ts';

/** A group of one of the two tables and how many of it are released: 0 or a multiple of the threshold. Never public as such. */
export interface GroupCount {
  readonly group: ReleasedCount['group'];
  readonly count: number;
}

/** What one batch said of one buurt. */
export interface LedgerBatch {
  readonly buurtId: string;
  /** Counts from 1 within the portal. */
  readonly batch: number;
  /** Only those above 0. */
  readonly counts: readonly GroupCount[];
}

/** Of how many signals in one place and week the desk is sure that different people sent them. */
export interface ConfirmedBurst {
  readonly buurtId: string;
  /** Empty: no cell. */
  readonly cell: string;
  readonly week: string;
  readonly confirmed: number;
}

/** Everything that a release is decided on. */
export interface ReleaseFacts {
  /** Those that are accepted or released, of all buurten; in no order that tells anything. */
  readonly signals: readonly Signal[];
  readonly bursts: readonly ConfirmedBurst[];
  /** Of each buurt with any, the newest batch. */
  readonly last: readonly LedgerBatch[];
  /** Every number above 0 that was ever released of any buurt, each once. */
  readonly shown: readonly number[];
}

export interface ReleaseDecision {
  /** With the same new number; empty: nothing changes, and there is no batch. */
  readonly batches: readonly LedgerBatch[];
  /** Ids of signals that count from now on. */
  readonly released: readonly string[];
}

/** Port, in the realm of the signals. */
export interface ReleaseLedger {
  facts(): Promise<ReleaseFacts>;
  /**
   * One transaction: reads the facts, lets `decide` (pure, perhaps called again) decide on them, and writes the counts and the
   * states. Of two at once, the second sees what the first did.
   */
  release(decide: (facts: ReleaseFacts) => ReleaseDecision): Promise<ReleaseDecision>;
  /** Of one buurt, those after that number, oldest first. */
  batchesAfter(buurtId: string, batch: number): Promise<LedgerBatch[]>;
}
