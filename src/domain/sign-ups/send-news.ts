import { DAY_MS } from '../kernel/index.ts';
import type { Meeting, Report } from '../meetings/index.ts';
import { letterFor, letterWriter, type SignUpsNeeds } from './needs.ts';
import { OldNews } from './sign-up.ts';

const HOUR_MS = 3_600_000;
/** Long past every meeting whose names are kept. */
const MOST_REMEMBERED = 5_000;

interface Reminder {
  readonly fact: string;
  /** When it was to go out. */
  readonly dueAt: Date;
}

/**
 * The reminder that is due now: after a clock that stood still only the latest, as nobody needs two at once. Undefined when
 * none is. A meeting that moves gets new ones: the fact names the moment at which it starts.
 */
export function reminderDue(
  { startsAt, cancelled }: Pick<Meeting, 'startsAt' | 'cancelled'>,
  hoursBefore: readonly number[],
  now: Date,
): Reminder | undefined {
  if (cancelled !== null || startsAt <= now) return undefined;
  const due = hoursBefore.filter((hours) => startsAt.getTime() - hours * HOUR_MS <= now.getTime());
  if (due.length === 0) return undefined;
  const hours = Math.min(...due);
  return {
    fact: `reminder:${hours}:${startsAt.toISOString()}`,
    dueAt: new Date(startsAt.getTime() - hours * HOUR_MS),
  };
}

/** Files the report for who asked for it and did not get it yet; tells how many letters. */
export function tellReport(needs: SignUpsNeeds, meeting: Meeting, report: Report): Promise<number> {
  const about = { meetingId: meeting.id, event: 'report', fact: 'report', before: needs.now() } as const;
  return needs.signUps.tell(about, letterWriter(needs, meeting, { report }));
}

/**
 * Reminds who has a confirmed place, and sends the report of a meeting to who asked for it; each once. Run by the clock,
 * every minute: what this process told of a meeting it does not look up again, and the store holds that nobody hears it twice.
 */
export function makeSendNews(needs: SignUpsNeeds): () => Promise<number> {
  const { signUps, meetings, reports, now } = needs;
  const told = new Set<string>();

  async function once(key: string, tell: () => Promise<number>): Promise<number> {
    if (told.has(key)) return 0;
    const letters = await tell();
    told.add(key);
    for (const old of told) {
      if (told.size <= MOST_REMEMBERED) break;
      told.delete(old);
    }
    return letters;
  }

  async function remind(meeting: Meeting): Promise<number> {
    const due = reminderDue(meeting, needs.remindHoursBefore, now());
    if (!due) return 0;
    const { fact, dueAt: before } = due;
    const about = { meetingId: meeting.id, event: 'reminder', fact, before } as const;
    return once(`${meeting.id} ${fact}`, async () => signUps.tell(about, await letterFor(needs, meeting)));
  }

  async function sendReport(meeting: Meeting): Promise<number> {
    if (meeting.endsAt > now() || told.has(`${meeting.id} report`)) return 0;
    const report = await reports.get(meeting.id);
    return report ? once(`${meeting.id} report`, () => tellReport(needs, meeting, report)) : 0;
  }

  /** One meeting of which nothing can be told does not keep the others waiting. */
  async function tellOf(meeting: Meeting): Promise<number> {
    try {
      return (await remind(meeting)) + (await sendReport(meeting));
    } catch (error) {
      // Changed since it was read: the next round tells how it is.
      if (!(error instanceof OldNews)) needs.report('news of a meeting could not be written', error);
      return 0;
    }
  }

  return async () => {
    let letters = 0;
    // Those of which the names are still kept, and all that are to come.
    const since = new Date(now().getTime() - needs.forgetAfterDays * DAY_MS);
    for (const meeting of await meetings.listUpcoming(since)) letters += await tellOf(meeting);
    if (letters > 0) needs.wake?.();
    return letters;
  };
}
