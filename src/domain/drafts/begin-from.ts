import { addDays, dayOf, daysBetween } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import type { DraftFields } from './draft.ts';
import { writeFields } from './kinds/index.ts';
import type { PublishedStores } from './needs.ts';

/** A new meeting is announced at least so many days ahead. */
const AHEAD = 14;
const WEEK = 7;
/** As much as fits in the title of an intervention. */
const TITLE = 80;

/** An agreement in a report: `index` counts from 0. */
export interface AgreementAt {
  readonly meetingId: string;
  readonly index: number;
}

/** The first day that is two weeks ahead or more and the same day of the week. */
function nextSuch(meeting: Meeting, now: Date): number {
  const days = daysBetween(dayOf(meeting.startsAt), addDays(dayOf(now), AHEAD));
  return Math.ceil(days / WEEK) * WEEK;
}

/**
 * The fields of a new meeting like an earlier one: the same day of the week at the same hour, signing up as long before it, and
 * not called off. It belongs to no series.
 */
export function fieldsOfCopy(meeting: Meeting, now: Date): DraftFields {
  const fields = writeFields({ kind: 'meeting', content: { ...meeting, cancelled: null } });
  const days = nextSuch(meeting, now);
  const later = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? addDays(value, days) : '';
  };
  return {
    ...fields,
    day: later('day'),
    signUpOpensDay: later('signUpOpensDay'),
    signUpClosesDay: later('signUpClosesDay'),
  };
}

/** Cut between two words; what is cut off stands in the promise. */
function asTitle(what: string): string {
  if ([...what].length <= TITLE) return what;
  const start = [...what].slice(0, TITLE - 1).join('');
  return `${start.replace(/\s+\S*$/, '')}…`;
}

/**
 * The fields of a new intervention out of what was agreed at a meeting of this buurt; undefined when there is no such
 * agreement.
 */
export async function fieldsFromAgreement(
  { meetingId, index }: AgreementAt,
  buurtId: string,
  { meetings, reports }: Pick<PublishedStores, 'meetings' | 'reports'>,
): Promise<DraftFields | undefined> {
  const [meeting, report] = await Promise.all([meetings.get(meetingId), reports.get(meetingId)]);
  const agreement = report?.agreements[index];
  if (meeting?.buurtId !== buurtId || agreement === undefined) return undefined;
  return {
    title: asTitle(agreement.what),
    owner: agreement.owner,
    promise: agreement.what,
    dueOn: agreement.dueOn ?? '',
    themeIds: meeting.themeIds,
  };
}
