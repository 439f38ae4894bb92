import { reportStanding, type Meeting, type Report, type ReportStanding } from '../../../domain/meetings/index.ts';
import { machineTime, sayDay, sayDays, sayLongDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { HeardSetting } from '../themes/heard.ts';
import type { Mark } from '../interventions/promise.ts';
import { agreementView, type AgreementView } from './article.ts';
import type { ViewNeeds } from '../texts.ts';

/** How far a report is, in words: that it is promised, or how late it is. */
export interface StandingView {
  /** With the sign that late promises have; without one while there still is time. */
  readonly mark: Mark | null;
  readonly words: string;
  readonly lines: readonly string[];
}

/** "Verslag volgt uiterlijk donderdag 1 april 2027", or how late it is; null when there is nothing to wait for. */
export function standingView(standing: ReportStanding, t: Translate): StandingView | null {
  if (standing.kind !== 'expected' && standing.kind !== 'late') return null;
  const day = sayLongDay(standing.on);
  if (standing.kind === 'expected') {
    const words = t('reports.standing.expected', { day });
    return { mark: null, words, lines: [t('reports.standing.expected.text')] };
  }
  const words = t('reports.standing.late', { amount: sayDays(standing.days, t) });
  const lines = [t('reports.standing.late.text', { day }), t('reports.standing.late.next')];
  return { mark: { kind: 'late', words }, words, lines };
}

/** What came of a meeting, in short: what was agreed and where to read the rest, or how long the report still takes. */
export interface OutcomeView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** "Bijeenkomst, 3 maart 2027" */
  readonly from: string;
  readonly datetime: string;
  readonly attended: string | null;
  readonly agreements: readonly AgreementView[];
  /** "En nog 2 afspraken."; null when all of them are here. */
  readonly rest: string | null;
  /** What happens with it, when nothing was agreed: HTML of one line. */
  readonly next: string;
  /** Null when there is a report. */
  readonly waiting: StandingView | null;
}

/** Of how many meetings a page shows what came of them: the newest. */
export const MOST_OUTCOMES = 12;
/** Among how many past meetings of a buurt those of one theme are looked for. */
export const PAST_SEARCHED = 200;

/** An outcome shows the core; all the rest is on the page of the meeting. */
const MOST_AGREEMENTS = 3;
const LONGEST_NEXT = 240;

/** Markdown as one line without its marks, cut at a word. */
function inShort(source: string): string {
  const line = source
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+>]|#+|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= LONGEST_NEXT) return line;
  return `${line.slice(0, LONGEST_NEXT).replace(/\s+\S*$/, '')}…`;
}

export interface OutcomesInput extends HeardSetting {
  /** Past ones, latest first. */
  readonly past: readonly Meeting[];
  readonly reports: readonly Report[];
  /** In how many days after a meeting its report is promised. */
  readonly reportWithinDays: number;
}

function outcomeOf(meeting: Meeting, input: OutcomesInput, needs: ViewNeeds): OutcomeView | null {
  const { t, texts, now } = needs;
  const report = input.reports.find(({ id }) => id === meeting.id);
  const published = report !== undefined;
  const standing = reportStanding(meeting, { published, withinDays: input.reportWithinDays, now });
  if (standing.kind === 'none') return null;
  const agreements = report?.agreements ?? [];
  const n = agreements.length - MOST_AGREEMENTS;
  return {
    id: `bijeenkomst-${meeting.id}`,
    href: routes.meeting(meeting.slug),
    title: meeting.title,
    from: t('reports.outcome.from', { day: sayDay(meeting.startsAt) }),
    datetime: machineTime(meeting.startsAt),
    attended: report?.attended == null ? null : t('reports.attended', { n: report.attended }),
    agreements: agreements.slice(0, MOST_AGREEMENTS).map((one) => agreementView(one, input, needs)),
    rest: n > 0 ? t('reports.outcome.rest', { n }) : null,
    next: report && agreements.length === 0 ? texts.line(inShort(report.next)) : '',
    waiting: standingView(standing, t),
  };
}

/** What came of the meetings that were held, latest first. */
export const outcomesOf = (input: OutcomesInput, needs: ViewNeeds): OutcomeView[] =>
  input.past.flatMap((meeting) => outcomeOf(meeting, input, needs) ?? []);
