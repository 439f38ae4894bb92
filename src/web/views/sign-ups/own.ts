import type { Version } from '../../../domain/kernel/index.ts';
import { signUpWindow, stateOf, type Meeting, type MeetingContent } from '../../../domain/meetings/index.ts';
import { MOST_PEOPLE, type OwnSignUp, type SignUp } from '../../../domain/sign-ups/index.ts';
import { sayDay, sayMoment } from '../../dates.ts';
import type { Done } from '../../forms/own-sign-up.ts';
import { inLanguage, routes } from '../../routes.ts';
import type { Translate } from '../../translate.ts';
import type { Link } from '../link.ts';
import { sayBefore, sayPeople } from '../meetings/words.ts';

/** How one sign-up stands; what the page says follows from it. */
type Kind = 'held' | 'queued' | 'placed' | 'waiting' | 'offered' | 'lapsed' | 'cancelled' | 'off' | 'running' | 'past';

export interface OwnSignUpView {
  readonly title: string;
  /** Who comes, when somebody else signed them up. */
  readonly about: string | null;
  readonly lines: readonly string[];
  /** good: has a place; asks: something is asked; wrong: it does not go on. */
  readonly tone: 'good' | 'asks' | 'wrong' | 'plain';
  /** What was just done. */
  readonly done: string | null;
  /** The big question; `no` null where only a yes is possible. */
  readonly ask: { readonly yes: string; readonly no: string | null } | null;
  readonly changes: readonly string[];
  readonly route: string;
  readonly calendar: Link | null;
  readonly online: { readonly link: string | null; readonly text: string } | null;
  /** To change how many come. */
  readonly number: { readonly people: number; readonly hint: string; readonly kept: string } | null;
  /** What cancelling means; null where one cannot, or the question has it. */
  readonly cancel: string | null;
  readonly again: Link | null;
  readonly report: { readonly wants: boolean } | null;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly forgetDay: string;
  /** What being forgotten now means. */
  readonly forgetMeans: readonly string[];
}

export interface OwnSignUpNeeds {
  readonly t: Translate;
  readonly now: Date;
  readonly history: readonly Version<MeetingContent>[];
  readonly done: Done | undefined;
}

function kindOf({ standing: { signUp }, meeting }: OwnSignUp, now: Date): Kind {
  if (signUp.state === 'cancelled') return 'cancelled';
  if (meeting.cancelled !== null) return 'off';
  const state = stateOf(meeting, now);
  if (state === 'past' || state === 'running') return state;
  const isLate = signUp.answerBy !== null && signUp.answerBy <= now;
  if (signUp.state === 'lapsed' || isLate) return 'lapsed';
  if (signUp.state === 'offered' || signUp.confirmedAt !== null) return signUp.state;
  return signUp.state === 'placed' ? 'held' : 'queued';
}

function linesOf(kind: Kind, { standing, meeting }: OwnSignUp, t: Translate): string[] {
  const { signUp, waitingBefore } = standing;
  const people = sayPeople(signUp.people, t);
  const before = sayBefore(waitingBefore, t);
  const moment = sayMoment(signUp.answerBy ?? meeting.startsAt, t);
  const reason = meeting.cancelled?.trim() ?? '';
  switch (kind) {
    case 'held':
    case 'queued':
    case 'offered':
      return [t(`signUps.mine.${kind}.text`, { people, before, moment }), t(`signUps.mine.${kind}.not`)];
    case 'placed':
    case 'waiting':
    case 'cancelled':
    case 'past':
      return [t(`signUps.mine.${kind}.text`, { people, before })];
    case 'lapsed':
      return [t('signUps.mine.lapsed.text'), t('signUps.mine.lapsed.late')];
    case 'off':
      return [...(reason === '' ? [] : [t('signUps.mine.off.reason', { reason })]), t('signUps.mine.off.text')];
    case 'running':
      return [hasPlace(signUp) ? t('signUps.mine.running.placed', { people }) : t('signUps.mine.running.text')];
  }
}

const hasPlace = ({ state, confirmedAt }: SignUp): boolean => state === 'placed' && confirmedAt !== null;

const TONES: Partial<Record<Kind, OwnSignUpView['tone']>> = {
  ...{ held: 'asks', queued: 'asks', offered: 'good', placed: 'good', lapsed: 'asks', off: 'wrong' },
};

function askOf(kind: Kind, { by, name }: SignUp, t: Translate): OwnSignUpView['ask'] {
  const forElse = by !== '';
  const yes = forElse ? t('signUps.mine.yes.for', { name }) : t('signUps.mine.yes');
  const no = forElse ? t('signUps.mine.no.for', { name }) : t('signUps.mine.no');
  if (kind === 'held' || kind === 'offered') return { yes, no };
  if (kind === 'queued') return { yes: t('signUps.mine.yes.wait'), no };
  return kind === 'lapsed' ? { yes: forElse ? yes : t('signUps.mine.yes.late'), no: null } : null;
}

/** Only what is still so: the address of the page can be opened again when much has changed. */
function doneWords(done: Done | undefined, kind: Kind, { t, signUp }: { t: Translate; signUp: SignUp }): string | null {
  if (done === 'aantal') return t('signUps.done.people');
  if (done === 'verslag') return signUp.wantsReport ? t('signUps.done.report') : t('signUps.done.noReport');
  if (kind !== 'placed' && kind !== 'waiting') return null;
  if (done === 'ja') return t('signUps.done.yes');
  return done === 'laat' ? t(`signUps.done.late.${kind}`) : null;
}

const isActive = (kind: Kind): boolean => ['held', 'queued', 'placed', 'waiting', 'offered'].includes(kind);
const isOpen = (kind: Kind): boolean => isActive(kind) || kind === 'lapsed';

function numberOf(kind: Kind, { standing, meeting }: OwnSignUp, t: Translate): OwnSignUpView['number'] {
  const most = Math.min(MOST_PEOPLE, meeting.places);
  const { people } = standing.signUp;
  if (!isActive(kind) || most === 1) return null;
  const waits = kind === 'waiting' || kind === 'queued';
  const now = t(`signUps.mine.number.hint${waits ? '.waiting' : ''}`, { n: people });
  const hint = `${now} ${t('signUps.mine.number.most', { n: most })}`;
  return { people, hint, kept: t('signUps.mine.number.kept', { people: sayPeople(people, t) }) };
}

function onlineOf(kind: Kind, { meeting, onlineLink }: OwnSignUp, t: Translate): OwnSignUpView['online'] {
  const placed = kind === 'placed' || kind === 'running';
  if (placed && onlineLink !== null && onlineLink.startsWith('https://'))
    return { link: onlineLink, text: t('signUps.mine.online.text') };
  if (!meeting.online || !isOpen(kind)) return null;
  return { link: null, text: t(placed ? 'signUps.mine.online.soon' : 'signUps.mine.online.later') };
}

/** What changed since they signed up, newest first. */
const changesOf = (history: OwnSignUpNeeds['history'], since: Date, t: Translate): string[] =>
  history
    .filter(({ version, at }) => version > 1 && at > since)
    .toSorted((one, other) => other.version - one.version)
    .map(({ at, note }) =>
      t('meetings.changes.entry', { day: sayDay(at, t), note: note.trim() || t('meetings.changes.plain') }),
    );

/** Whether the report can still come by mail: what was never confirmed, or was cancelled, gets none. */
const mayGetReport = (kind: Kind, { email, confirmedAt }: SignUp): boolean =>
  email !== '' && kind !== 'cancelled' && kind !== 'off' && (confirmedAt !== null || isActive(kind));

function factsOf(kind: Kind, signUp: SignUp, t: Translate) {
  const { name, by, email, people, needs, question, wantsReport } = signUp;
  const report = { name: t('signUps.mine.report'), value: t(`signUps.mine.report.${wantsReport ? 'yes' : 'no'}`) };
  return [
    { name: t('signUps.mine.name'), value: name },
    ...(by === '' ? [] : [{ name: t('signUps.mine.by'), value: by }]),
    ...(email === '' ? [] : [{ name: t('signUps.mine.email'), value: email }]),
    { name: t('signUps.mine.people'), value: sayPeople(people, t) },
    { name: t('signUps.mine.needs'), value: needs || t('signUps.mine.none') },
    { name: t('signUps.mine.question'), value: question || t('signUps.mine.none') },
    ...(mayGetReport(kind, signUp) ? [report] : []),
  ];
}

const againOf = (kind: Kind, meeting: Meeting, { t, now }: OwnSignUpNeeds): Link | null =>
  kind === 'cancelled' && signUpWindow(meeting, now) === 'open'
    ? { href: inLanguage(routes.signUp(meeting.slug), t), label: t('signUps.mine.cancelled.again') }
    : null;

/** The personal page: how it stands now, and what one can do about it. */
export function ownSignUpPage(own: OwnSignUp, needs: OwnSignUpNeeds): OwnSignUpView {
  const { t, now, history, done } = needs;
  const { meeting } = own;
  const { signUp } = own.standing;
  const kind = kindOf(own, now);
  const cancels = kind === 'placed' || kind === 'waiting';
  return {
    title: t(`signUps.mine.${kind}`),
    about: signUp.by === '' ? null : t('signUps.mine.about', { name: signUp.name }),
    lines: linesOf(kind, own, t),
    tone: TONES[kind] ?? 'plain',
    done: doneWords(done, kind, { t, signUp }),
    ask: askOf(kind, signUp, t),
    changes: changesOf(history, signUp.createdAt, t),
    route: isOpen(kind) || kind === 'running' ? meeting.route : '',
    calendar:
      isActive(kind) || kind === 'off'
        ? { href: routes.calendar(meeting.slug), label: t('signUps.mine.calendar') }
        : null,
    online: onlineOf(kind, own, t),
    number: numberOf(kind, own, t),
    cancel: cancels ? t(kind === 'placed' ? 'signUps.mine.cancel.text' : 'signUps.mine.cancel.waiting') : null,
    again: againOf(kind, meeting, needs),
    report: mayGetReport(kind, signUp) ? { wants: signUp.wantsReport } : null,
    facts: factsOf(kind, signUp, t),
    forgetDay: sayDay(own.forgetAfter, t),
    forgetMeans: [t('signUps.mine.forget.means'), ...(isActive(kind) ? [t('signUps.mine.forget.place')] : [])],
  };
}
