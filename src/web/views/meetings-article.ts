import { stateOf, type Meeting, type MeetingContent, type MeetingState } from '../../domain/meetings/index.ts';
import type { Version } from '../../domain/kernel/index.ts';
import { sayDay, sayDistance } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import type { Link } from './link.ts';
import { sayLanguages, sayPlaces } from './meetings-words.ts';
import { meetingCard, momentView, type MomentView } from './meetings.ts';
import type { ViewNeeds } from './texts.ts';

/** A sentence that stands out above a meeting: it is off, it has begun, it was. */
export interface NoticeView {
  readonly state: Exclude<MeetingState, 'upcoming'>;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link: Link | null;
}

/** Everything a resident wants to know of a meeting. */
export interface MeetingArticleView {
  readonly title: string;
  readonly summary: string;
  readonly moment: MomentView;
  readonly notice: NoticeView | null;
  readonly placeName: string;
  readonly address: string;
  readonly organiser: string;
  readonly languages: string;
  readonly access: readonly string[];
  readonly html: string;
  /** Null when nobody can sign up. */
  readonly places: string | null;
  readonly signUp: Link | null;
  readonly calendar: Link | null;
  readonly themes: readonly Link[];
  readonly changes: readonly string[];
}

/** What stands around a meeting. A draft has no history yet. */
export interface MeetingSetting {
  readonly buurt: { readonly slug: string; readonly name: string };
  readonly themes: readonly { readonly id: string; readonly slug: string; readonly title: string }[];
  readonly history: readonly Version<MeetingContent>[];
}

function noticeOf(meeting: Meeting, { buurt }: MeetingSetting, { t, now }: ViewNeeds): NoticeView | null {
  const state = stateOf(meeting, now);
  const reason = meeting.cancelled?.trim() ?? '';
  if (meeting.cancelled !== null) {
    const why = reason === '' ? [] : [t('meetings.state.off.reason', { reason })];
    const next = state === 'called-off' ? [t('meetings.state.off.signedUp')] : [];
    const lines = [t('meetings.state.off.text'), ...why, ...next];
    return { state: 'called-off', title: t('meetings.state.off'), lines, link: null };
  }
  if (state === 'running')
    return { state, title: t('meetings.state.running'), lines: [t('meetings.state.running.text')], link: null };
  if (state !== 'past') return null;
  const distance = sayDistance(meeting.endsAt, now, t);
  return {
    state,
    title: t('meetings.state.past'),
    lines: [t('meetings.state.past.text', { distance, buurt: buurt.name })],
    link: { href: routes.buurt(buurt.slug), label: t('meetings.state.past.link') },
  };
}

const accessOf = ({ wheelchair, childcare, food }: MeetingContent, t: Translate): string[] => [
  t(`meetings.wheelchair.${wheelchair ? 'yes' : 'no'}`),
  t(`meetings.childcare.${childcare ? 'yes' : 'no'}`),
  t(`meetings.food.${food ? 'yes' : 'no'}`),
];

/** Each change with its day, newest first. */
const changesOf = (history: MeetingSetting['history'], t: Translate): string[] =>
  history
    .filter(({ version }) => version > 1)
    .toSorted((one, other) => other.version - one.version)
    .map(({ at, note }) =>
      t('meetings.changes.entry', { day: sayDay(at), note: note.trim() || t('meetings.changes.plain') }),
    );

/** A meeting as its page shows it, also when it is over or called off. */
export function meetingArticle(meeting: Meeting, setting: MeetingSetting, needs: ViewNeeds): MeetingArticleView {
  const { t, now, texts } = needs;
  const { signUp, places } = meetingCard(meeting, { t, now });
  const isOver = stateOf(meeting, now) === 'past';
  return {
    title: meeting.title,
    summary: meeting.summary,
    moment: momentView(meeting, { t, now }),
    notice: noticeOf(meeting, setting, needs),
    placeName: meeting.placeName,
    address: meeting.address,
    organiser: meeting.organiser,
    languages: sayLanguages(meeting.languages, t),
    access: accessOf(meeting, t),
    html: texts.block(meeting.description, 2),
    places: places === null ? null : sayPlaces(meeting, t),
    signUp,
    calendar: isOver ? null : { href: routes.calendar(meeting.slug), label: t('meetings.calendar') },
    themes: setting.themes
      .filter(({ id }) => meeting.themeIds.includes(id))
      .map(({ slug, title }) => ({ href: routes.theme(setting.buurt.slug, slug), label: title })),
    changes: changesOf(setting.history, t),
  };
}
