import { ok, refused, type Result } from '../kernel/index.ts';
import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp, ownSignUp, type OwnSignUp } from './open-sign-up.ts';
import { hashOf } from './personal-link.ts';
import { withLetter } from './with-letter.ts';

/** Cancels, or says no to an offered place; the next in the queue is offered it in the same transaction. Twice is fine. */
export const makeCancelSignUp = (needs: SignUpsNeeds) => {
  const open = makeOpenSignUp(needs);
  return async (secret: string): Promise<Result<OwnSignUp, 'unknown-link' | 'meeting-past'>> => {
    const opened = await open(secret);
    if (!opened.ok) return opened;
    const { meeting } = opened.value;
    if (meeting.startsAt <= needs.now()) return refused('meeting-past');
    const ref = { linkHash: hashOf(secret) };
    const cancelled = await withLetter(needs, meeting, (letter) => needs.signUps.cancel(ref, letter));
    if (!cancelled) return refused('unknown-link');
    await publishPlaces(needs, meeting.id, cancelled.list);
    return ok(await ownSignUp(needs, meeting, cancelled.standing));
  };
};
