import type { Accent } from '../../domain/buurten/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import type { Translate } from '../translate.ts';
import { byMonth, meetingCard, type MeetingCardView, type MonthView } from './meetings.ts';

/** How many past meetings the list still shows. */
const PAST_SHOWN = 20;

interface BuurtView {
  readonly slug: string;
  readonly name: string;
  readonly accent: Accent;
}

interface EntryView {
  readonly card: MeetingCardView;
  readonly buurt: Pick<BuurtView, 'name' | 'accent'>;
}

export interface MeetingsPageView {
  readonly title: string;
  /** Set when only meetings of this buurt are shown. */
  readonly buurt: BuurtView | undefined;
  readonly none: string;
  readonly months: readonly MonthView<EntryView>[];
  readonly past: readonly EntryView[];
}

interface Asked {
  readonly app: Pick<App.Locals['app'], 'meetings' | 'buurten' | 'now'>;
  readonly t: Translate;
  /** Of one buurt only; null: of all. */
  readonly buurtSlug: string | null;
}

/** The list of meetings; undefined when there is no such buurt. */
export async function meetingsPage({ app, t, buurtSlug }: Asked): Promise<MeetingsPageView | undefined> {
  const buurten = await app.buurten.list();
  const buurt = buurtSlug === null ? undefined : buurten.find(({ slug }) => slug === buurtSlug);
  if (buurtSlug !== null && !buurt) return undefined;
  const now = app.now();
  const [upcoming, past] = await Promise.all([
    app.meetings.listUpcoming(buurt?.id),
    app.meetings.listPast(PAST_SHOWN, buurt?.id),
  ]);
  const byId = new Map(buurten.map((one) => [one.id, one]));
  const entry = (meeting: Meeting): EntryView => {
    const its = byId.get(meeting.buurtId);
    return { card: meetingCard(meeting, { t, now }), buurt: { name: its?.name ?? '', accent: its?.accent ?? 'canal' } };
  };
  return {
    title: buurt ? t('meetings.inBuurt', { buurt: buurt.name }) : t('meetings.title'),
    buurt,
    none: buurt ? t('meetings.upcoming.noneInBuurt', { buurt: buurt.name }) : t('meetings.upcoming.none'),
    months: byMonth(upcoming, entry),
    past: past.map(entry),
  };
}

/** A meeting with its buurt, by its address; undefined when there is none. */
export async function meetingAt(app: Pick<App.Locals['app'], 'meetings' | 'buurten'>, slug: string | undefined) {
  const meeting = slug === undefined ? undefined : await app.meetings.find(slug);
  const buurt = meeting && (await app.buurten.get(meeting.buurtId));
  return meeting && buurt ? { meeting, buurt } : undefined;
}
