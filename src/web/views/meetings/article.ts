import type { Version } from '../../../domain/kernel/index.ts';
import { signUpWindow, stateOf, type Meeting, type MeetingContent } from '../../../domain/meetings/index.ts';
import { machineTime, sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { Link } from '../link.ts';
import { movedView, type MovedView } from './moved.ts';
import { noticesOf, type NoticeView } from './notice.ts';
import { translationViews, type TranslationView } from './translations.ts';
import { sayHours, sayLanguages, sayPlaces, sayWindow } from './words.ts';
import { meetingCard, momentView, type MomentView } from './card.ts';
import type { ViewNeeds } from '../texts.ts';

/** Another meeting of the series; `href` is null in a preview, where it has no address yet. */
export interface SeriesDate {
  readonly href: string | null;
  readonly day: string;
  readonly hours: string;
  readonly datetime: string;
  /** "gaat niet door", or null. */
  readonly mark: string | null;
}

/** Everything a resident wants to know of a meeting. */
export interface MeetingArticleView {
  readonly title: string;
  readonly summary: string;
  readonly translations: readonly TranslationView[];
  readonly moment: MomentView;
  readonly moved: MovedView;
  readonly isOff: boolean;
  /** It is over: what came of it goes before what was announced. */
  readonly isOver: boolean;
  readonly notices: readonly NoticeView[];
  readonly audience: string;
  readonly placeName: string;
  readonly address: string;
  /** This and all that helps to get there and take part is left out when it is over or called off. */
  readonly route: string;
  /** To a site of others: a plain link, nothing of it is loaded here. */
  readonly planRoute: Link | null;
  readonly online: string | null;
  readonly organiser: string;
  readonly languages: string;
  readonly access: readonly string[];
  readonly html: string;
  readonly agenda: string;
  /** Null when nobody can sign up. */
  readonly places: string | null;
  /** From when or until when; null when that needs no saying. */
  readonly window: string | null;
  readonly signUp: Link | null;
  readonly calendar: Link | null;
  /** The calendar of the whole buurt. */
  readonly subscribe: Link;
  /** To print and hang up; none when there is nothing to announce any more. */
  readonly sheets: readonly Link[];
  readonly series: readonly SeriesDate[];
  /** To the list of the buurt, when there are more. */
  readonly seriesRest: Link | null;
  readonly themes: readonly Link[];
  readonly changes: readonly string[];
}

/** What stands around a meeting. A draft has no history yet. */
export interface MeetingSetting {
  readonly buurt: { readonly slug: string; readonly name: string };
  readonly themes: readonly { readonly id: string; readonly slug: string; readonly title: string }[];
  readonly history: readonly Version<MeetingContent>[];
  /** Those that were announced with it, soonest first; itself may be among them. */
  readonly series?: readonly Meeting[];
}

const accessOf = ({ interpreters, wheelchair, childcare, food }: MeetingContent, t: Translate): string[] => [
  ...(interpreters.length > 0 ? [t('meetings.interpreters', { languages: sayLanguages(interpreters, t) })] : []),
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

/** By coordinates where they are known: an address is not always one place. */
function planRoute({ place, address }: MeetingContent, t: Translate): Link | null {
  const to = place === null ? address.trim() : `${place.lat.toFixed(5)},${place.lon.toFixed(5)}`;
  if (to === '') return null;
  const query = new URLSearchParams({ to });
  return { href: `https://www.openstreetmap.org/directions?${query}`, label: t('meetings.route.plan') };
}

/** How many other dates of a series stand on the page. */
const MOST_DATES = 6;

/** The other dates that are still to come, the first of them in sight. */
function seriesOf(meeting: Meeting, { series = [], buurt }: MeetingSetting, { t, now }: ViewNeeds) {
  const others = series.filter(({ id, endsAt }) => id !== meeting.id && endsAt > now);
  const n = others.length - MOST_DATES;
  const label = t('meetings.series.rest', { n, buurt: buurt.name });
  return {
    series: others.slice(0, MOST_DATES).map((other): SeriesDate => ({
      href: routes.meeting(other.slug),
      day: momentView(other, { t, now }).day,
      hours: sayHours(other, t),
      datetime: machineTime(other.startsAt),
      mark: other.cancelled === null ? null : t('meetings.series.off'),
    })),
    seriesRest: n > 0 ? { href: routes.meetings(buurt.slug), label } : null,
  };
}

function sheetsOf(meeting: Meeting, { t, now }: ViewNeeds): Link[] {
  if (stateOf(meeting, now) !== 'upcoming') return [];
  return [
    { href: routes.poster(meeting.slug, 'a4'), label: t('meetings.sheets.poster') },
    { href: routes.poster(meeting.slug, 'a5'), label: t('meetings.sheets.flyer') },
  ];
}

/** What one can do: sign up, put it in an agenda, hang it up. */
function actsOf(meeting: Meeting, { buurt }: MeetingSetting, needs: ViewNeeds) {
  const { t, now } = needs;
  const { signUp } = meetingCard(meeting, { t, now });
  const window = signUpWindow(meeting, now);
  const total = window === 'not-yet' ? t('meetings.places.total', { n: meeting.places }) : null;
  const isOver = stateOf(meeting, now) === 'past';
  return {
    places: window === 'open' ? sayPlaces(meeting, t) : total,
    window: sayWindow(meeting, now, t) || null,
    signUp,
    calendar: isOver ? null : { href: routes.calendar(meeting.slug), label: t('meetings.calendar') },
    subscribe: {
      href: routes.calendarFeed(buurt.slug),
      label: t('meetings.follow.calendar.buurt', { buurt: buurt.name }),
    },
    sheets: sheetsOf(meeting, needs),
  };
}

/** A meeting as its page shows it, also when it is over or called off. */
export function meetingArticle(meeting: Meeting, setting: MeetingSetting, needs: ViewNeeds): MeetingArticleView {
  const { t, now, texts } = needs;
  const { buurt, history } = setting;
  const state = stateOf(meeting, now);
  const isOver = state === 'past';
  const isOn = !isOver && state !== 'called-off';
  return {
    title: meeting.title,
    summary: meeting.summary,
    translations: translationViews(meeting),
    moment: momentView(meeting, { t, now }),
    moved: isOver ? { time: null, place: null } : movedView(meeting, history, t),
    isOff: meeting.cancelled !== null,
    isOver,
    notices: noticesOf(meeting, setting, needs),
    audience: meeting.audience.trim() || t('meetings.audience.all', { buurt: buurt.name }),
    placeName: meeting.placeName,
    address: meeting.address,
    route: isOn ? meeting.route.trim() : '',
    planRoute: isOn ? planRoute(meeting, t) : null,
    online: meeting.online && isOn ? t('meetings.online.text') : null,
    organiser: meeting.organiser,
    languages: sayLanguages(meeting.languages, t),
    access: isOver ? [] : accessOf(meeting, t),
    html: texts.block(meeting.description, 2),
    agenda: texts.block(meeting.agenda, 2),
    ...actsOf(meeting, setting, needs),
    ...seriesOf(meeting, setting, needs),
    themes: setting.themes
      .filter(({ id }) => meeting.themeIds.includes(id))
      .map(({ slug, title }) => ({ href: routes.theme(buurt.slug, slug), label: title })),
    changes: changesOf(history, t),
  };
}
