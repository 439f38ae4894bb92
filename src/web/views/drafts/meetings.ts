import type { Buurt } from '../../../domain/buurten/index.ts';
import type { Draft } from '../../../domain/drafts/index.ts';
import { dayOf } from '../../../domain/kernel/index.ts';
import { reportStanding, signUpWindow, stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import { sayDay, sayDays, sayDistance, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { GroupView, RowView, Way } from './rows.ts';
import type { Mark } from '../interventions/promise.ts';
import type { ViewNeeds } from '../texts.ts';

export interface MeetingsInput {
  readonly buurt: Buurt;
  readonly upcoming: readonly Meeting[];
  readonly past: readonly Meeting[];
  /** Ids of the meetings that have a report. */
  readonly reported: ReadonlySet<string>;
  /** Reports that are being written: open drafts. */
  readonly reportDrafts: readonly Draft[];
  /** Days after a meeting in which its report is promised. */
  readonly reportWithinDays: number;
  /** Meetings are for organisers alone. */
  readonly mayOrganise: boolean;
}

interface Made {
  readonly input: MeetingsInput;
  readonly needs: ViewNeeds;
}

/** Who comes, and whether one can sign up. */
function crowd(meeting: Meeting, { t, now }: ViewNeeds): string[] {
  if (meeting.cancelled !== null) return [t('meetings.state.off')];
  const { places, placesLeft, waiting, signUpOpensAt } = meeting;
  if (signUpWindow(meeting, now) === 'not-yet' && signUpOpensAt !== null)
    return [t('drafts.overview.meetings.notYet', { moment: sayMoment(signUpOpensAt) })];
  return [
    t('drafts.overview.meetings.places', { taken: places - placesLeft, n: places }),
    ...(waiting > 0 ? [t('drafts.overview.meetings.waiting', { n: waiting })] : []),
  ];
}

const way = (href: string, label: string, { title, startsAt }: Meeting): Way => ({
  href,
  label,
  // Meetings of one series have one name.
  about: `${title}, ${sayDay(startsAt)}`,
});

/** What can be done with every meeting. */
const always = (meeting: Meeting, { input: { buurt }, needs: { t } }: Made): Way[] => [
  way(routes.manageMeeting(meeting.slug), t('drafts.overview.signUps'), meeting),
  way(routes.newDraft(buurt.slug, 'meeting', meeting.id), t('drafts.overview.change'), meeting),
  way(routes.copyMeeting(buurt.slug, meeting.id), t('drafts.overview.meetings.copy'), meeting),
];

function upcomingRow(meeting: Meeting, made: Made): RowView {
  const { input, needs } = made;
  const { t, now } = needs;
  const isToday = dayOf(meeting.startsAt) === dayOf(now) && meeting.cancelled === null;
  const marks: Mark[] = isToday ? [{ kind: 'running', words: t('drafts.overview.meetings.today') }] : [];
  const door = way(routes.door(meeting.slug), t('drafts.overview.meetings.door'), meeting);
  return {
    id: meeting.id,
    title: meeting.title,
    marks,
    more: [sayMoment(meeting.startsAt), sayDistance(meeting.startsAt, now, t), ...crowd(meeting, needs)],
    ways: input.mayOrganise ? [...(isToday ? [door] : []), ...always(meeting, made)] : [],
  };
}

/** Whether there is a report, and else by when, in words with a mark. */
function reportMark(meeting: Meeting, { input, needs: { t, now } }: Made): Mark[] {
  const published = input.reported.has(meeting.id);
  const standing = reportStanding(meeting, { published, withinDays: input.reportWithinDays, now });
  switch (standing.kind) {
    case 'none':
      return [];
    case 'published':
      return [{ kind: 'done', words: t('drafts.overview.meetings.reportThere') }];
    case 'expected':
      return [{ kind: 'planned', words: t('drafts.overview.meetings.reportDue', { day: sayDay(standing.on) }) }];
    case 'late':
      return [{ kind: 'late', words: t('drafts.overview.meetings.reportLate', { time: sayDays(standing.days, t) }) }];
  }
}

/** The next thing to do with what was held: write the report, go on with it, or change it. */
function reportWay(meeting: Meeting, { input, needs: { t, now } }: Made): Way[] {
  if (meeting.cancelled !== null || stateOf(meeting, now) !== 'past') return [];
  const draft = input.reportDrafts.find(({ subjectId }) => subjectId === meeting.id);
  if (draft !== undefined) return [way(routes.draft(draft.id), t('drafts.overview.meetings.continueReport'), meeting)];
  const there = input.reported.has(meeting.id);
  const label = t(there ? 'drafts.overview.meetings.changeReport' : 'drafts.overview.meetings.writeReport');
  return [way(routes.newDraft(input.buurt.slug, 'report', meeting.id), label, meeting)];
}

const pastRow = (meeting: Meeting, made: Made): RowView => ({
  id: meeting.id,
  title: meeting.title,
  marks: reportMark(meeting, made),
  more: [sayMoment(meeting.startsAt), ...(meeting.cancelled === null ? [] : [made.needs.t('meetings.state.off')])],
  ways: made.input.mayOrganise ? [...reportWay(meeting, made), ...always(meeting, made)] : [],
});

/** Meetings with the next step of each: to come, and held. */
export function meetingGroups(input: MeetingsInput, needs: ViewNeeds): GroupView[] {
  const { t } = needs;
  const made = { input, needs };
  const add = {
    href: routes.newDraft(input.buurt.slug, 'meeting'),
    label: t('drafts.overview.new.meeting'),
  };
  return [
    {
      title: t('drafts.overview.meetings'),
      none: t('drafts.overview.meetings.none'),
      add: input.mayOrganise ? add : null,
      rows: input.upcoming.map((meeting) => upcomingRow(meeting, made)),
    },
    {
      title: t('drafts.overview.meetings.held'),
      none: t('drafts.overview.meetings.held.none'),
      add: null,
      rows: input.past.map((meeting) => pastRow(meeting, made)),
    },
  ];
}
