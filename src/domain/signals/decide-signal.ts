import { mayReadSignals, ok, refused, type Actor, type RecordDeed, type Result } from '../kernel/index.ts';
import type { SignalState, SignalStore } from './signal.ts';

export interface Decision {
  readonly id: string;
  /** What the desk saw it to be; when somebody else was first it is not so any more. */
  readonly from: SignalState;
  /** `new` takes a decision back. */
  readonly to: SignalState;
}

const ACTIONS = { accepted: 'signal.accept', refused: 'signal.refuse', new: 'signal.reopen' } as const;

interface Needs {
  readonly store: Pick<SignalStore, 'decide'>;
  readonly record: RecordDeed;
}

/** The desk accepts, refuses, or takes that back. `stale`: somebody else decided first, or there is no such signal. */
export const makeDecideSignal =
  ({ store, record }: Needs) =>
  async (actor: Actor, { id, from, to }: Decision): Promise<Result<SignalState, 'forbidden' | 'stale'>> => {
    if (!mayReadSignals(actor)) return refused('forbidden');
    if (from === to || (await store.decide(id, from, to)) === 'stale') return refused('stale');
    await record({ actor, action: ACTIONS[to], object: `signal:${id}`, buurtId: null });
    return ok(to);
  };
