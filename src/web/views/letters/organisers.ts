import type { Letter, LetterLanguage } from '../../../domain/kernel/index.ts';
import { reportStanding } from '../../../domain/meetings/index.ts';
import type { ReportDueFacts } from '../../../domain/organiser-post/index.ts';
import { letterWords } from '../../letter-words.ts';
import { routes } from '../../routes.ts';

export interface OrganiserLettersNeeds {
  /** Fills a letter of content/letters; see src/mail. */
  readonly write: (order: {
    readonly name: 'report-due-3' | 'report-due-7';
    readonly language: LetterLanguage;
    readonly to: string;
    readonly values: Readonly<Record<string, string>>;
  }) => Letter;
  /** The public origin: links in mails begin with it. */
  readonly origin: string;
  readonly portal: string;
  readonly reportWithinDays: number;
}

const words = letterWords.nl;

/** What residents see now where the report will be. */
function sayReport({ meeting, now }: ReportDueFacts, withinDays: number): string {
  const standing = reportStanding(meeting, { published: false, withinDays, now });
  if (standing.kind === 'late')
    return words.say('report.standing', { n: standing.days, promised: words.longDay(standing.on) });
  return words.say('report.standing.ahead', {
    promised: standing.kind === 'expected' ? words.longDay(standing.on) : '',
  });
}

/** Tells an organiser that a meeting has no report yet. */
export const makeOrganiserLetters =
  ({ write, origin, portal, reportWithinDays }: OrganiserLettersNeeds) =>
  (facts: ReportDueFacts): Letter => {
    const { reminder, meeting, buurt, organiser } = facts;
    return write({
      name: `report-due-${reminder}`,
      language: 'nl',
      to: organiser.email,
      values: {
        reader: organiser.name,
        title: meeting.title,
        day: words.longDay(meeting.startsAt),
        buurt: buurt.name,
        standing: sayReport(facts, reportWithinDays),
        draftLink: `${origin}${routes.newDraft(buurt.slug, 'report', meeting.id)}`,
        meetingLink: `${origin}${routes.meeting(meeting.slug)}`,
        portal,
      },
    });
  };
