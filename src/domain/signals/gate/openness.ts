import type { Now } from '../../kernel/index.ts';
import type { Budgets } from './budgets.ts';
import { makeLatch } from './latch.ts';
import { hourOf } from './stamp.ts';

/**
 * `open` · `fast-only`: open, but without JavaScript there is no room for a while · `no-key`: the desk has no key to seal to ·
 * `waiting`: the desk has too much to read · `full`: no room on the disk · `budget`: too many in this hour · `away`: the
 * database does not answer, or cannot be written.
 */
export type Openness = 'open' | 'fast-only' | 'no-key' | 'waiting' | 'full' | 'budget' | 'away';

export const isFormOpen = (openness: Openness): boolean => openness === 'open' || openness === 'fast-only';

/** What is counted in the database of the signals. */
export interface GateStore {
  /** How many signals wait for the desk. Fails when the database does not answer. */
  waiting(): Promise<number>;
  /** Writes nothing. Fails, or keeps waiting, when a signal could not be stored now: a database can be read while it is locked. */
  mayWrite(): Promise<void>;
}

/** The key that new signals are sealed to, if there is one. */
export interface GateKeys {
  activeKey(): Promise<object | undefined>;
}

export interface OpennessNeeds {
  readonly gateStore: GateStore;
  /** Room on the disk of the signals, in megabytes. Of a PostgreSQL server we see only our own disk. */
  readonly freeMegabytes: () => Promise<number>;
  readonly now: Now;
  readonly signalsWaiting: number;
  readonly minFreeMegabytes: number;
}

/** How long one look counts, in milliseconds; and how long a database may take to answer. */
const TRUST = 3_000;
const PATIENCE = 2_000;
/** A queue of the desk that was full is open again when a tenth of it was read. */
const ROOM_TO_OPEN = 0.9;
/** From here on the rest of the queue is for those with proof of work. */
const FOR_ALL = 0.75;

export interface OpennessUses {
  look(): Promise<Openness>;
  /** The last answer and the hour of the stamp; looks again in the background when that was a while ago. */
  mark(): string;
}

export function makeOpenness({
  keys,
  budgets,
  ...needs
}: OpennessNeeds & { readonly keys: GateKeys; readonly budgets: Budgets }): OpennessUses {
  const { now, signalsWaiting, minFreeMegabytes } = needs;
  const isLate = makeLatch(signalsWaiting, signalsWaiting * ROOM_TO_OPEN);
  const isLateForAll = makeLatch(signalsWaiting * FOR_ALL, signalsWaiting * FOR_ALL * ROOM_TO_OPEN);
  const isFull = makeLatch(-minFreeMegabytes, -minFreeMegabytes / ROOM_TO_OPEN);
  let last: { readonly said: Openness; readonly until: number } | undefined;
  let looking: Promise<Openness> | undefined;

  async function judge(): Promise<Openness> {
    const { gateStore, freeMegabytes } = needs;
    const seen = await inTime(
      Promise.all([keys.activeKey(), gateStore.waiting(), freeMegabytes(), gateStore.mayWrite()]),
    );
    if (seen === undefined) return 'away';
    const [key, waiting, free] = seen;
    const late = { forAll: isLateForAll(waiting), quite: isLate(waiting) };
    if (isFull(-free)) return 'full';
    if (key === undefined) return 'no-key';
    if (late.quite) return 'waiting';
    if (budgets.isClosed()) return 'budget';
    return late.forAll || budgets.isSlowClosed() ? 'fast-only' : 'open';
  }

  function lookAgain(): Promise<Openness> {
    looking ??= judge()
      .then((said) => {
        last = { said, until: now().getTime() + TRUST };
        return said;
      })
      .finally(() => (looking = undefined));
    return looking;
  }
  const isFresh = () => last !== undefined && now().getTime() < last.until;

  return {
    look: () => (last !== undefined && isFresh() ? Promise.resolve(last.said) : lookAgain()),
    mark() {
      if (!isFresh()) void lookAgain();
      return `${last?.said ?? 'unknown'} ${hourOf(now)}`;
    },
  };
}

/** Undefined when it fails, or takes too long: both are a database that does not answer. */
async function inTime<Value>(work: Promise<Value>): Promise<Value | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), PATIENCE);
  try {
    return await Promise.race([work, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
