/** Who speaks in a dialogue. */
export type Speaker = 'desk' | 'sender';

/** What one of the two said after the signal itself, as it is stored. */
export interface Turn {
  readonly signalId: string;
  /** Counts from 1. */
  readonly turn: number;
  readonly by: Speaker;
  /** ISO week. */
  readonly week: string;
  readonly sealedForDesk: Uint8Array;
  readonly keyId: string;
  /** Only what the desk said: the sender opens it with the code. Null for a note that only the desk reads. */
  readonly sealedForSender: Uint8Array | null;
}
/** The store gives it its number. */
export type NewTurn = Omit<Turn, 'turn'>;
