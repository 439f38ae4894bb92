import type { FollowedSignal, FollowedTurn } from '../../../domain/signals/index.ts';
import type { MessageKey, Translate } from '../../translate.ts';

/** `2027-W11` in words. */
function weekWords(week: string, t: Translate): string {
  const [year = '', number = ''] = week.split('-W');
  // As text: a year has no point in it.
  return t('follow.turns.week', { week: String(Number(number)), year });
}

/** One thing that was said. Without `text` a `note` says why there is none. */
export interface TurnView {
  readonly by: FollowedTurn['by'];
  readonly who: string;
  readonly text: string | null;
  readonly note: string;
}

function turnView({ by, week, text }: FollowedTurn, t: Translate): TurnView {
  const who = t(`follow.turns.${by}`, { week: weekWords(week, t) });
  return { by, who, text, note: t(by === 'sender' ? 'follow.turns.yours' : 'follow.turns.unread') };
}

/** What the page says of a signal to who holds its code. */
export function followView(
  { standing, turns, mayReply }: FollowedSignal,
  { t, threshold }: { readonly t: Translate; readonly threshold: number },
) {
  const closed = standing === 'not' && !mayReply;
  return {
    title: t(`follow.standing.${standing}.title`),
    text: closed ? t('follow.standing.not.closed') : t(`follow.standing.${standing}.text`, { n: threshold }),
    turns: turns.map((turn) => turnView(turn, t)),
    mayReply,
    replyTitle: t(standing === 'asked' ? 'follow.reply.asked' : 'follow.reply.title'),
  };
}
export type FollowView = ReturnType<typeof followView>;

interface Answer {
  readonly data?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly fields?: unknown } | undefined;
}
type Answers = Readonly<Record<'opened' | 'checked' | 'replied' | 'withdrawn', Answer | undefined>>;

/**
 * `code`: asks for the code · `signal`: what became of it · `check`: the reply as it will be sent · `gone`: nothing is kept
 * under the code any more.
 */
export type FollowStep = 'code' | 'signal' | 'check' | 'gone';

const hasMistakeAt = ({ error }: Answer, field: string): boolean =>
  error?.fields instanceof Object && field in error.fields;

/** While codes are guessed, when the code is wrong, or the database does not answer, nothing can be shown of a signal. */
const keepsClosed = (answer: Answer): boolean =>
  answer.error?.code === 'TOO_MANY_REQUESTS' || hasMistakeAt(answer, 'code');

/** After these the same reply cannot be sent any more. */
const OVER: readonly (string | undefined)[] = ['follow.mistake.stale', 'follow.mistake.enough'] satisfies MessageKey[];

/** Which step the page shows. A reply that was not sent stays where it can be sent again. */
export function followStep({ opened, checked, replied, withdrawn }: Answers): FollowStep {
  if (withdrawn?.data !== undefined) return 'gone';
  const answer = opened ?? checked ?? replied;
  if (!answer || keepsClosed(answer) || opened?.error) return 'code';
  if (checked?.data !== undefined) return 'check';
  if (!replied?.error || hasMistakeAt(replied, 'text') || OVER.includes(replied.error.message)) return 'signal';
  return 'check';
}

/** The heading of the page. */
export function followTitle(step: FollowStep, t: Translate): string {
  if (step === 'gone') return t('follow.gone.title');
  return step === 'check' ? t('follow.check.title') : t('follow.title');
}
