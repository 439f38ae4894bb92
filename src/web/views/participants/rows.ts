import type { LetterState, OrganiserAct, SignUp } from '../../../domain/sign-ups/index.ts';
import { machineTime, sayDay, sayTime } from '../../dates.ts';
import type { Translate } from '../../translate.ts';
import { sayPeople } from '../meetings/words.ts';

/** How the last letter to somebody fares. */
export interface LetterView {
  readonly words: string;
  /** What the mail server said; null when nothing is wrong. */
  readonly problem: string | null;
  readonly wrong: boolean;
}

/** Something the organiser can do with one sign-up. */
export interface ActView {
  readonly act: OrganiserAct;
  readonly label: string;
  readonly means: string;
}

/** One line of the organiser's list. */
export interface PersonRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly people: string;
  readonly needs: string;
  readonly question: string;
  readonly email: { readonly label: string; readonly href: string } | null;
  /** Of who has no e-mail address. */
  readonly phone: { readonly label: string; readonly href: string | null } | null;
  /** Who filled it in, in what language the letters are, and the like. */
  readonly notes: readonly string[];
  readonly since: string;
  readonly sinceTime: string;
  readonly letter: LetterView | null;
  readonly acts: readonly ActView[];
}

interface RowNeeds {
  readonly t: Translate;
  readonly now: Date;
  readonly meeting: { readonly startsAt: Date; readonly endsAt: Date; readonly cancelled: string | null };
  readonly letters: ReadonlyMap<string, LetterState>;
}

/** Shorter than elsewhere: it stands in every row. */
const sayMoment = (when: Date, t: Translate): string =>
  t('participants.moment', { day: sayDay(when), time: sayTime(when) });

function letterView({ kind, state, at, problem }: LetterState, t: Translate): LetterView {
  const how = t(`participants.letter.state.${state}`, { moment: sayMoment(at, t) });
  return {
    words: t('participants.letter.line', { kind: t(`participants.letter.kind.${kind}`), state: how }),
    problem: problem === null || state === 'sent' ? null : t('participants.letter.problem', { problem }),
    wrong: state === 'failed' || state === 'late',
  };
}

/** Encoded part by part (RFC 6068): in an address as it is, `?bcc=` would add somebody to what an organiser writes. */
const emailView = ({ email }: SignUp): PersonRow['email'] =>
  email === '' ? null : { label: email, href: `mailto:${email.split('@').map(encodeURIComponent).join('@')}` };

function phoneView({ email, phone }: SignUp, t: Translate): PersonRow['phone'] {
  if (phone !== '')
    return { label: t('participants.row.phone', { phone }), href: `tel:${phone.replace(/[^\d+]/g, '')}` };
  return email === '' ? { label: t('participants.row.noPhone'), href: null } : null;
}

function notesOf(signUp: SignUp, t: Translate): string[] {
  const { by, origin, state, confirmedAt, answerBy, language, wantsReport, arrived } = signUp;
  return [
    ...(by === '' ? [] : [t('participants.row.by', { name: by })]),
    ...(origin === 'organiser' ? [t('participants.row.byOrganiser')] : []),
    ...(state === 'waiting' && confirmedAt === null ? [t('participants.row.notYet')] : []),
    ...(answerBy === null ? [] : [t('participants.row.until', { moment: sayMoment(answerBy, t) })]),
    ...(language === 'en' ? [t('participants.row.language.en')] : []),
    ...(wantsReport ? [t('participants.row.report')] : []),
    ...(arrived === null ? [] : [t('participants.row.arrived', { n: arrived })]),
  ];
}

/** What makes sense for this sign-up; whether it may be done is asked again when it is. */
function actsFor(signUp: SignUp, { t, now, meeting, letters }: RowNeeds): ActView[] {
  const { state, answerBy, email } = signUp;
  const upcoming = meeting.startsAt > now && meeting.cancelled === null;
  const canSend = email !== '' && meeting.endsAt > now && letters.get(signUp.id)?.state !== 'waiting';
  const acts: readonly (readonly [OrganiserAct, boolean])[] = [
    ['confirm', upcoming && (answerBy !== null || state === 'lapsed')],
    ['resend', canSend && state !== 'lapsed'],
    ['cancel', upcoming && state !== 'cancelled' && state !== 'lapsed'],
    ['erase', true],
  ];
  return acts
    .filter(([, possible]) => possible)
    .map(([act]) => ({ act, label: t(`participants.act.${act}`), means: t(`participants.act.${act}.text`) }));
}

/** A sign-up as the organiser of its meeting sees it. */
export function personRow(signUp: SignUp, needs: RowNeeds): PersonRow {
  const { t, letters } = needs;
  const letter = letters.get(signUp.id);
  return {
    id: signUp.id,
    number: signUp.number,
    name: signUp.name,
    people: sayPeople(signUp.people, t),
    needs: signUp.needs,
    question: signUp.question,
    email: emailView(signUp),
    phone: phoneView(signUp, t),
    notes: notesOf(signUp, t),
    since: t('participants.row.since', { moment: sayMoment(signUp.createdAt, t) }),
    sinceTime: machineTime(signUp.createdAt),
    letter: letter ? letterView(letter, t) : null,
    acts: actsFor(signUp, needs),
  };
}
