import { openContent, openText } from '../sealing/content.ts';
import type { KeyPair } from '../sealing/seal.ts';
import type { SignalContent } from '../signal.ts';
import type { OpenKeys } from './at-the-desk.ts';
import type { SealedRow, SealedTurn } from './desk-store.ts';

/**
 * What was sealed, as the desk sees it: read, or `closed` (its key is not among the opened ones), `broken` (it was changed, or
 * is not what we write), `forgotten` (after the term that /privacy names).
 */
export type Opened<Value> =
  { readonly is: 'read'; readonly value: Value } | { readonly is: 'closed' | 'broken' | 'forgotten' };

/** What was said after the signal came. */
export interface DeskTurn {
  readonly turn: number;
  readonly by: 'desk' | 'sender';
  readonly week: string;
  readonly text: Opened<string>;
}

interface Sealed {
  readonly sealed: Uint8Array | null;
  readonly keyId: string | null;
}

function opened<Value>(
  { sealed, keyId }: Sealed,
  keys: OpenKeys,
  open: (sealed: Uint8Array, pair: KeyPair) => Value | undefined,
): Opened<Value> {
  if (sealed === null || keyId === null) return { is: 'forgotten' };
  const pair = keys.get(keyId);
  if (pair === undefined) return { is: 'closed' };
  try {
    const value = open(sealed, pair);
    return value === undefined ? { is: 'broken' } : { is: 'read', value };
  } catch {
    // Everybody can seal to a public key; an error could repeat what they sealed.
    return { is: 'broken' };
  }
}

/** The text and what belongs to it. */
export const openedContent = (row: Pick<SealedRow, 'sealed' | 'keyId'>, keys: OpenKeys): Opened<SignalContent> =>
  opened(row, keys, openContent);

export const openedTurn = ({ turn, by, week, sealedForDesk, keyId }: SealedTurn, keys: OpenKeys): DeskTurn => ({
  ...{ turn, by, week },
  text: opened({ sealed: sealedForDesk, keyId }, keys, openText),
});
