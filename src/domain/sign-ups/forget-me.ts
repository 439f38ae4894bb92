import { ok, refused, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp } from './open-sign-up.ts';
import { hashOf } from './personal-link.ts';
import { withLetter } from './with-letter.ts';

/** Forgets a sign-up now, with its letters; the link stops working. Its place goes to the next in the queue. */
export const makeForgetMe = (needs: SignUpsNeeds) => {
  const open = makeOpenSignUp(needs);
  return async (secret: string): Promise<Result<Meeting, 'unknown-link'>> => {
    const opened = await open(secret);
    if (!opened.ok) return opened;
    const { meeting } = opened.value;
    const ref = { linkHash: hashOf(secret) };
    const list = await withLetter(needs, meeting, (letter) => needs.signUps.erase(ref, letter));
    if (!list) return refused('unknown-link');
    await publishPlaces(needs, meeting.id, list);
    return ok(meeting);
  };
};
