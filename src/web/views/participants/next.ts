import { reportStanding, signUpClosesAt, signUpWindow, stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import { isDoorOpen, type SignUp, type SignUpList } from '../../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import type { Translate } from '../../translate.ts';

/** One sentence about how it stands; `wrong` needs somebody. */
export interface NextLine {
  readonly words: string;
  readonly wrong: boolean;
}

export interface NextNeeds {
  readonly t: Translate;
  readonly now: Date;
  readonly hasReport: boolean;
  readonly reportWithinDays: number;
}

const plain = (words: string): NextLine => ({ words, wrong: false });
const wrong = (words: string): NextLine => ({ words, wrong: true });

const latest = (signUps: readonly SignUp[]): Date | null =>
  signUps.reduce<Date | null>(
    (last, { answerBy }) => (answerBy !== null && (last === null || answerBy > last) ? answerBy : last),
    null,
  );

function sayReport(meeting: Meeting, { t, now, hasReport, reportWithinDays }: NextNeeds): NextLine[] {
  const standing = reportStanding(meeting, { published: hasReport, withinDays: reportWithinDays, now });
  if (standing.kind === 'late') return [wrong(t('participants.next.report.late', { n: standing.days }))];
  if (standing.kind === 'expected')
    return [plain(t('participants.next.report.expected', { day: sayDay(standing.on) }))];
  return standing.kind === 'published' ? [plain(t('participants.next.report.published'))] : [];
}

function sayWindow(meeting: Meeting, { t, now }: NextNeeds): NextLine {
  const window = signUpWindow(meeting, now);
  if (window === 'not-yet')
    return plain(t('participants.next.opens', { moment: sayMoment(meeting.signUpOpensAt ?? meeting.startsAt) }));
  if (window === 'open') return plain(t('participants.next.open', { moment: sayMoment(signUpClosesAt(meeting)) }));
  return plain(t('participants.next.closed'));
}

/** Whose answer we wait for, and until when. */
function sayAwaited({ signUps, held, offered }: SignUpList, { t }: NextNeeds): NextLine[] {
  const lines: NextLine[] = [];
  const free = signUps.filter(({ state }) => state === 'offered');
  const toCall = free.filter(({ email }) => email === '').length;
  if (toCall > 0) lines.push(wrong(t('participants.next.call', { n: toCall })));
  const offeredUntil = latest(free);
  if (offeredUntil) lines.push(plain(t('participants.next.offered', { n: offered, moment: sayMoment(offeredUntil) })));
  const heldUntil = latest(signUps.filter(({ state, confirmedAt }) => state === 'placed' && confirmedAt === null));
  if (heldUntil) lines.push(plain(t('participants.next.held', { n: held, moment: sayMoment(heldUntil) })));
  return lines;
}

function sayOff({ signUps }: SignUpList, { t }: NextNeeds): NextLine[] {
  const toCall = signUps.filter(
    ({ email, state }) => email === '' && state !== 'cancelled' && state !== 'lapsed',
  ).length;
  const call = toCall > 0 ? [wrong(t('participants.next.off.call', { n: toCall }))] : [];
  return [plain(t('participants.next.off')), ...call];
}

/** How the meeting stands now, and what is to be done, the most pressing of its moment first. */
export function nextLines(list: SignUpList, needs: NextNeeds): NextLine[] {
  const { meeting, letters } = list;
  const { t, now } = needs;
  const state = stateOf(meeting, now);
  const failed = letters.filter((letter) => letter.state === 'failed').length;
  const post = failed > 0 ? [wrong(t('participants.next.failed', { n: failed }))] : [];
  if (state === 'past') return sayReport(meeting, needs);
  if (state === 'called-off') return [...sayOff(list, needs), ...post];
  if (state === 'running') return [plain(t('participants.next.running')), ...post];
  const door = isDoorOpen(meeting, now)
    ? [plain(t('participants.next.door', { moment: sayMoment(meeting.startsAt) }))]
    : [];
  return [...door, ...sayAwaited(list, needs), ...post, sayWindow(meeting, needs)];
}
