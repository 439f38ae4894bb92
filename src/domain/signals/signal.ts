/** Kinds of signal, all equal. */
export const SIGNAL_KINDS = ['story', 'feeling', 'good', 'wish'] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** `new` waits for the desk; only `accepted` signals are ever counted. */
export const SIGNAL_STATES = ['new', 'accepted', 'refused'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/**
 * A signal as stored. No address, agent, cookie, account or exact time, and no point: only a cell of the grid, or nothing.
 * The id is random, the week an ISO week.
 */
export interface Signal {
  readonly id: string;
  readonly buurtId: string;
  readonly kind: SignalKind;
  readonly text: string;
  readonly themeId: string | null;
  /** `r{x}-{y}`: the south-west corner of a 100 m square in RD (EPSG:28992), in units of 100 m; null: no place, or the whole buurt. */
  readonly cell: string | null;
  readonly week: string;
  readonly state: SignalState;
}

export interface NewSignal extends Signal {
  readonly state: 'new';
  /** argon2id of the receipt code; and a keyed hash (HMAC) by which it is found. */
  readonly receiptHash: string;
  readonly receiptLookup: string;
}

/** Port. */
export interface SignalStore {
  /** Durable when it resolves. `known`: this form was already received (same id), nothing is stored twice. */
  add(signal: NewSignal): Promise<'added' | 'known'>;
  queue(state: SignalState, limit: number): Promise<Signal[]>;
  count(state: SignalState): Promise<number>;
  /** `stale` when somebody else decided first. */
  decide(id: string, from: SignalState, to: SignalState): Promise<'decided' | 'stale'>;
  /** Accepted signals of a buurt, counted by theme and kind. */
  accepted(buurtId: string): Promise<{ themeId: string | null; kind: SignalKind; count: number }[]>;
}
