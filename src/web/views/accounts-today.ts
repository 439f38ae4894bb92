import { titleOf } from '../../domain/drafts/index.ts';
import { dayOf, daysBetween } from '../../domain/kernel/index.ts';
import { sayDays, sayDistance, sayMoment } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import type { BuurtToday, TodayFacts } from './accounts-facts.ts';

/** How far ahead a meeting is worth a line, in days. */
const SOON = 14;

/** One thing that waits for somebody. */
export interface Waiting {
  readonly kind: 'late' | 'silent' | 'draft' | 'meeting' | 'signals' | 'mail';
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

interface Needs {
  readonly t: Translate;
  readonly now: Date;
}

/** Late before silent, and the longest first. */
function promises({ buurt, promises: all }: BuurtToday, { t }: Needs): (Waiting & { days: number })[] {
  return all.flatMap(({ intervention: { id, title }, standing: { lateByDays, silentForDays } }) => {
    const days = lateByDays ?? silentForDays;
    if (days === null) return [];
    const kind = lateByDays === null ? 'silent' : 'late';
    const go = { href: routes.newDraft(buurt.slug, 'progress', id), label: t('accounts.today.report') };
    const mark = t(`accounts.today.${kind}`, { time: sayDays(days, t) });
    return [{ kind, days, mark, words: title, more: [], where: buurt.name, go }];
  });
}

const drafts = ({ buurt, drafts: all }: BuurtToday, { t, now }: Needs): Waiting[] =>
  all.map((draft) => ({
    kind: 'draft',
    mark: t('accounts.today.draft'),
    words: titleOf(draft) || t('accounts.today.draftUntitled'),
    more: [t('accounts.today.draftBy', { name: draft.changedBy, when: sayDistance(draft.changedAt, now, t) })],
    where: buurt.name,
    go: { href: routes.draft(draft.id), label: t('accounts.today.draftGo') },
  }));

function meetings({ buurt, meetings: all }: BuurtToday, { t, now }: Needs): Waiting[] {
  const soon = all.filter(
    ({ startsAt, cancelled }) => cancelled === null && daysBetween(dayOf(now), dayOf(startsAt)) <= SOON,
  );
  return soon.map(({ slug, title, startsAt, places, placesLeft, waiting }) => ({
    kind: 'meeting',
    mark: sayDistance(startsAt, now, t),
    words: title,
    more: [
      sayMoment(startsAt),
      t('accounts.today.signUps', { n: places - placesLeft, places }),
      ...(waiting > 0 ? [t('accounts.today.waiting', { n: waiting })] : []),
    ],
    where: buurt.name,
    go: { href: routes.manageMeeting(slug), label: t('accounts.today.meetingGo') },
  }));
}

const ofPortal = ({ newSignals, failingLetters }: TodayFacts, { t }: Needs): Waiting[] => [
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
          more: [t('accounts.today.mailText')],
          where: '',
          go: null,
        },
      ]
    : []),
];

/** What waits for somebody today, the most pressing first. */
export function waitingToday(facts: TodayFacts, needs: Needs): Waiting[] {
  const late = facts.buurten
    .flatMap((one) => promises(one, needs))
    .sort((a, b) => (a.kind === b.kind ? b.days - a.days : a.kind === 'late' ? -1 : 1));
  return [
    ...late,
    ...facts.buurten.flatMap((one) => drafts(one, needs)),
    ...facts.buurten.flatMap((one) => meetings(one, needs)),
    ...ofPortal(facts, needs),
  ];
}
