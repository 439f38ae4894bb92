import { escapeHtml, type Version } from '../../domain/kernel/index.ts';
import type { Meeting, MeetingContent, Report } from '../../domain/meetings/index.ts';
import { sayLongDay } from '../dates.ts';
import { markdown } from '../markdown.ts';
import type { MessageKey, Translate } from '../translate.ts';
import { sayHours } from '../views/meetings/words.ts';

/** Something that happened to a meeting: announced, changed, called off, or told about afterwards. */
export interface FeedEntry {
  /** The same for ever, in the portal: `{meeting}/{version}` or `{meeting}/report/{version}`. */
  readonly key: string;
  readonly slug: string;
  readonly at: Date;
  readonly title: string;
  /** Safe HTML. */
  readonly html: string;
}

const paragraph = (words: string): string => (words.trim() === '' ? '' : `<p>${escapeHtml(words.trim())}</p>`);

function whatHappened({ version, content }: Version<MeetingContent>, before: MeetingContent | undefined): MessageKey {
  if (content.cancelled !== null && (before?.cancelled ?? null) === null) return 'meetings.feed.off';
  return version === 1 ? 'meetings.feed.announced' : 'meetings.feed.changed';
}

function meetingHtml({ note, content }: Version<MeetingContent>, t: Translate): string {
  const { placeName: place, address, cancelled, summary } = content;
  const day = sayLongDay(content.startsAt);
  return [
    note,
    cancelled ?? '',
    summary,
    t('meetings.feed.when', { day, hours: sayHours(content, t) }),
    t('meetings.feed.where', { place, address }),
  ]
    .map(paragraph)
    .join('\n');
}

/** Each version of a meeting is an entry of its own: who reads feeds sees what changed, and keeps what was said first. */
export function meetingEntries(
  meeting: Meeting,
  history: readonly Version<MeetingContent>[],
  t: Translate,
): FeedEntry[] {
  const byVersion = new Map(history.map((one) => [one.version, one.content]));
  return history.map((one) => ({
    key: `${meeting.id}/${one.version}`,
    slug: meeting.slug,
    at: one.at,
    title: t(whatHappened(one, byVersion.get(one.version - 1)), { title: one.content.title }),
    html: meetingHtml(one, t),
  }));
}

/** The report is one entry, whose time of change moves along. */
export function reportEntry({ id, slug, title }: Meeting, report: Report, t: Translate): FeedEntry {
  const agreed = report.agreements.map(({ what, owner }) => `<li>${escapeHtml(`${what} (${owner})`)}</li>`);
  const list = agreed.length === 0 ? '' : `${paragraph(t('meetings.feed.agreed'))}<ul>${agreed.join('')}</ul>`;
  const [said, next] = [report.said, report.next].map((words) => markdown(words, { below: 1, t }));
  return {
    key: `${id}/report`,
    slug,
    at: report.changedAt,
    title: t('meetings.feed.report', { title }),
    html: [said, list, next].join('\n'),
  };
}
