import type { DecisionToConfirm, Signal, SignalState } from '../signal.ts';

/** A signal as it is stored: nobody can read `sealed` without the key of the desk. Null: forgotten, only the tick is left. */
export interface SealedRow extends Signal {
  readonly sealed: Uint8Array | null;
  readonly keyId: string | null;
  /** To which answers are sealed; null when the sender has no code (any more). */
  readonly senderKey: Uint8Array | null;
}

/** One word of the dialogue as it is stored; only what the desk said is sealed for the sender as well. */
export interface SealedTurn {
  /** Counts from 1. */
  readonly turn: number;
  readonly by: 'desk' | 'sender';
  readonly week: string;
  readonly sealedForDesk: Uint8Array;
  readonly keyId: string;
  readonly sealedForSender: Uint8Array | null;
}

export interface SealedBytes {
  readonly sealed: Uint8Array;
  readonly keyId: string;
}

/** What the first of two approvers decided; `mark` tells only whether the second is somebody else. */
export interface Proposal {
  readonly decision: DecisionToConfirm;
  readonly mark: string;
}

/** Everything of one signal but its photo, read at one moment. */
export interface SealedDossier {
  readonly signal: SealedRow;
  readonly turns: readonly SealedTurn[];
  readonly proposal: Proposal | null;
  readonly hasPhoto: boolean;
}

/** One change of state; it holds only when the signal still is as the desk saw it. */
export interface StateChange {
  readonly id: string;
  readonly from: SignalState;
  /** How many turns the desk saw; null: whatever was said meanwhile (changes of many at once). */
  readonly turns: number | null;
  readonly to: SignalState;
  /** Goes with `to: 'proposed'`. */
  readonly proposal?: Proposal;
  /** For a second approver: only when this still is what was proposed. */
  readonly agreesWith?: Proposal;
  /** What the desk says with it; gets the number after `turns`. */
  readonly says?: Omit<SealedTurn, 'turn'>;
}

/** Counted signals of one buurt, one cell (or none) and one week, when there are many of them. */
export interface BurstCount {
  readonly buurtId: string;
  /** Null: no cell. */
  readonly cell: string | null;
  readonly week: string;
  /** Accepted or released: what a release counts. */
  readonly counted: number;
  /** New, asked or proposed: may be accepted yet. */
  readonly waiting: number;
  /** Of how many the desk said that different people sent them; 0: of none. */
  readonly confirmed: number;
}

/** Where a page of the queue begins: after this signal, in the order of week and id. */
export interface After {
  readonly week: string;
  readonly id: string;
}

/** Port: what the desk reads and changes. Each method that changes is one transaction. */
export interface DeskStore {
  counts(): Promise<Readonly<Record<SignalState, number>>>;
  /** By week and then by chance (the id): the order tells no more than the week does. */
  page(state: SignalState, after: After | null, limit: number): Promise<SealedRow[]>;
  /** Which of these have a photo; and how many turns each has (left out when none). */
  besides(
    ids: readonly string[],
  ): Promise<{ readonly photos: ReadonlySet<string>; readonly turns: ReadonlyMap<string, number> }>;
  /** The newest `limit` by week that can be read, in these states: for looking which are alike. */
  readable(states: readonly SignalState[], limit: number): Promise<(Signal & { readonly keyId: string })[]>;
  /** What of them was sealed, by id; the forgotten are left out. */
  sealedOf(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  find(id: string): Promise<SealedDossier | undefined>;
  photo(id: string): Promise<SealedBytes | undefined>;
  /** All of them or none: `stale` when one is not any more as the desk saw it. */
  change(changes: readonly StateChange[]): Promise<'done' | 'stale'>;
  /** Puts what was blacked out in the place of what was read; `stale` when somebody changed it meanwhile. */
  replace(replacement: Replacement): Promise<'done' | 'stale'>;
  bursts(atLeast: number): Promise<BurstCount[]>;
  /** `counted`: how many the desk saw; `stale` when that changed. Null `confirmed` takes it back. */
  confirmBurst(
    burst: Pick<BurstCount, 'buurtId' | 'cell' | 'week' | 'counted'>,
    confirmed: number,
  ): Promise<'done' | 'stale'>;
  /** Removes what was replaced from the files too (WAL and free pages). */
  wipe(): Promise<void>;
}

/** What takes the place of the original, in one transaction; `was` is what was read. Left out: stays as it is. */
export interface Replacement {
  readonly id: string;
  readonly content?: Change;
  readonly turns?: readonly (Change & { readonly turn: number })[];
  /** `now` null: the photo goes wholly. */
  readonly photo?: { readonly was: Uint8Array; readonly now: SealedBytes | null };
}

interface Change {
  readonly was: Uint8Array;
  readonly now: SealedBytes;
}
