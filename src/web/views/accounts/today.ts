import { titleOf, type Draft } from '../../../domain/drafts/index.ts';
import type { Meeting } from '../../../domain/meetings/index.ts';
import { sayDays, sayDistance, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { BuurtToday, TodayFacts } from './facts.ts';
import { meetingsToday, reportDraft, reportsToday } from './today-meetings.ts';

/** One thing that waits for somebody. */
export interface Waiting {
  readonly kind: 'late' | 'silent' | 'report' | 'draft' | 'meeting' | 'signals' | 'key' | 'mail';
  /** What is the matter, in a few words. */
  readonly mark: string;
  /** What it is about. */
  readonly words: string;
  /** More about it; empty when there is nothing to add. */
  readonly more: readonly string[];
  /** The buurt, or empty for the whole portal. */
  readonly where: string;
  /** What to do about it; null when there is nothing to open. */
  readonly go: { readonly href: string; readonly label: string } | null;
}

export interface TodayNeeds {
  readonly t: Translate;
  readonly now: Date;
  /** Days after a meeting in which its report is promised. */
  readonly reportWithinDays: number;
}

/** Late before silent, and the longest first. */
function promises({ buurt, promises: all }: BuurtToday, { t }: TodayNeeds): (Waiting & { days: number })[] {
  return all.flatMap(({ intervention: { id, title }, standing: { lateByDays, silentForDays } }) => {
    const days = lateByDays ?? silentForDays;
    if (days === null) return [];
    const kind = lateByDays === null ? 'silent' : 'late';
    const go = { href: routes.newDraft(buurt.slug, 'progress', id), label: t('accounts.today.report') };
    const mark = t(`accounts.today.${kind}`, { time: sayDays(days, t) });
    return [{ kind, days, mark, words: title, more: [], where: buurt.name, go }];
  });
}

/** "Het verslag van Praat mee"; empty for what is no report. */
function reportTitle(draft: Draft, meetings: readonly Meeting[], t: Translate): string {
  const meeting = meetings.find((one) => reportDraft([draft], one) !== undefined);
  return meeting === undefined ? '' : t('drafts.title.report', { title: meeting.title });
}

/** A report that is late or due has a line of its own. */
const drafts = ({ buurt, drafts: all, unreported, reported }: BuurtToday, { t, now }: TodayNeeds): Waiting[] =>
  all
    .filter((draft) => !unreported.some((meeting) => reportDraft([draft], meeting) !== undefined))
    .map((draft) => ({
      kind: 'draft',
      mark: t('accounts.today.draft'),
      words: titleOf(draft) || reportTitle(draft, reported, t) || t('accounts.today.draftUntitled'),
      more: [t('accounts.today.draftBy', { name: draft.changedBy, when: sayDistance(draft.changedAt, now, t) })],
      where: buurt.name,
      go: { href: routes.draft(draft.id), label: t('accounts.today.draftGo') },
    }));

const ofKey = ({ sampleKey = false }: TodayFacts, { t }: TodayNeeds): Waiting[] =>
  sampleKey
    ? [
        {
          kind: 'key',
          mark: t('accounts.today.keyMark'),
          words: t('accounts.today.key'),
          more: [t('accounts.today.keyText')],
          where: '',
          go: null,
        },
      ]
    : [];

const ofPortal = ({ newSignals, failingLetters, lettersWaitSince }: TodayFacts, { t }: TodayNeeds): Waiting[] => [
  ...(newSignals
    ? [
        {
          kind: 'signals' as const,
          mark: t('accounts.today.signalsMark'),
          words: t('accounts.today.signals', { n: newSignals }),
          more: [],
          where: '',
          go: { href: routes.manageSignals(), label: t('accounts.today.signalsGo') },
        },
      ]
    : []),
  ...(failingLetters
    ? [
        {
          kind: 'mail' as const,
          mark: t('accounts.today.mailMark'),
          words: t('accounts.today.mail', { n: failingLetters }),
          more: [
            ...(lettersWaitSince ? [t('accounts.today.mailSince', { moment: sayMoment(lettersWaitSince) })] : []),
            t('accounts.today.mailText'),
          ],
          where: '',
          go: null,
        },
      ]
    : []),
];

/** What waits for somebody today, the most pressing first. */
export function waitingToday(facts: TodayFacts, needs: TodayNeeds): Waiting[] {
  const reports = facts.buurten.flatMap((one) => reportsToday(one, needs));
  const late = [
    ...facts.buurten.flatMap((one) => promises(one, needs)),
    ...reports.filter(({ days }) => days > 0),
  ].sort((a, b) => (a.kind === b.kind ? b.days - a.days : a.kind === 'late' ? -1 : 1));
  return [
    ...late,
    ...reports.filter(({ days }) => days === 0),
    ...facts.buurten.flatMap((one) => drafts(one, needs)),
    ...meetingsToday(facts.buurten, needs),
    ...ofKey(facts, needs),
    ...ofPortal(facts, needs),
  ];
}
