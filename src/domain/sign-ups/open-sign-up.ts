import { ok, refused, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { forgetAfterOf, type SignUpsNeeds } from './needs.ts';
import { hashOf } from './personal-link.ts';
import type { Standing } from './sign-up.ts';

/** What a personal page shows. */
export interface OwnSignUp {
  readonly standing: Standing;
  readonly meeting: Meeting;
  readonly forgetAfter: Date;
  /** For who takes part from a distance: only for who has a confirmed place; null when there is none. */
  readonly onlineLink: string | null;
}

type Needs = Pick<SignUpsNeeds, 'signUps' | 'meetings' | 'forgetAfterDays'>;

/** What a personal page shows of a sign-up that stands so. */
export async function ownSignUp(
  { signUps, forgetAfterDays }: Omit<Needs, 'meetings'>,
  meeting: Meeting,
  standing: Standing,
): Promise<OwnSignUp> {
  const { state, confirmedAt } = standing.signUp;
  const maySee = state === 'placed' && confirmedAt !== null && meeting.online && meeting.cancelled === null;
  const onlineLink = maySee ? await signUps.onlineLink(meeting.id) : null;
  return { standing, meeting, forgetAfter: forgetAfterOf(meeting, forgetAfterDays), onlineLink };
}

/** Opens a personal link. It only looks: mail scanners open links too. Unknown also when the sign-up was forgotten. */
export const makeOpenSignUp =
  (needs: Needs) =>
  async (secret: string): Promise<Result<OwnSignUp, 'unknown-link'>> => {
    if (!/^[\w-]{43}$/.test(secret)) return refused('unknown-link');
    const standing = await needs.signUps.findByLink(hashOf(secret));
    const meeting = standing && (await needs.meetings.get(standing.signUp.meetingId));
    if (!standing || !meeting) return refused('unknown-link');
    return ok(await ownSignUp(needs, meeting, standing));
  };
