import { addDays, dayOf, daysBetween, type Day } from '../kernel/index.ts';
import type { Meeting } from './meeting.ts';

/**
 * How far the report of a meeting is. A report is promised for every meeting that was held since the portal knows
 * reports, so many days after it; when it is not there by then, the page says how late it is.
 * - none: the meeting is still to come, did not go on, or was held before that
 * - published: there is one
 * - expected: not yet, and there still is time
 * - late: `days` days after the promised day
 */
export type ReportStanding =
  | { readonly kind: 'none' | 'published' }
  | { readonly kind: 'expected'; readonly on: Day }
  | { readonly kind: 'late'; readonly on: Day; readonly days: number };

/** Where the report stands at this instant; `withinDays` is what residents were promised. */
export function reportStanding(
  meeting: Pick<Meeting, 'endsAt' | 'cancelled' | 'reportPromised'>,
  { published, withinDays, now }: { readonly published: boolean; readonly withinDays: number; readonly now: Date },
): ReportStanding {
  if (published) return { kind: 'published' };
  if (!meeting.reportPromised || meeting.cancelled !== null || meeting.endsAt > now) return { kind: 'none' };
  const on = addDays(dayOf(meeting.endsAt), withinDays);
  const days = daysBetween(on, dayOf(now));
  return days > 0 ? { kind: 'late', on, days } : { kind: 'expected', on };
}
