import type { OutboxState } from '../../domain/outbox/index.ts';
import { forgetAfterOf, type ExportWords, type SignUp, type SignUpList } from '../../domain/sign-ups/index.ts';
import { machineTime, sayDay, sayMoment, sayTime } from '../dates.ts';
import { routes } from '../routes.ts';
import type { Translate } from '../translate.ts';
import { momentView, type MomentView } from './meetings.ts';

/** One line of the organiser's list. */
export interface SignUpRow {
  readonly number: number;
  readonly name: string;
  readonly email: string;
  readonly people: number;
  readonly needs: string;
  readonly state: SignUp['state'];
  readonly stateWords: string;
  readonly since: string;
  readonly sinceTime: string;
}

export interface SignUpListView {
  readonly moment: MomentView;
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  /** Those with a place first, then who waits; within each in order of arrival. */
  readonly rows: readonly SignUpRow[];
  readonly cancelled: readonly SignUpRow[];
  /** More people have a place than there are places. */
  readonly tooMany: boolean;
  readonly exportAddress: string;
  readonly publicAddress: string;
  readonly forgetDay: string;
  readonly post: readonly string[];
}

interface ListNeeds {
  readonly t: Translate;
  readonly now: Date;
  readonly forgetAfterDays: number;
}

const ORDER = { placed: 0, waiting: 1, cancelled: 2 } as const;

const rowOf = ({ number, name, email, people, needs, state, createdAt }: SignUp, t: Translate): SignUpRow => ({
  number,
  name,
  email,
  people,
  needs,
  state,
  stateWords: t(`meetings.list.state.${state}`),
  since: t('meetings.list.since.moment', { day: sayDay(createdAt), time: sayTime(createdAt) }),
  sinceTime: machineTime(createdAt),
});

/** How the post is doing, in sentences. */
function sayPost({ waiting, failing, oldestWaitingSince }: OutboxState, t: Translate): string[] {
  if (waiting === 0 && failing === 0) return [t('meetings.post.none')];
  return [
    ...(waiting > 0 ? [t('meetings.post.waiting', { n: waiting })] : []),
    ...(oldestWaitingSince ? [t('meetings.post.since', { moment: sayMoment(oldestWaitingSince) })] : []),
    ...(failing > 0 ? [t('meetings.post.failing', { n: failing })] : []),
  ];
}

/** Who comes, for the organiser: on the screen, and on paper at the door. */
export function signUpListView(
  { meeting, signUps, placed, waiting }: SignUpList,
  post: OutboxState,
  { t, now, forgetAfterDays }: ListNeeds,
): SignUpListView {
  const rows = signUps
    .toSorted((one, other) => ORDER[one.state] - ORDER[other.state] || one.number - other.number)
    .map((signUp) => rowOf(signUp, t));
  const active = rows.filter(({ state }) => state !== 'cancelled');
  return {
    moment: momentView(meeting, { t, now }),
    totals: [
      { name: t('meetings.list.placed'), value: t('meetings.list.placed.of', { n: placed, places: meeting.places }) },
      { name: t('meetings.list.waiting'), value: String(waiting) },
      { name: t('meetings.list.needs'), value: String(active.filter(({ needs }) => needs !== '').length) },
    ],
    rows: active,
    cancelled: rows.filter(({ state }) => state === 'cancelled'),
    tooMany: placed > meeting.places,
    exportAddress: routes.exportSignUps(meeting.slug),
    publicAddress: routes.meeting(meeting.slug),
    forgetDay: sayDay(forgetAfterOf(meeting, forgetAfterDays)),
    post: sayPost(post, t),
  };
}

/** The words in the file for a spreadsheet. */
export const exportWords = (t: Translate): ExportWords => ({
  headings: {
    number: t('meetings.list.number'),
    state: t('meetings.list.state'),
    name: t('meetings.list.name'),
    email: t('meetings.list.email'),
    people: t('meetings.list.people'),
    needs: t('meetings.list.needs.column'),
    since: t('meetings.list.since'),
  },
  states: {
    placed: t('meetings.list.state.placed'),
    waiting: t('meetings.list.state.waiting'),
    cancelled: t('meetings.list.state.cancelled'),
  },
});
