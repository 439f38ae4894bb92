import { stateOf, type Meeting, type MeetingState } from '../../../domain/meetings/index.ts';
import { sayDistance, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Link } from '../link.ts';
import type { MeetingSetting } from './article.ts';
import { movedView } from './moved.ts';
import { sayWhere } from './words.ts';
import type { ViewNeeds } from '../texts.ts';

/** A sentence that stands out above a meeting: it is off, it has moved, it has begun, it was. */
export interface NoticeView {
  readonly state: Exclude<MeetingState, 'upcoming'> | 'moved';
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: Link | null;
}

function offNotice(meeting: Meeting, { t, now }: ViewNeeds): NoticeView {
  const reason = meeting.cancelled?.trim() ?? '';
  const why = reason === '' ? [] : [t('meetings.state.off.reason', { reason })];
  const next = stateOf(meeting, now) === 'called-off' ? [t('meetings.state.off.signedUp')] : [];
  const lines = [t('meetings.state.off.text'), ...why, ...next];
  return { state: 'called-off', title: t('meetings.state.off'), lines, link: null };
}

/** For who wrote down the old day, or would go to the old place. */
function movedNotice(meeting: Meeting, { history }: MeetingSetting, { t }: ViewNeeds): NoticeView[] {
  const { time, place } = movedView(meeting, history, t);
  const lines = [
    ...(time === null ? [] : [t('meetings.state.moved.time', { before: time, now: sayMoment(meeting.startsAt) })]),
    ...(place === null ? [] : [t('meetings.state.moved.place', { before: place, now: sayWhere(meeting, t) })]),
  ];
  return lines.length === 0 ? [] : [{ state: 'moved', title: t('meetings.state.moved'), lines, link: null }];
}

/** What one must know before the rest. */
export function noticesOf(meeting: Meeting, setting: MeetingSetting, needs: ViewNeeds): NoticeView[] {
  const { t, now } = needs;
  const { buurt } = setting;
  const state = stateOf(meeting, now);
  if (meeting.cancelled !== null) return [offNotice(meeting, needs)];
  if (state === 'upcoming' || state === 'called-off') return movedNotice(meeting, setting, needs);
  if (state === 'running')
    return [{ state, title: t('meetings.state.running'), lines: [t('meetings.state.running.text')], link: null }];
  const lines = [t('meetings.state.past.text', { distance: sayDistance(meeting.endsAt, now, t) })];
  const link = { href: routes.buurt(buurt.slug), label: t('meetings.state.past.link', { buurt: buurt.name }) };
  return [{ state, title: t('meetings.state.past'), lines, link }];
}
