import type { Draft } from '../../../domain/drafts/index.ts';
import { dayOf, daysBetween } from '../../../domain/kernel/index.ts';
import { reportStanding, type Meeting } from '../../../domain/meetings/index.ts';
import { sayDay, sayDays, sayDistance, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { BuurtToday } from './facts.ts';
import type { TodayNeeds, Waiting } from './today.ts';

/** How far ahead a meeting is worth a line, in days. */
const SOON = 14;

function goTo({ slug, startsAt }: Meeting, { t, now }: TodayNeeds): Waiting['go'] {
  if (dayOf(startsAt) === dayOf(now)) return { href: routes.door(slug), label: t('accounts.today.doorGo') };
  return { href: routes.manageMeeting(slug), label: t('accounts.today.meetingGo') };
}

/** Meetings of today and the next two weeks in all these buurten, soonest first, with how full they are. */
export function meetingsToday(buurten: readonly BuurtToday[], needs: TodayNeeds): Waiting[] {
  const { t, now } = needs;
  const soon = buurten
    .flatMap(({ buurt, meetings }) => meetings.map((meeting) => ({ buurt, meeting })))
    .filter(
      ({ meeting: { startsAt, cancelled } }) => cancelled === null && daysBetween(dayOf(now), dayOf(startsAt)) <= SOON,
    )
    .toSorted((one, other) => one.meeting.startsAt.getTime() - other.meeting.startsAt.getTime());
  return soon.map(({ buurt, meeting }) => ({
    kind: 'meeting',
    mark: sayDistance(meeting.startsAt, now, t),
    words: meeting.title,
    more: [
      sayMoment(meeting.startsAt),
      t('accounts.today.signUps', { n: meeting.places - meeting.placesLeft, places: meeting.places }),
      ...(meeting.waiting > 0 ? [t('accounts.today.waiting', { n: meeting.waiting })] : []),
    ],
    where: buurt.name,
    go: goTo(meeting, needs),
  }));
}

/** The draft in which somebody writes this report already. */
export const reportDraft = (drafts: readonly Draft[], meeting: Pick<Meeting, 'id'>): Draft | undefined =>
  drafts.find(({ kind, subjectId }) => kind === 'report' && subjectId === meeting.id);

/** Reports that residents wait for; `days` is how late, 0 or less while there is time. */
export function reportsToday({ buurt, drafts, unreported }: BuurtToday, needs: TodayNeeds) {
  const { t, now, reportWithinDays } = needs;
  return unreported.flatMap((meeting): (Waiting & { readonly days: number })[] => {
    const standing = reportStanding(meeting, { published: false, withinDays: reportWithinDays, now });
    if (standing.kind !== 'late' && standing.kind !== 'expected') return [];
    const isLate = standing.kind === 'late';
    const draft = reportDraft(drafts, meeting);
    return [
      {
        kind: isLate ? 'late' : 'report',
        days: isLate ? standing.days : 0,
        mark: isLate
          ? t('accounts.today.reportLate', { time: sayDays(standing.days, t) })
          : t('accounts.today.reportDue', { day: sayDay(standing.on) }),
        words: meeting.title,
        more: [t('accounts.today.heldOn', { day: sayDay(meeting.startsAt) })],
        where: buurt.name,
        go: {
          href: draft === undefined ? routes.newDraft(buurt.slug, 'report', meeting.id) : routes.draft(draft.id),
          label: t(draft === undefined ? 'accounts.today.reportGo' : 'accounts.today.reportGoOn'),
        },
      },
    ];
  });
}
