import { createHash } from 'node:crypto';
import { cleanEmail, ok, refused, type Result } from '../kernel/index.ts';
import { signUpWindow, stateOf, type Meeting } from '../meetings/index.ts';
import { makeAddToList } from './add-to-list.ts';
import type { SignUpsNeeds } from './needs.ts';
import { hashOf, sealReceipt } from './personal-link.ts';
import { cleanForm } from './sign-up-fields.ts';
import type { SignUpForm } from './sign-up.ts';

export interface Registration extends SignUpForm {
  readonly meetingId: string;
  /** A random word that the form carries: two posts with the same one are one act (a double click, a page sent again). */
  readonly attempt: string;
}

/** `not-open-yet` and `closed`: the organiser takes sign-ups from a moment on, or no more. */
export type RegisterRefusal =
  | 'unknown-meeting'
  | 'meeting-past'
  | 'meeting-called-off'
  | 'not-open-yet'
  | 'closed'
  | 'too-many-people'
  | 'not-right'
  | 'too-often';

/** The receipt, sealed for in an address. */
export type Registered = Result<string, RegisterRefusal>;

/** How long a double click can take. */
const SAME_ACT_MS = 10 * 60_000;
const MOST_REMEMBERED = 5_000;
/** How often one address can be given in an hour: nobody may fill somebody else's mailbox through us. */
const MOST_PER_HOUR = 12;
const MOST_COUNTED = 50_000;
const HOUR_MS = 3_600_000;

interface Remembered {
  readonly until: number;
  readonly answer: Promise<{ readonly registered: Registered; readonly linkHash: string | null }>;
}

/**
 * Signs up for a meeting: a place, or the waiting list, by the one rule of `movesUp`.
 *
 * The answer is the same for somebody who was on the list already as for somebody new. Otherwise anybody could find out,
 * by name and address, who comes to a meeting. Only the letter, to that address, tells that it was known.
 */
export function makeRegisterSignUp(needs: SignUpsNeeds): (form: Registration) => Promise<Registered> {
  const recent = new Map<string, Remembered>();
  const register = makeRegister(needs);

  async function isStillTrue({ answer }: Remembered): Promise<boolean> {
    const { linkHash } = await answer;
    const standing = linkHash === null ? undefined : await needs.signUps.findByLink(linkHash);
    return standing !== undefined && !['cancelled', 'lapsed'].includes(standing.signUp.state);
  }

  return async (form) => {
    const at = needs.now().getTime();
    const key = createHash('sha256').update(JSON.stringify(form)).digest('base64url');
    const before = recent.get(key);
    if (before && before.until > at && (await isStillTrue(before))) return (await before.answer).registered;
    const answer = register(form);
    recent.set(key, { until: at + SAME_ACT_MS, answer });
    answer.catch(() => recent.delete(key));
    // In the order in which they came: the first that is still fresh ends the search.
    for (const [old, { until }] of recent) {
      if (until > at && recent.size <= MOST_REMEMBERED) break;
      recent.delete(old);
    }
    return (await answer).registered;
  };
}

/** Why so many people cannot sign up for it now; null when they can. */
function whyNot(meeting: Meeting, people: number, now: Date) {
  const state = stateOf(meeting, now);
  if (state === 'called-off') return 'meeting-called-off';
  if (state !== 'upcoming') return 'meeting-past';
  const window = signUpWindow(meeting, now);
  if (window !== 'open') return window === 'closed' ? 'closed' : 'not-open-yet';
  return people > meeting.places ? 'too-many-people' : null;
}

function makeRegister(needs: SignUpsNeeds) {
  const addToList = makeAddToList(needs);
  const mayTryAgain = makeThrottle(needs);
  const no = (reason: RegisterRefusal) => ({ registered: refused(reason), linkHash: null });

  return async ({ meetingId, ...form }: Registration) => {
    const fields = cleanForm(form, cleanEmail);
    if (!fields) return no('not-right');
    const { email, people } = fields;
    let counted = false;
    const added = await addToList({ ...fields, meetingId, origin: 'web', phone: '' }, (meeting) => {
      const reason = whyNot(meeting, people, needs.now());
      if (reason !== null || counted) return reason;
      counted = true;
      return mayTryAgain(email) ? null : 'too-often';
    });
    if (!added.ok) return no(added.reason);
    const { kind, told, linkHash } = added.value;
    const { state, waitingBefore: before, confirmBy } = told;
    const receipt = { state, before, at: needs.now(), confirmBy };
    const registered = ok(sealReceipt(needs.secretKey, meetingId, receipt));
    return { registered, linkHash: kind === 'added' ? linkHash : null };
  };
}

/** Counts sign-ups per address and hour, in memory and by hash; of no more addresses than fit in a few megabytes. */
function makeThrottle({ now }: Pick<SignUpsNeeds, 'now'>): (email: string) => boolean {
  let hour = 0;
  const counts = new Map<string, number>();
  return (email) => {
    const current = Math.floor(now().getTime() / HOUR_MS);
    if (current !== hour) counts.clear();
    hour = current;
    const key = hashOf(email.toLowerCase());
    const count = (counts.get(key) ?? 0) + 1;
    // The one that is counted now comes last: who keeps trying is not forgotten.
    counts.delete(key);
    counts.set(key, count);
    for (const [oldest] of counts) {
      if (counts.size <= MOST_COUNTED) break;
      counts.delete(oldest);
    }
    return count <= MOST_PER_HOUR;
  };
}
