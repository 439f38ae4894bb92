import { Feed } from 'feed';
import type { Buurt } from '../../domain/buurten/index.ts';
import { escapeHtml } from '../../domain/kernel/index.ts';
import type { Meeting } from '../../domain/meetings/index.ts';
import { lastChange, recentMeetings } from '../calendar/recent-meetings.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { meetingEntries, reportEntry, type FeedEntry } from './feed-entries.ts';

/** How an Atom feed is sent (RFC 4287, 7). */
export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** A feed reader keeps what it read; one that starts gets as much as a person reads. */
const MOST_ENTRIES = 60;
/** The day from which our tags count; a tag stays the same whatever happens to the address (RFC 4151). */
const TAG_SINCE = '2027';

/** What XML 1.0 has no place for: control characters, halves of a pair, and two code points that mean nothing. */
const clean = (words: string): string => words.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, ' ');

interface Asked {
  readonly app: Pick<App.Locals['app'], 'meetings' | 'now' | 'site'>;
  readonly t: Translate;
  /** Only meetings of this buurt; left out: of all. */
  readonly buurt?: Pick<Buurt, 'id' | 'slug' | 'name'>;
}

async function entriesOf({ app, t, buurt }: Asked): Promise<FeedEntry[]> {
  const meetings = await recentMeetings(app, buurt?.id);
  const told = await Promise.all(
    meetings.map(async (meeting: Meeting) => {
      const [history, report] = await Promise.all([app.meetings.history(meeting.id), app.meetings.report(meeting.id)]);
      return [...meetingEntries(meeting, history, t), ...(report ? [reportEntry(meeting, report, t)] : [])];
    }),
  );
  return told
    .flat()
    .toSorted((one, other) => other.at.getTime() - one.at.getTime() || one.key.localeCompare(other.key))
    .slice(0, MOST_ENTRIES);
}

/** What happened to meetings, newest first, for feed readers: an Atom feed (RFC 4287) and when it last changed. */
export async function meetingsFeed(asked: Asked): Promise<{ xml: string; changedAt: Date | undefined }> {
  const { app, t, buurt } = asked;
  const { baseUrl, name } = app.site;
  const entries = await entriesOf(asked);
  const changedAt = lastChange(entries.map(({ at }) => ({ changedAt: at })));
  const tag = `tag:${new URL(baseUrl).hostname},${TAG_SINCE}:`;
  const feed = new Feed({
    id: tag + (buurt ? `buurten/${buurt.id}/bijeenkomsten` : 'bijeenkomsten'),
    title: clean(
      buurt ? t('meetings.feed.titleBuurt', { buurt: buurt.name }) : t('meetings.feed.title', { portal: name }),
    ),
    description: t('meetings.feed.subtitle'),
    link: baseUrl + routes.meetings(buurt?.slug),
    feedLinks: { atom: baseUrl + routes.meetingsFeed(buurt?.slug) },
    // Without any entry it must still have a time, and the same one each time.
    updated: changedAt ?? new Date(0),
    author: { name: clean(name) },
    generator: false,
    copyright: '',
  });
  for (const { key, slug, at, title, html } of entries)
    feed.addItem({
      id: `${tag}${key}`,
      title: escapeHtml(clean(title)),
      link: baseUrl + routes.meeting(slug),
      date: at,
      content: clean(html),
    });
  // The library has no place for the language of the whole (RFC 4287, 2).
  const xml = feed.atom1().replace('<feed ', '<feed xml:lang="nl" ');
  return { xml, changedAt };
}
