import type { Signal } from '../signal.ts';

/** A signal as it is stored when it arrives: of what was written only sealed bytes. */
export interface SealedSignal extends Signal {
  /** `SignalContent`, sealed to the desk key `keyId`. */
  readonly sealed: Uint8Array;
  readonly keyId: string;
  /** Follows from the receipt code; null for signals from before sealing. */
  readonly senderKey: Uint8Array | null;
  readonly receiptHash: string;
  readonly receiptLookup: string;
  /** Sealed to the same key. */
  readonly photo: Uint8Array | null;
}

export interface IntakeStore {
  /**
   * Signal, photo and used-up form in one durable transaction. `known`: this form was received before, and its signal is there.
   * `spent`: the form was used up without a signal, or the signal is gone; nothing was stored.
   */
  add(signal: SealedSignal, formHash: string): Promise<'added' | 'known' | 'spent'>;
  /** Deletes photos, answers and proposals whose signal is not there; tells how many. */
  sweepOrphans(): Promise<number>;
}
