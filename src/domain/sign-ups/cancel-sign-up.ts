import { ok, refused, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { letterWriter, publishPlaces, type SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp } from './open-sign-up.ts';
import { hashOf } from './personal-link.ts';
import type { SignUp } from './sign-up.ts';

export interface Cancelled {
  readonly signUp: SignUp;
  readonly meeting: Meeting;
}

/** Cancels; whoever is first on the waiting list moves up in the same transaction. Cancelling twice is fine. */
export const makeCancelSignUp = (needs: SignUpsNeeds) => {
  const open = makeOpenSignUp(needs);
  return async (secret: string): Promise<Result<Cancelled, 'unknown-link' | 'meeting-past'>> => {
    const opened = await open(secret);
    if (!opened.ok) return opened;
    const { meeting } = opened.value;
    if (meeting.startsAt <= needs.now()) return refused('meeting-past');
    const outcome = await needs.signUps.cancel(hashOf(secret), letterWriter(needs, meeting));
    if (!outcome) return refused('unknown-link');
    await publishPlaces(needs, meeting.id, outcome.list);
    return ok({ signUp: outcome.signUp, meeting });
  };
};
