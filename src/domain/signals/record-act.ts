import type { Actor } from '../kernel/index.ts';

/** Tells the audit log what the desk did; never with a word of a signal. `buurtId` null where only administrators may read it. */
export type RecordSignalAct = (act: {
  readonly actor: Actor;
  readonly action: 'signal.accept' | 'signal.refuse' | 'signal.reopen' | 'signals.release';
  readonly object: string;
  readonly buurtId: string | null;
}) => Promise<void>;
