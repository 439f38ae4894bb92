import {
  SIGNAL_STATES,
  type BuurtRelease,
  type Queue,
  type QueueEntry,
  type SignalState,
} from '../../../domain/signals/index.ts';
import { sayDay } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { kindName, QUEUES } from './form.ts';

/** The way from one queue to another, with how many wait in each. */
export const queueLinks = (counts: Queue['counts'], now: SignalState, t: Translate) =>
  SIGNAL_STATES.map((state) => ({
    label: t('signals.desk.count', { state: t(`signals.desk.state.${state}`), n: counts[state] }),
    href: state === 'new' ? routes.manageSignals() : `${routes.manageSignals()}?stand=${QUEUES[state]}`,
    current: state === now,
  }));

/** `week 11 van 2027`, from `2027-W11`. */
export function sayWeek(week: string, t: Translate): string {
  const [year = '', number = ''] = week.split('-W');
  return t('signals.desk.week', { week: String(Number(number)), year });
}

/** What the desk can do with a signal as it is now; the first one is what one mostly does. */
const WAYS: Readonly<Record<SignalState, readonly SignalState[]>> = {
  new: ['accepted', 'refused'],
  accepted: ['new'],
  refused: ['new'],
};
const BUTTONS = {
  accepted: 'signals.desk.accept',
  refused: 'signals.desk.refuse',
  new: 'signals.desk.reopen',
} as const;

function placeWords(place: QueueEntry['place'], t: Translate): string {
  if (!place) return t('signals.desk.noPlace');
  const cell = place.label === null ? t('signals.desk.cellGone') : t('signals.desk.cell', { label: place.label });
  if (place.knownPlaces.length === 0) return cell;
  return t('signals.desk.near', { cell, places: place.knownPlaces.join(', ') });
}

/** One signal on the desk. */
export function deskEntry({ signal, buurtName, themeTitle, place }: QueueEntry, t: Translate) {
  const week = sayWeek(signal.week, t);
  return {
    id: signal.id,
    state: signal.state,
    title: t('signals.desk.signal', { buurt: buurtName, week }),
    text: signal.text,
    kind: kindName(signal.kind, t),
    theme: themeTitle ?? t('signals.desk.noTheme'),
    place: placeWords(place, t),
    ways: WAYS[signal.state].map((to) => ({ to, label: t(BUTTONS[to]) })),
  };
}

/** What a release would change, row by row, and when the last one was. */
export function releaseView(releases: readonly BuurtRelease[], t: Translate) {
  const last = releases
    .flatMap(({ lastOn }) => lastOn ?? [])
    .toSorted()
    .at(-1);
  const number = (count: number) => (count === 0 ? t('signals.release.hidden') : String(count));
  return {
    last: last === undefined ? t('signals.release.never') : t('signals.release.lastOn', { day: sayDay(last) }),
    rows: releases.flatMap(({ buurt, changes }) =>
      changes.map(({ themeTitle, kind, from, to }) => ({
        buurt: buurt.name,
        theme: themeTitle ?? t('signals.desk.noTheme'),
        kind: kindName(kind, t),
        from: number(from),
        to: number(to),
      })),
    ),
  };
}
