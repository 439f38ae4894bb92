import type { Accent } from '../../../domain/buurten/index.ts';
import { reportStanding, type Meeting } from '../../../domain/meetings/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { Link } from '../link.ts';
import { byMonth, meetingCard, type MeetingCardView, type MonthView } from './card.ts';
import { standingView, type StandingView } from '../reports/outcomes.ts';

/** How many meetings one page shows, of those to come and of those that were. */
const SHOWN = { upcoming: 20, past: 15 };
/** There is no end to the past; search engines find what is older. */
const MOST_PAST = 500;

interface BuurtView {
  readonly slug: string;
  readonly name: string;
  readonly accent: Accent;
}

interface EntryView {
  readonly card: MeetingCardView;
  readonly buurt: Pick<BuurtView, 'name' | 'accent'>;
}

/** A meeting that was, with what became of it: a link to its report, or when that comes. */
export interface PastView extends EntryView {
  readonly report: Link | null;
  readonly awaited: StandingView | null;
}

/** One page of a longer list. */
export interface PartView {
  /** "U ziet bijeenkomst 21 tot en met 40 van de 200."; null when everything is here. */
  readonly shown: string | null;
  readonly next: Link | null;
  readonly previous: Link | null;
}

export interface MeetingsPageView {
  readonly title: string;
  /** Set when only meetings of this buurt are shown. */
  readonly buurt: BuurtView | undefined;
  readonly none: string;
  readonly months: readonly MonthView<EntryView>[];
  readonly upcoming: PartView;
  readonly past: readonly PastView[];
  readonly pastPart: Pick<PartView, 'next' | 'previous'>;
  readonly subscribe: Link;
  readonly feed: Link;
  /** The address of this page without anything that does not matter. */
  readonly canonical: string;
}

interface Asked {
  readonly app: Pick<App.Locals['app'], 'meetings' | 'buurten' | 'now' | 'site'>;
  readonly t: Translate;
  /** `buurt`: of one buurt only; `vanaf` and `eerder`: how many to pass over, of those to come and of those that were. */
  readonly query: URLSearchParams;
}

/** A number of meetings to pass over: a whole page of them, and never past the end. Whatever else was typed is 0. */
function offsetOf(given: string | null, { size, total }: { readonly size: number; readonly total: number }): number {
  const asked = /^\d{1,5}$/.test(given ?? '') ? Number(given) : 0;
  const last = Math.max(0, Math.ceil(total / size) - 1) * size;
  return Math.min(Math.floor(asked / size) * size, last);
}

type Place = Readonly<Record<'vanaf' | 'eerder', number>>;

/** The address of the list with these meetings passed over. */
function addressOf(buurt: BuurtView | undefined, { vanaf, eerder }: Place): string {
  const query = new URLSearchParams({
    ...(buurt && { buurt: buurt.slug }),
    ...(vanaf > 0 && { vanaf: String(vanaf) }),
    ...(eerder > 0 && { eerder: String(eerder) }),
  });
  return query.size === 0 ? routes.meetings() : `${routes.meetings()}?${query}`;
}

async function pastViews(past: readonly Meeting[], { app, t }: Asked, entry: (meeting: Meeting) => EntryView) {
  const now = app.now();
  const { reportWithinDays: withinDays } = app.site;
  return Promise.all(
    past.map(async (meeting): Promise<PastView> => {
      const published = (await app.meetings.report(meeting.id)) !== undefined;
      const awaited = standingView(reportStanding(meeting, { published, withinDays, now }), t);
      const shown = entry(meeting);
      return {
        ...shown,
        awaited,
        report: published ? { href: shown.card.href, label: t('reports.standing.published') } : null,
      };
    }),
  );
}

function followLinks(buurt: BuurtView | undefined, t: Translate): Pick<MeetingsPageView, 'subscribe' | 'feed'> {
  const label = buurt ? t('meetings.follow.calendar.buurt', { buurt: buurt.name }) : t('meetings.follow.calendar');
  return {
    subscribe: { href: routes.calendarFeed(buurt?.slug), label },
    feed: { href: routes.meetingsFeed(buurt?.slug), label: t('meetings.follow.feed') },
  };
}

/** Which part of the meetings to come is shown, with the ways to the rest. */
function partOf(
  total: number,
  at: Place,
  { buurt, t }: { readonly buurt: BuurtView | undefined; readonly t: Translate },
): PartView {
  const size = SHOWN.upcoming;
  const { vanaf } = at;
  const to = Math.min(total, vanaf + size);
  const link = (from: number, label: string) => ({ href: addressOf(buurt, { ...at, vanaf: from }), label });
  return {
    shown: total > size ? t('meetings.page.shown', { from: vanaf + 1, to, n: total }) : null,
    next: to < total ? link(vanaf + size, t('meetings.page.next')) : null,
    previous: vanaf > 0 ? link(vanaf - size, t('meetings.page.previous')) : null,
  };
}

function pastPartOf(
  total: number,
  at: Place,
  { buurt, t }: { readonly buurt: BuurtView | undefined; readonly t: Translate },
) {
  const size = SHOWN.past;
  const { eerder } = at;
  const link = (from: number, label: string) => ({
    href: `${addressOf(buurt, { ...at, eerder: from })}#geweest`,
    label,
  });
  return {
    next: eerder + size < total ? link(eerder + size, t('meetings.past.older')) : null,
    previous: eerder > 0 ? link(eerder - size, t('meetings.past.newer')) : null,
  };
}

/** The list of meetings; undefined when there is no such buurt. */
export async function meetingsPage(asked: Asked): Promise<MeetingsPageView | undefined> {
  const { app, t, query } = asked;
  const buurten = await app.buurten.list();
  const slug = query.get('buurt');
  const buurt = slug === null ? undefined : buurten.find((one) => one.slug === slug);
  if (slug !== null && !buurt) return undefined;
  const now = app.now();
  const [upcoming, past] = await Promise.all([
    app.meetings.listUpcoming(buurt?.id),
    app.meetings.listPast(MOST_PAST, buurt?.id),
  ]);
  const at = {
    vanaf: offsetOf(query.get('vanaf'), { size: SHOWN.upcoming, total: upcoming.length }),
    eerder: offsetOf(query.get('eerder'), { size: SHOWN.past, total: past.length }),
  };
  const byId = new Map(buurten.map((one) => [one.id, one]));
  const entry = (meeting: Meeting): EntryView => {
    const its = byId.get(meeting.buurtId);
    return { card: meetingCard(meeting, { t, now }), buurt: { name: its?.name ?? '', accent: its?.accent ?? 'canal' } };
  };
  return {
    title: buurt ? t('meetings.inBuurt', { buurt: buurt.name }) : t('meetings.title'),
    buurt,
    none: buurt ? t('meetings.upcoming.noneInBuurt', { buurt: buurt.name }) : t('meetings.upcoming.none'),
    months: byMonth(upcoming.slice(at.vanaf, at.vanaf + SHOWN.upcoming), entry),
    upcoming: partOf(upcoming.length, at, { buurt, t }),
    past: await pastViews(past.slice(at.eerder, at.eerder + SHOWN.past), asked, entry),
    pastPart: pastPartOf(past.length, at, { buurt, t }),
    ...followLinks(buurt, t),
    canonical: addressOf(buurt, at),
  };
}
