/** One entry of a waiting list: who, and how many people come along. */
export interface WaitingEntry {
  readonly id: string;
  readonly people: number;
}

/**
 * The one rule of the waiting list: first come, first served, and nobody overtakes.
 *
 * Walks the list in order of arrival and gives each entry its places while they fit in `free`. It stops at the first
 * that does not fit, also when somebody further on would: a small group may not pass a larger one that came before it.
 *
 * @param waiting in order of arrival
 * @param free places that nobody has taken; zero or less when an organiser took places away
 * @returns the ids that get a place, in order of arrival
 */
export function movesUp(waiting: readonly WaitingEntry[], free: number): string[] {
  const placed: string[] = [];
  let left = free;
  for (const { id, people } of waiting) {
    if (people > left) break;
    left -= people;
    placed.push(id);
  }
  return placed;
}
