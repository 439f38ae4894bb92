import {
  SIGNAL_STATES,
  WAYS,
  type Counts,
  type Queue,
  type QueueEntry,
  type SignalState,
} from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { headOf, queueAddress, textOf } from './words.ts';

/** The way from one queue to another, with how many are in each; empty ones only where one stands. */
export const queueLinks = (counts: Counts, now: SignalState | null, t: Translate) =>
  SIGNAL_STATES.map((state) => ({
    label: t(`desk.state.${state}`),
    n: counts[state],
    href: queueAddress(state),
    current: state === now,
  }));

/** Characters of a text that a list shows: about six lines. */
const GLANCE = 480;
type Told = ReturnType<typeof textOf>;

const cut = (text: string) => (text.length <= GLANCE ? text : `${text.slice(0, GLANCE).replace(/\s*\S*$/u, '')}…`);

/** What fits in a list; `whole` when that is everything there is. */
function glance(told: Told) {
  const answers = told.answers.map(({ question, answer }) => ({ question, answer: cut(answer) }));
  const isWhole = [told.text, ...told.answers.map(({ answer }) => answer)].join('').length <= GLANCE;
  return { read: told.read, text: cut(told.text), answers: isWhole ? answers : answers.slice(0, 1), isWhole };
}

/** One signal in a list: what it says, and the one thing one mostly does with it, where all of it was read. */
export function queueCard(entry: QueueEntry, { t, secondApprover }: { t: Translate; secondApprover: boolean }) {
  const { signal, hasPhoto, turns, alike } = entry;
  const told = glance(textOf(entry, t));
  const { marks, ...head } = headOf(entry, t);
  const accepts = told.read && told.isWhole && WAYS[signal.state].includes('accepted') && signal.state !== 'proposed';
  return {
    ...head,
    ...told,
    ...{ id: signal.id, state: signal.state, turns },
    href: routes.manageSignal(signal.id),
    photo: hasPhoto && told.read ? routes.signalPhoto(signal.id) : null,
    marks: [
      ...marks,
      ...(turns > 0 ? [t('desk.turns', { n: turns })] : []),
      ...(alike > 0 ? [t('desk.alike', { n: alike })] : []),
    ],
    accept: accepts ? t(secondApprover ? 'desk.propose.accepted' : 'desk.do.accepted') : null,
  };
}
export type QueueCard = ReturnType<typeof queueCard>;

/** Links to what comes after this page, and back to its beginning. */
export const pageLinks = ({ next, entries }: Queue, { state, later }: { state: SignalState; later: boolean }) => ({
  next: next && { href: queueAddress(state, next), n: entries.length },
  first: later ? queueAddress(state) : null,
});
