import { eq, inArray } from 'drizzle-orm';
import type { GateStore } from '../../domain/signals/index.ts';
import type { SignalsDatabase } from './tables.ts';

export function makeGateStore({ read: { db, t }, write }: SignalsDatabase): GateStore {
  // What the desk asked its sender about does not wait for the desk.
  return {
    waiting: () => db.$count(t.signals, inArray(t.signals.state, ['new', 'proposed'])),
    mayWrite: () =>
      write(
        async (tx) => {
          // A form that nobody has: the lock is taken as for a signal, and the disk is left alone.
          await tx.db.delete(tx.t.spentForms).where(eq(tx.t.spentForms.hash, ''));
        },
        { rowLocks: true },
      ),
  };
}
