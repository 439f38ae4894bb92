import type { Now } from '../../kernel/index.ts';
import type { Lanes } from './form-token.ts';
import { makeLatch } from './latch.ts';
import { SlidingCount } from './sliding-count.ts';

const HOUR = 3_600_000;
/** A closed budget opens again when so much of it is free. */
const ROOM_TO_OPEN = 0.8;
/** From here on the proof is more work. */
const BUSY = 0.5;
/** Replies for each signal that fits in an hour: far more than any desk asks for. */
const REPLIES = 5;
/** So many times the slow budget gets in of those who saw an open form: more than any neighbourhood, less than a flood. */
const LAST_RESORT = 4;

/** What came to this process in the last hour; numbers only. */
export interface Budgets {
  /** The form closes for who has not opened it yet. */
  isClosed(): boolean;
  /** There is no room for who comes without proof of work. */
  isSlowClosed(): boolean;
  isBusy(): boolean;
  /** Proof of work always gets in. Without, who was promised room gets in until it is a flood. */
  hasRoom(lane: 'fast' | 'slow', promised: Lanes): boolean;
  count(lane: 'fast' | 'slow'): void;
  /** Counts a reply of a sender to the desk; false: there is no room for more in this hour. */
  takesReply(): boolean;
}

export function makeBudgets(needs: {
  readonly now: Now;
  readonly signalsPerHour: number;
  readonly slowSignalsPerHour: number;
}): Budgets {
  const { now, signalsPerHour, slowSignalsPerHour } = needs;
  const fast = new SlidingCount(now, HOUR);
  const slow = new SlidingCount(now, HOUR);
  // Only who holds a code can reply, and 20 times at most: this is for who has made many signals in order to.
  const replies = new SlidingCount(now, HOUR);
  const isClosed = makeLatch(signalsPerHour, signalsPerHour * ROOM_TO_OPEN);
  const isSlowClosed = makeLatch(slowSignalsPerHour, slowSignalsPerHour * ROOM_TO_OPEN);
  // A flood without proof takes its own budget and no more: it cannot close the form for the others.
  const total = () => fast.total + Math.min(slow.total, slowSignalsPerHour);

  return {
    isClosed: () => isClosed(total()),
    isSlowClosed: () => isSlowClosed(slow.total),
    isBusy: () => total() >= signalsPerHour * BUSY,
    hasRoom: (lane, promised) =>
      lane === 'fast' || slow.total < slowSignalsPerHour * (promised === 'all' ? LAST_RESORT : 1),
    count: (lane) => (lane === 'fast' ? fast : slow).add(),
    takesReply() {
      if (replies.total >= signalsPerHour * REPLIES) return false;
      replies.add();
      return true;
    },
  };
}
