import { newId } from '../../../domain/kernel/index.ts';
import { doorHours, isDoorOpen, MOST_ARRIVED, type SignUp, type SignUpList } from '../../../domain/sign-ups/index.ts';
import { sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { MessageKey, MessageValues, Translate } from '../../translate.ts';
import { momentView, type MomentView } from '../meetings/card.ts';
import { sayPeople } from '../meetings/words.ts';

/** One sign-up at the door. */
export interface DoorRow {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  /** "3 mensen" */
  readonly peopleWords: string;
  readonly needs: string;
  /** How many came; null while nobody looked. */
  readonly arrived: number | null;
}

export interface DoorGroup {
  readonly id: 'placed' | 'waiting' | 'gone';
  readonly title: string;
  readonly text: string | null;
  readonly rows: readonly DoorRow[];
}

/** A sentence with a number in it: `{n}` stands where it goes. */
export interface CountWords {
  readonly one: string;
  readonly other: string;
}

/** What the door says; `{n}` and `{name}` are filled in as it changes. */
export interface DoorWords {
  readonly here: CountWords;
  readonly walkIns: CountWords;
  readonly search: string;
  readonly none: string;
  readonly arrived: string;
  readonly arrivedFor: string;
  readonly are: CountWords;
  readonly less: string;
  readonly lessFor: string;
  readonly more: string;
  readonly moreFor: string;
  readonly undo: string;
  readonly undoFor: string;
  readonly walkIn: string;
  readonly walkInText: string;
  readonly walkInCount: CountWords;
  readonly walkInMore: string;
  readonly walkInLess: string;
  readonly sent: string;
  readonly unsent: CountWords;
  readonly offline: string;
  readonly stopped: string;
  readonly loggedOut: string;
  readonly logIn: string;
  readonly again: string;
}

export interface DoorView {
  readonly moment: MomentView;
  /** When it opens and closes; null while it is open. */
  readonly closed: string | null;
  readonly meetingId: string;
  readonly groups: readonly DoorGroup[];
  readonly walkIns: number;
  readonly most: number;
  /** Of the form without JavaScript: the same page sent twice counts once. */
  readonly walkInId: string;
  readonly logInAddress: string;
  readonly words: DoorWords;
}

/** Both forms of a sentence, for who counts in the browser. */
const counted = (key: MessageKey, t: Translate, values: MessageValues = {}): CountWords => ({
  one: t(key, { ...values, n: 1 }),
  other: t(key, { ...values, n: '{n}' }),
});

const doorWords = (t: Translate, expected: number): DoorWords => ({
  here: counted('participants.door.here', t, { expected }),
  walkIns: counted('participants.door.walkIns', t),
  search: t('participants.door.search'),
  none: t('participants.door.found.none'),
  arrived: t('participants.door.arrived'),
  arrivedFor: t('participants.door.arrivedFor', { name: '{name}' }),
  are: counted('participants.door.are', t),
  less: t('participants.door.less'),
  lessFor: t('participants.door.lessFor', { name: '{name}' }),
  more: t('participants.door.more'),
  moreFor: t('participants.door.moreFor', { name: '{name}' }),
  undo: t('participants.door.undo'),
  undoFor: t('participants.door.undoFor', { name: '{name}' }),
  walkIn: t('participants.door.walkIn'),
  walkInText: t('participants.door.walkIn.text'),
  walkInCount: counted('participants.door.walkIn.count', t),
  walkInMore: t('participants.door.walkIn.more'),
  walkInLess: t('participants.door.walkIn.less'),
  sent: t('participants.door.sent'),
  unsent: counted('participants.door.unsent', t),
  offline: t('participants.door.offline'),
  stopped: t('participants.door.stopped'),
  loggedOut: t('participants.door.loggedOut'),
  logIn: t('participants.door.loggedOut.link'),
  again: t('participants.door.again'),
});

function groupOf({ state, confirmedAt }: SignUp): DoorGroup['id'] {
  if (state === 'cancelled' || state === 'lapsed') return 'gone';
  return state === 'placed' && confirmedAt !== null ? 'placed' : 'waiting';
}

const doorRow = ({ id, name, people, needs, arrived }: SignUp, t: Translate): DoorRow => ({
  id,
  name,
  people,
  peopleWords: sayPeople(people, t),
  needs,
  arrived,
});

function groupsOf(signUps: readonly SignUp[], t: Translate): DoorGroup[] {
  const by = Map.groupBy(signUps, groupOf);
  return (['placed', 'waiting', 'gone'] as const).flatMap((id) => {
    // By name: at the door people say who they are. Whoever waits longest goes first.
    const found = by.get(id) ?? [];
    const sorted = id === 'waiting' ? found : found.toSorted((one, other) => one.name.localeCompare(other.name, 'nl'));
    const rows = sorted.map((signUp) => doorRow(signUp, t));
    const text = id === 'waiting' ? t('participants.door.waiting.text') : null;
    return rows.length === 0 ? [] : [{ id, title: t(`participants.door.${id}`), text, rows }];
  });
}

/** Who is there, at the door. Closed, it names nobody. */
export function doorView(list: SignUpList, { t, now }: { readonly t: Translate; readonly now: Date }): DoorView {
  const { meeting, signUps, attendance } = list;
  const open = isDoorOpen(meeting, now);
  const { from, to } = doorHours(meeting);
  return {
    moment: momentView(meeting, { t, now }),
    closed: open ? null : t('participants.door.closed', { from: sayMoment(from), to: sayMoment(to) }),
    meetingId: meeting.id,
    groups: open ? groupsOf(signUps, t) : [],
    walkIns: attendance.walkIns,
    most: MOST_ARRIVED,
    walkInId: newId(),
    logInAddress: routes.login(routes.door(meeting.slug)),
    words: doorWords(t, attendance.expected),
  };
}
