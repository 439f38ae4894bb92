import { newId } from '../../src/domain/kernel/index.ts';
import type { NewSignal } from '../../src/domain/signals/index.ts';

export const aSignal = (changes: Partial<NewSignal> = {}): NewSignal => ({
  id: newId(),
  buurtId: 'lindebuurt',
  kind: 'feeling',
  text: 'Bij het plein voel ik me thuis.',
  themeId: null,
  cell: 'r1250-4800',
  week: '2027-W09',
  state: 'new',
  receiptHash: '$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$aGFzaA',
  receiptLookup: newId(),
  ...changes,
});
