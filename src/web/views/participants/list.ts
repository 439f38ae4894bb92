import { stateOf, type Meeting } from '../../../domain/meetings/index.ts';
import type { OutboxState } from '../../../domain/kernel/index.ts';
import { forgetAfterOf, isDoorOpen, type SignUp, type SignUpList } from '../../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import { routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import { momentView, type MomentView } from '../meetings/card.ts';
import { nextLines, type NextLine, type NextNeeds } from './next.ts';
import { personRow, type PersonRow } from './rows.ts';

/** People who stand alike. */
export interface GroupView {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly rows: readonly PersonRow[];
}

interface Way {
  readonly href: string;
  readonly label: string;
}

export interface ParticipantsView {
  readonly moment: MomentView;
  readonly next: readonly NextLine[];
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  /** More people have a place than there are places. */
  readonly tooMany: boolean;
  /** What this moment asks for. */
  readonly first: Way;
  readonly ways: readonly Way[];
  /** Empty when nobody signed up, or the names are forgotten. */
  readonly groups: readonly GroupView[];
  readonly forgotten: boolean;
  readonly forget: string;
  /** What to say where nobody is on the list. */
  readonly nobody: readonly string[];
  /** Null where nobody can take part from a distance, or no letter could tell of it in time. */
  readonly online: { readonly link: string } | null;
  readonly exportAddress: string;
  readonly publicAddress: string;
  readonly post: readonly string[];
}

export interface ParticipantsNeeds extends NextNeeds {
  readonly forgetAfterDays: number;
  /** Slug of the buurt. */
  readonly buurt: string;
  /** The draft in which somebody writes the report already; null when nobody does. */
  readonly reportDraftId: string | null;
}

const GROUPS = ['call', 'offered', 'held', 'placed', 'waiting', 'gone'] as const;
type Group = (typeof GROUPS)[number];
const WITH_TEXT = ['call', 'offered', 'held', 'waiting', 'gone'] as const;

function groupOf({ state, email, confirmedAt }: SignUp): Group {
  if (state === 'offered') return email === '' ? 'call' : 'offered';
  if (state === 'placed') return confirmedAt === null ? 'held' : 'placed';
  return state === 'waiting' ? 'waiting' : 'gone';
}

function groupsOf(list: SignUpList, { t, now }: ParticipantsNeeds): GroupView[] {
  const needs = {
    t,
    now,
    meeting: list.meeting,
    letters: new Map(list.letters.map((letter) => [letter.signUpId, letter])),
  };
  const by = Map.groupBy(list.signUps, groupOf);
  return GROUPS.flatMap((id) => {
    const found = by.get(id) ?? [];
    const withText = WITH_TEXT.find((group) => group === id);
    const text = withText === undefined ? null : t(`participants.group.${withText}.text`);
    const rows = found.map((signUp) => personRow(signUp, needs));
    return rows.length === 0 ? [] : [{ id, title: t(`participants.group.${id}`), text, rows }];
  });
}

function totalsOf(list: SignUpList, { t, now }: ParticipantsNeeds): ParticipantsView['totals'] {
  const { meeting, placed, held, offered, waiting, signUps, attendance } = list;
  const one = (key: 'held' | 'offered' | 'waiting' | 'wishes' | 'came' | 'walkIns' | 'expected', n: number) => ({
    name: t(`participants.total.${key}`),
    value: String(n),
  });
  const came = [one('came', attendance.came), one('walkIns', attendance.walkIns)];
  if (attendance.forgotten) return [one('expected', attendance.expected), ...came];
  const active = signUps.filter(({ state }) => state !== 'cancelled' && state !== 'lapsed');
  const wishes = active.filter(({ needs, question }) => needs !== '' || question !== '').length;
  return [
    ...(meeting.startsAt <= now ? came : []),
    {
      name: t('participants.total.placed'),
      value: t('participants.total.placed.of', { n: placed, places: meeting.places }),
    },
    ...(held > 0 ? [one('held', held)] : []),
    ...(offered > 0 ? [one('offered', offered)] : []),
    one('waiting', waiting),
    one('wishes', wishes),
  ];
}

/** To write the report, to go on with it, or to change it. */
function reportWay({ id }: Meeting, { t, buurt, hasReport, reportDraftId }: ParticipantsNeeds): Way {
  if (reportDraftId !== null) return { label: t('participants.do.report.goOn'), href: routes.draft(reportDraftId) };
  const label = t(hasReport ? 'participants.do.report.change' : 'participants.do.report');
  return { label, href: routes.newDraft(buurt, 'report', id) };
}

/** Where the organiser can go; the first is what this moment asks for. */
function waysOf({ meeting }: SignUpList, needs: ParticipantsNeeds): Way[] {
  const { t, now, buurt } = needs;
  const { slug, id } = meeting;
  const state = stateOf(meeting, now);
  const way = (label: string, href: string): Way => ({ label, href });
  const enter = way(t('participants.do.enter'), routes.enterSignUp(slug));
  const door = way(t('participants.do.door'), routes.door(slug));
  const paper = way(t('participants.do.paper'), routes.printList(slug));
  const change = way(t('participants.do.change'), routes.newDraft(buurt, 'meeting', id));
  const copy = way(t('participants.do.copy'), routes.copyMeeting(buurt, id));
  const poster = way(t('participants.do.poster'), routes.poster(slug));
  const flyer = way(t('participants.do.flyer'), routes.poster(slug, 'a5'));
  if (state === 'past') return [reportWay(meeting, needs), ...(isDoorOpen(meeting, now) ? [door] : []), copy, change];
  if (state === 'called-off') return [change, copy];
  const start = isDoorOpen(meeting, now) ? [door, enter] : [enter, door];
  return [...start, paper, change, copy, poster, flyer];
}

/** How the post is doing, in sentences. */
function sayPost({ waiting, failing, oldestWaitingSince }: OutboxState, t: Translate): string[] {
  if (waiting === 0 && failing === 0) return [t('participants.post.none')];
  return [
    ...(waiting > 0 ? [t('participants.post.waiting', { n: waiting })] : []),
    ...(oldestWaitingSince ? [t('participants.post.since', { moment: sayMoment(oldestWaitingSince) })] : []),
    ...(failing > 0 ? [t('participants.post.failing', { n: failing })] : []),
  ];
}

/** Who comes, for the organiser of the meeting. */
export function participantsView(list: SignUpList, post: OutboxState, needs: ParticipantsNeeds): ParticipantsView {
  const { meeting, placed, onlineLink, attendance } = list;
  const { t, now, forgetAfterDays } = needs;
  const [first = { label: '', href: '' }, ...ways] = waysOf(list, needs);
  return {
    moment: momentView(meeting, { t, now }),
    next: nextLines(list, needs),
    totals: totalsOf(list, needs),
    tooMany: placed > meeting.places,
    first,
    ways,
    groups: groupsOf(list, needs),
    forgotten: attendance.forgotten,
    forget: attendance.forgotten
      ? t('participants.forget.done')
      : t('participants.forget.until', { day: sayDay(forgetAfterOf(meeting, forgetAfterDays)) }),
    nobody:
      meeting.endsAt > now
        ? [t('participants.list.none'), t('participants.list.none.next')]
        : [t('participants.list.none.past')],
    online: meeting.startsAt > now && (meeting.online || onlineLink !== null) ? { link: onlineLink ?? '' } : null,
    exportAddress: routes.exportSignUps(meeting.slug),
    publicAddress: routes.meeting(meeting.slug),
    post: sayPost(post, t),
  };
}
