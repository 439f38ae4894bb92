import type { Buurten } from '../buurten/index.ts';
import type { Actor, Now, RecordDeed, Result } from '../kernel/index.ts';
import type { ResponseStore } from '../responses/index.ts';
import type { ThemeStore } from '../themes/index.ts';
import { makeCheckSignal, type CheckOutcome, type SignalForm } from './check-signal.ts';
import { makeDecideSignal, type Decision } from './decide-signal.ts';
import { newFormToken } from './form-token.ts';
import { makeListQueue, type Queue } from './list-queue.ts';
import { makeOfferSignal, type SignalOffer } from './offer-signal.ts';
import { makePlannedRelease, makeReleaseCounts, type BuurtRelease } from './release-counts.ts';
import { makeSendSignal, type SendOutcome } from './send-signal.ts';
import type { SignalState, SignalStore } from './signal.ts';

export type { CheckedSignal, CheckOutcome, SignalForm, SignalMistake } from './check-signal.ts';
export { coarsePlace, type PlaceChoice, type PlaceMistake } from './coarse-place.ts';
export type { Decision } from './decide-signal.ts';
export { gridCells, lettersOf, type Cell } from './grid.ts';
export type { Queue, QueueEntry } from './list-queue.ts';
export type { SignalOffer } from './offer-signal.ts';
export { toRd } from './rd.ts';
export type { BuurtRelease, CountChange } from './release-counts.ts';
export type { Received, SendOutcome } from './send-signal.ts';
export { LONGEST_TEXT } from './signal-text.ts';
export { SQUARE_SIDE } from './touched-squares.ts';
export * from './signal.ts';

/** Anonymous signals: what a resident may send, and what the signal desk may do with it. */
export interface Signals {
  /** What the form of a buurt (by slug) has to choose from; undefined when no such buurt takes part. */
  offer(buurt: string): Promise<SignalOffer | undefined>;
  /** Looks whether a signal can be sent. Stores nothing. */
  check(form: SignalForm): Promise<CheckOutcome>;
  /** For the check page: goes with `send`. Stores nothing. */
  newFormToken(): string;
  /** Stores the signal durably, once per token. */
  send(form: SignalForm, token: string): Promise<SendOutcome>;
  queue(actor: Actor, state: SignalState): Promise<Result<Queue, 'forbidden'>>;
  decide(actor: Actor, decision: Decision): Promise<Result<SignalState, 'forbidden' | 'stale'>>;
  /** What `release` would change now. */
  plannedRelease(actor: Actor): Promise<Result<BuurtRelease[], 'forbidden'>>;
  /** Makes numbers public; tells only of buurten where something changed. */
  release(actor: Actor): Promise<Result<BuurtRelease[], 'forbidden'>>;
}

export interface SignalsNeeds {
  readonly store: SignalStore;
  readonly buurten: Pick<Buurten, 'find' | 'get' | 'list' | 'outline'>;
  readonly themes: Pick<ThemeStore, 'list' | 'get'>;
  readonly responses: Pick<ResponseStore, 'signalCounts' | 'releaseSignalCounts'>;
  /** Tells the audit log what the desk did; never with a word of a signal. */
  readonly record: RecordDeed;
  readonly now: Now;
  /** For receipts and form tokens; the same in every process of the portal. */
  readonly secretKey: string;
  /** From how many signals on a number is made public. */
  readonly threshold: number;
}

export const makeSignals = (needs: SignalsNeeds): Signals => ({
  offer: makeOfferSignal(needs),
  check: makeCheckSignal(needs),
  newFormToken: () => newFormToken(needs),
  send: makeSendSignal(needs),
  queue: makeListQueue(needs),
  decide: makeDecideSignal(needs),
  plannedRelease: makePlannedRelease(needs),
  release: makeReleaseCounts(needs),
});
