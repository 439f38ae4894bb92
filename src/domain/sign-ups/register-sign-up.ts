import { createHash } from 'node:crypto';
import { cleanEmail, ok, refused, type Result } from '../kernel/index.ts';
import { stateOf } from '../meetings/index.ts';
import { forgetAfterOf, letterWriter, publishPlaces, type SignUpsNeeds } from './needs.ts';
import { hashOf, sealReceipt, secretOf, type Receipt } from './personal-link.ts';
import { cleanName, cleanNeeds, cleanPeople } from './sign-up-fields.ts';
import type { AddOutcome, SignUpForm } from './sign-up.ts';

export interface Registration extends SignUpForm {
  readonly meetingId: string;
  /** A random word that the form carries: two posts with the same one are one act (a double click, a page sent again). */
  readonly attempt: string;
}

export type RegisterRefusal =
  'unknown-meeting' | 'meeting-past' | 'meeting-called-off' | 'too-many-people' | 'not-right' | 'too-often';

/** The receipt, sealed for in an address. */
export type Registered = Result<string, RegisterRefusal>;

/** How long a double click can take. */
const SAME_ACT_MS = 10 * 60_000;
const MOST_REMEMBERED = 5_000;
/** How often one address can be given in an hour: nobody may fill somebody else's mailbox through us. */
const MOST_PER_HOUR = 12;
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
  const mayTryAgain = makeThrottle(needs);

  async function isStillTrue({ answer }: Remembered): Promise<boolean> {
    const { linkHash } = await answer;
    const standing = linkHash === null ? undefined : await needs.signUps.findByLink(linkHash);
    return standing !== undefined && standing.signUp.state !== 'cancelled';
  }

  return async (form) => {
    const at = needs.now().getTime();
    const key = createHash('sha256').update(JSON.stringify(form)).digest('base64url');
    const before = recent.get(key);
    if (before && before.until > at && (await isStillTrue(before))) return (await before.answer).registered;
    const answer = register(needs, form, mayTryAgain);
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

async function register(needs: SignUpsNeeds, form: Registration, mayTryAgain: (email: string) => boolean) {
  const no = (reason: RegisterRefusal) => ({ registered: refused(reason), linkHash: null });
  const { signUps, meetings, secretKey, now, newId } = needs;
  const fields = clean(form);
  if (!fields) return no('not-right');
  const meeting = await meetings.get(form.meetingId);
  if (!meeting) return no('unknown-meeting');
  const state = stateOf(meeting, now());
  if (state === 'called-off') return no('meeting-called-off');
  if (state !== 'upcoming') return no('meeting-past');
  if (fields.people > meeting.places) return no('too-many-people');
  if (!mayTryAgain(fields.email)) return no('too-often');
  const id = newId();
  const linkHash = hashOf(secretOf(secretKey, id));
  const forgetAfter = forgetAfterOf(meeting, needs.forgetAfterDays);
  const signUp = { ...fields, id, meetingId: meeting.id, createdAt: now(), linkHash, forgetAfter };
  const outcome = await signUps.add(signUp, meeting.places, letterWriter(needs, meeting));
  await publishPlaces(needs, meeting.id, outcome.list);
  const receipt = receiptOf(outcome, fields.people, now());
  const registered = ok(sealReceipt(secretKey, meeting.id, receipt));
  return { registered, linkHash: outcome.kind === 'added' ? linkHash : null };
}

function clean(form: SignUpForm): SignUpForm | undefined {
  const name = cleanName(form.name);
  const email = cleanEmail(form.email);
  const people = cleanPeople(String(form.people));
  const needs = cleanNeeds(form.needs);
  if (name === undefined || email === undefined || people === undefined || needs === undefined) return undefined;
  return { name, email, people, needs };
}

/** What to show: for a known sign-up, what a new one would have got. */
function receiptOf({ kind, standing, list }: AddOutcome, people: number, at: Date): Receipt {
  const hasPlace = kind === 'added' ? standing.signUp.state === 'placed' : list.waiting === 0 && list.left >= people;
  if (hasPlace) return { state: 'placed', before: 0, at };
  return { state: 'waiting', before: kind === 'added' ? standing.waitingBefore : list.waiting, at };
}

/** Counts sign-ups per address and hour, in memory and by hash. */
function makeThrottle({ now }: Pick<SignUpsNeeds, 'now'>): (email: string) => boolean {
  let hour = 0;
  const counts = new Map<string, number>();
  return (email) => {
    const current = Math.floor(now().getTime() / HOUR_MS);
    if (current !== hour) counts.clear();
    hour = current;
    const key = hashOf(email.toLowerCase());
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST_PER_HOUR;
  };
}
