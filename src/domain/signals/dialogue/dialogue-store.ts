import type { SignalState } from '../signal.ts';
import type { NewTurn, Turn } from './turn.ts';

/** What is asked of a signal whose sender typed the code. */
export interface FoundSignal {
  readonly id: string;
  readonly state: SignalState;
  readonly receiptHash: string | null;
}

/** A reply of the sender, with the form it came by. */
export interface Reply {
  readonly turn: NewTurn;
  /** Keyed hashes: of the form, and of the form with its text. */
  readonly spent: { readonly form: string; readonly same: string };
  /** In which states a reply may be said, and which it makes `new` again. */
  readonly from: readonly SignalState[];
  readonly reopens: readonly SignalState[];
  readonly most: number;
}

/** Port. Every method is one transaction. */
export interface DialogueStore {
  /** By the keyed lookup of the code; undefined when nothing (more) is kept under it. */
  byReceipt(lookup: string): Promise<FoundSignal | undefined>;
  /** In their order. */
  turns(signalId: string): Promise<Turn[]>;
  /**
   * The sender replies. `known`: the same text by the same form was stored before. `spent`: the form was used for another
   * text. `stale`: decided or gone meanwhile. `enough`: there are `most` turns.
   */
  reply(reply: Reply): Promise<'said' | 'known' | 'spent' | 'stale' | 'enough'>;
  /** Deletes the signal with photo, turns and what the desk proposed. */
  withdraw(signalId: string): Promise<void>;
  /** Takes what was deleted out of the files of the database; rejects while somebody keeps on reading them. */
  wipe(): Promise<void>;
}
