import type { Signal } from '../signal.ts';
import type { ConfirmedBurst } from './ledger.ts';

const byId = (a: Signal, b: Signal) => (a.id < b.id ? -1 : 1);

/**
 * Which signals of one buurt count, each as one contributor. We cannot know who sent what without tracking, so this is a
 * stated proxy: an accepted signal is one contributor, a duplicate none, and a burst (so many in one cell and week, see
 * SIGNAL_BURST) counts once, until the desk confirms how many people are behind it. What was released keeps counting.
 */
export function contributors(
  signals: readonly Signal[],
  bursts: readonly ConfirmedBurst[],
  size: number,
): readonly Signal[] {
  const together = Object.groupBy(signals, ({ cell, week }) => `${week} ${cell ?? ''}`);
  return Object.values(together).flatMap((ofWeek = []) => {
    if (ofWeek.length < size) return ofWeek;
    const released = ofWeek.filter(({ state }) => state === 'released');
    // Ids are random: the order tells nothing of who came first.
    const waiting = ofWeek.filter(({ state }) => state !== 'released').toSorted(byId);
    const sure = bursts.find(({ week, cell }) => week === ofWeek[0]?.week && cell === (ofWeek[0].cell ?? ''));
    const more = sure ? Math.max(0, sure.confirmed - released.length) : 1;
    return [...released, ...waiting.slice(0, more)];
  });
}
