import type { SignUp, SignUpList } from '../../../domain/sign-ups/index.ts';
import { forgetAfterOf } from '../../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import type { Translate } from '../../translate.ts';
import { momentView, type MomentView } from '../meetings/card.ts';

/** One line of the list on paper: only what is needed at the door. */
export interface PaperRow {
  readonly number: number;
  readonly name: string;
  readonly people: number;
  readonly needs: string;
  /** That the place is not sure yet; empty when it is. */
  readonly mark: string;
}

export interface PaperView {
  readonly moment: MomentView;
  /** By name: at the door people say who they are. */
  readonly placed: readonly PaperRow[];
  readonly placedWords: string;
  /** In their order: whoever waits longest goes first. */
  readonly waiting: readonly PaperRow[];
  readonly after: string;
  readonly asOf: string;
}

interface Needs {
  readonly t: Translate;
  readonly now: Date;
  readonly forgetAfterDays: number;
}

const byName = (one: SignUp, other: SignUp) => one.name.localeCompare(other.name, 'nl');

function markOf({ state, confirmedAt }: SignUp, t: Translate): string {
  if (state === 'offered') return t('participants.paper.offered');
  return confirmedAt === null ? t('participants.paper.held') : '';
}

function paperRow(signUp: SignUp, t: Translate): PaperRow {
  const { number, name, people, needs } = signUp;
  return { number, name, people, needs, mark: markOf(signUp, t) };
}

/** The list on paper: no address, no telephone number, no question; paper gets lost. */
export function paperView({ meeting, signUps, placed }: SignUpList, needs: Needs): PaperView {
  const { t, now, forgetAfterDays } = needs;
  const inState = (...states: SignUp['state'][]) => signUps.filter(({ state }) => states.includes(state));
  return {
    moment: momentView(meeting, { t, now }),
    placed: inState('placed')
      .toSorted(byName)
      .map((signUp) => paperRow(signUp, t)),
    placedWords: t('participants.paper.placed.count', { n: placed }),
    waiting: inState('offered', 'waiting').map((signUp) => paperRow(signUp, t)),
    after: t('participants.paper.after.text', { day: sayDay(forgetAfterOf(meeting, forgetAfterDays)) }),
    asOf: t('participants.paper.asOf', { moment: sayMoment(now) }),
  };
}
