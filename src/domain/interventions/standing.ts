import { dayOf, daysBetween, type Day } from '../kernel/index.ts';
import type { Intervention, InterventionState } from './intervention.ts';

/** After how many days without a report the page says so, unless the configuration says otherwise. */
const SILENT_AFTER_DAYS = 60;

/** How a promise stands today. */
export interface Standing {
  /** As last reported; `planned` while there is no report. */
  readonly state: InterventionState;
  /** Days since the promised day, 1 or more; null when it is on time, finished, stopped or without a date. */
  readonly lateByDays: number | null;
  /** Days without a report, when that is long enough to say so; null otherwise, and once it is finished or stopped. */
  readonly silentForDays: number | null;
  /** The last number that was reported; null when none was. */
  readonly reached: number | null;
  readonly target: number | null;
  /** The day of the last report, or that of the announcement. */
  readonly lastNewsOn: Day;
  /** The day on which it was reported done or stopped; null while it goes on. */
  readonly endedOn: Day | null;
}

type Promised = Pick<Intervention, 'progress' | 'dueOn' | 'target' | 'publishedAt'>;

const isOver = (state: InterventionState) => state === 'done' || state === 'stopped';

/** The oldest report of the unbroken run of `done` or `stopped` reports that it ends with. */
function endOf(progress: Intervention['progress']): Day | null {
  const newestOpen = progress.findIndex(({ state }) => !isOver(state));
  const end = progress[(newestOpen === -1 ? progress.length : newestOpen) - 1];
  return end === undefined ? null : dayOf(end.at);
}

/**
 * Where a promise stands: late from the day after the promised one, silent from the day on which nothing was heard for
 * `silentAfterDays` days. A report today ends the silence; a finished or stopped promise is neither.
 */
export function standing(
  { progress, dueOn, target, publishedAt }: Promised,
  today: Day,
  silentAfterDays = SILENT_AFTER_DAYS,
): Standing {
  const newest = progress[0];
  const state = newest?.state ?? 'planned';
  const lastNewsOn = dayOf(newest?.at ?? publishedAt);
  const over = isOver(state);
  const lateBy = dueOn === null ? 0 : daysBetween(dueOn, today);
  const quiet = daysBetween(lastNewsOn, today);
  return {
    state,
    lateByDays: !over && lateBy > 0 ? lateBy : null,
    silentForDays: !over && quiet >= silentAfterDays ? quiet : null,
    reached: progress.find(({ reached }) => reached !== null)?.reached ?? null,
    target: target?.number ?? null,
    lastNewsOn,
    endedOn: endOf(progress),
  };
}
