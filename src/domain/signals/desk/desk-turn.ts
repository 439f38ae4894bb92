import { weekOf, type Now } from '../../kernel/index.ts';
import type { SealingKey } from '../sealing/key.ts';
import { sealText } from '../sealing/content.ts';
import type { SealedTurn } from './desk-store.ts';

interface Keys {
  /** The active key of the desk. */
  readonly desk: SealingKey;
  /** The public key that follows from the receipt code. */
  readonly sender: Uint8Array;
}

/** What the desk says, sealed twice: so that the desk reads it again with its keys, and the sender with the code. */
export const deskTurn = (text: string, { desk, sender }: Keys, now: Now): Omit<SealedTurn, 'turn'> => ({
  by: 'desk',
  week: weekOf(now()),
  keyId: desk.id,
  sealedForDesk: sealText(text, desk),
  sealedForSender: sealText(text, { publicKey: sender }),
});
