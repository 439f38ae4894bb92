import { SIGNAL_STATES, type QueueEntry, type SignalState } from '../../../domain/signals/index.ts';
import { routes } from '../../routes.ts';
import { messageKey, type Translate } from '../../translate.ts';
import { kindName } from '../signals/form.ts';

/** Each state as the address of its queue says it (`?stand=`). */
const QUEUES = {
  new: 'nieuw',
  asked: 'vraag',
  proposed: 'voorgesteld',
  accepted: 'aangenomen',
  duplicate: 'dubbel',
  released: 'geteld',
  refused: 'afgewezen',
} as const satisfies Record<SignalState, string>;

/** The state that an address asks for; `new` for anything else. */
export const stateAsked = (asked: string | null): SignalState =>
  SIGNAL_STATES.find((state) => QUEUES[state] === asked) ?? 'new';

/** The address of a queue, or of a later page of it. */
export function queueAddress(state: SignalState, after: { week: string; id: string } | null = null): string {
  const query = new URLSearchParams();
  if (state !== 'new') query.set('stand', QUEUES[state]);
  if (after) query.set('na', `${after.week}~${after.id}`);
  return query.size === 0 ? routes.manageSignals() : `${routes.manageSignals()}?${query.toString()}`;
}

/** Where a page begins, as `na` in an address says it; null for anything else. */
export function afterAsked(asked: string | null): { week: string; id: string } | null {
  const [, week, id] = /^(\d{4}-W\d\d)~([\w-]{1,100})$/.exec(asked ?? '') ?? [];
  return week === undefined || id === undefined ? null : { week, id };
}

/** `week 11 van 2027`, from `2027-W11`. */
export function sayWeek(week: string, t: Translate): string {
  const [year = '', number = ''] = week.split('-W');
  return t('desk.week', { week: String(Number(number)), year });
}

/** Where it is about. */
export function sayPlace(place: QueueEntry['about']['place'], t: Translate): string {
  if (!place) return t('desk.place.none');
  const cell = place.label === null ? t('desk.place.gone') : t('desk.place.cell', { label: place.label });
  if (place.knownPlaces.length === 0) return cell;
  return t('desk.place.near', { cell, places: place.knownPlaces.join(', ') });
}

type Told = Pick<QueueEntry, 'signal' | 'content' | 'about'>;

/** What a signal is, without its text: a title, marks that ask attention, and facts. */
export function headOf({ signal, content, about }: Told, t: Translate) {
  const read = content.is === 'read' ? content.value : null;
  const marks = [
    ...(read && read.channel !== 'web' ? [t(`desk.channel.${read.channel}`)] : []),
    ...(read?.lane === 'slow' && read.channel === 'web' ? [t('desk.lane.slow')] : []),
    ...(read?.redacted ? [t('desk.redacted')] : []),
  ];
  return {
    title: t('desk.signal.title', { buurt: about.buurtName, week: sayWeek(signal.week, t) }),
    kind: kindName(signal.kind, t),
    marks,
    theme: about.themeTitle ?? t('desk.noTheme'),
    place: sayPlace(about.place, t),
  };
}

/** The text, or why there is none to read. */
export function textOf({ content }: Pick<Told, 'content'>, t: Translate) {
  if (content.is !== 'read')
    return { read: false, text: t(messageKey(`desk.read.${content.is}`)), answers: [] } as const;
  return { read: true, text: content.value.text, answers: content.value.answers } as const;
}
