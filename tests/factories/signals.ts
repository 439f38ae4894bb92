import { newId, newSecret } from '../../src/domain/kernel/index.ts';
import type { SealedSignal } from '../../src/domain/signals/index.ts';

/** A signal on its way into the database; what is sealed of it is sealed to nobody. */
export const aSealedSignal = (changes: Partial<SealedSignal> = {}): SealedSignal => ({
  id: newId(),
  buurtId: 'lindebuurt',
  kind: 'feeling',
  themeId: null,
  cell: 'r1250-4800',
  week: '2027-W09',
  state: 'new',
  sealed: new Uint8Array(8_240).fill(7),
  keyId: 'a key',
  senderKey: new Uint8Array(32).fill(9),
  receiptHash: '$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$aGFzaA',
  receiptLookup: newSecret(),
  photo: null,
  ...changes,
});
