import { DAY_MS } from '../../domain/kernel/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';

/** How long a meeting stays in the feeds after its end: a program that looks rarely still learns what happened to it. */
const RECENT_DAYS = 90;
/** More than this many past meetings in those days go to no feed; a bound for the answer, not for the portal. */
const MOST_PAST = 500;

/** What the feeds are about: every meeting to come, those of the last 90 days, and those called off; soonest first. */
export async function recentMeetings(
  app: Pick<App.Locals['app'], 'meetings' | 'now'>,
  buurtId?: string,
): Promise<Meeting[]> {
  const since = app.now().getTime() - RECENT_DAYS * DAY_MS;
  const [upcoming, past] = await Promise.all([
    app.meetings.listUpcoming(buurtId),
    app.meetings.listPast(MOST_PAST, buurtId),
  ]);
  return [...past.filter(({ endsAt }) => endsAt.getTime() > since).toReversed(), ...upcoming];
}

/** When the newest of these texts changed; undefined when there is none. */
export function lastChange(texts: readonly { readonly changedAt: Date }[]): Date | undefined {
  const times = texts.map(({ changedAt }) => changedAt.getTime());
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
