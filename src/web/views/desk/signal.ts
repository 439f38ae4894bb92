import { MAY_ASK, WAYS, type Decision, type DeskSignal } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import { messageKey, type Translate } from '../../translate.ts';
import { headOf, sayWeek, textOf } from './words.ts';

interface Needs {
  readonly t: Translate;
  readonly secondApprover: boolean;
}

type Way = Exclude<Decision['to'], 'refused'>;

/** The words on a button: deciding alone, proposing, or agreeing with who proposed it. */
function buttonOf({ signal, proposed }: DeskSignal, to: Decision['to'], { t, secondApprover }: Needs): string {
  if (signal.state === 'proposed' && proposed?.byMe === true && to === 'new') return t('desk.agree.mine');
  if (signal.state === 'proposed') return t(`desk.agree.${to}`);
  if (signal.state === 'released' && to === 'refused') return t('desk.refuse.out');
  return secondApprover && to !== 'new' ? t(`desk.propose.${to}`) : t(`desk.do.${to}`);
}

/** What this person can do now; with two approvers the second only agrees or sends back. */
function waysOf({ signal, proposed }: DeskSignal, secondApprover: boolean): readonly Decision['to'][] {
  const ways = WAYS[signal.state];
  if (signal.state !== 'proposed' || !secondApprover) return ways;
  return ways.filter((to) => to === 'new' || (to === proposed?.decision && !proposed.byMe));
}

/** Everything that stands beside a signal while one decides on it. */
export function deskSheet(found: DeskSignal, needs: Needs) {
  const { t, secondApprover } = needs;
  const { signal, turns, reachable, proposed } = found;
  const ways = waysOf(found, secondApprover);
  const isWay = (to: Decision['to']): to is Way => to !== 'refused';
  const direct = ways.filter(isWay).map((to) => ({ to, label: buttonOf(found, to, needs) }));
  // Only who really refuses says why: of two approvers the second.
  const explains = reachable && (!secondApprover || signal.state === 'proposed');
  const refuse = ways.includes('refused') ? { label: buttonOf(found, 'refused', needs), explains, reachable } : null;
  return {
    ...headOf(found, t),
    ...textOf(found, t),
    ...{ id: signal.id, state: signal.state, turns: turns.length, direct, refuse },
    address: routes.manageSignal(signal.id),
    stateWords: t(`desk.state.${signal.state}`),
    stateHint: t(`desk.stateHint.${signal.state}`),
    proposed: proposed && t(proposed.byMe ? 'desk.proposed.mine' : `desk.proposed.${proposed.decision}`),
    two: secondApprover && signal.state !== 'proposed' && ways.some((to) => to !== 'new') ? t('desk.two') : null,
    dialogue: turns.map(({ turn, by, week, text }) => ({
      turn,
      by: t(`desk.by.${by}`),
      own: by === 'desk',
      week: sayWeek(week, t),
      text: text.is === 'read' ? text.value : t(messageKey(`desk.read.${text.is}`)),
    })),
    say: { reachable, question: MAY_ASK.includes(signal.state) },
    alike: found.alike.length === 0 ? null : t('desk.alike', { n: found.alike.length }),
    photo: found.hasPhoto ? { href: routes.signalPhoto(signal.id), size: found.photo } : null,
    redact: found.parts.length > 0 || found.photo !== null ? routes.redactSignal(signal.id) : null,
  };
}
export type DeskSheet = ReturnType<typeof deskSheet>;
