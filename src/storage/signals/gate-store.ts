import { inArray } from 'drizzle-orm';
import type { GateStore } from '../../domain/signals/index.ts';
import type { SignalsDatabase } from './tables.ts';

export function makeGateStore({ read: { db, t } }: SignalsDatabase): GateStore {
  // What the desk asked its sender about does not wait for the desk.
  return { waiting: () => db.$count(t.signals, inArray(t.signals.state, ['new', 'proposed'])) };
}
