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
}

/** Opens a personal link. It only looks: mail scanners open links too. Unknown also when the sign-up was forgotten. */
export const makeOpenSignUp =
  ({ signUps, meetings, forgetAfterDays }: Pick<SignUpsNeeds, 'signUps' | 'meetings' | 'forgetAfterDays'>) =>
  async (secret: string): Promise<Result<OwnSignUp, 'unknown-link'>> => {
    if (!/^[\w-]{43}$/.test(secret)) return refused('unknown-link');
    const standing = await signUps.findByLink(hashOf(secret));
    const meeting = standing && (await meetings.get(standing.signUp.meetingId));
    if (!standing || !meeting) return refused('unknown-link');
    return ok({ standing, meeting, forgetAfter: forgetAfterOf(meeting, forgetAfterDays) });
  };
