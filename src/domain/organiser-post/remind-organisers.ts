import { DAY_MS, dayOf, daysBetween, timeOf, type Letter, type Now } from '../kernel/index.ts';
import type { Buurt } from '../buurten/index.ts';
import type { Meeting, MeetingStore, ReportStore } from '../meetings/index.ts';
import {
  REPORT_REMINDERS,
  type Organiser,
  type OrganiserLetter,
  type OrganiserPostStore,
  type ReportDueFacts,
  type ReportReminder,
} from './organiser-post.ts';

/** Nobody is reminded at night. */
const EARLIEST = '08:00';
/** Who has not written it by then will not because of a mail; a clock that stood still sends nothing that old. */
const LAST_DAY = 14;

export interface OrganiserPostNeeds {
  readonly store: OrganiserPostStore;
  readonly meetings: Pick<MeetingStore, 'listUpcoming'>;
  readonly reports: Pick<ReportStore, 'get'>;
  readonly buurten: { get(id: string): Promise<Buurt | undefined> };
  /** Who organises in this buurt, and has used the invitation. */
  readonly organisersOf: (buurtId: string) => Promise<readonly Organiser[]>;
  /** Makes a letter of the facts; without input or output. */
  readonly letter: (facts: ReportDueFacts) => Letter;
  readonly now: Now;
  readonly wake?: () => void;
}

/** Which reminder is due at this instant, the latest only; undefined when none is. Days and hours are the Dutch ones. */
export function reportReminderDue(
  { endsAt, cancelled, reportPromised }: Pick<Meeting, 'endsAt' | 'cancelled' | 'reportPromised'>,
  now: Date,
): ReportReminder | undefined {
  const days = daysBetween(dayOf(endsAt), dayOf(now));
  if (!reportPromised || cancelled !== null || endsAt > now || days >= LAST_DAY) return undefined;
  const isDue = (day: number) => days > day || (days === day && timeOf(now) >= EARLIEST);
  return REPORT_REMINDERS.findLast(isDue);
}

/**
 * Reminds each organiser of a buurt of a meeting that was held and has no report: once after 3 days and once after 7. Run by
 * the clock; tells how many letters were new.
 */
export function makeRemindOrganisers(needs: OrganiserPostNeeds): () => Promise<number> {
  const { store, meetings, reports, now } = needs;
  /** What this process told already; the store holds that nobody hears it twice. */
  const told = new Set<string>();

  async function lettersAbout(meeting: Meeting, reminder: ReportReminder): Promise<OrganiserLetter[]> {
    const buurt = await needs.buurten.get(meeting.buurtId);
    if (!buurt) return [];
    const organisers = await needs.organisersOf(buurt.id);
    return organisers.map((organiser) => ({
      accountId: organiser.accountId,
      kind: `report-due-${reminder}`,
      fact: `report-due:${meeting.id}:${reminder}:${organiser.accountId}`,
      letter: needs.letter({ reminder, meeting, buurt, organiser, now: now() }),
      // Then the next one tells more, or nothing does.
      notAfter: new Date(meeting.endsAt.getTime() + (reminder === 3 ? 7 : LAST_DAY) * DAY_MS),
    }));
  }

  return async () => {
    let filed = 0;
    const since = new Date(now().getTime() - LAST_DAY * DAY_MS);
    for (const meeting of await meetings.listUpcoming(since)) {
      const reminder = reportReminderDue(meeting, now());
      const key = `${meeting.id}:${reminder ?? ''}`;
      if (reminder === undefined || told.has(key) || (await reports.get(meeting.id))) continue;
      filed += await store.file(await lettersAbout(meeting, reminder));
      told.add(key);
    }
    if (filed > 0) needs.wake?.();
    return filed;
  };
}
