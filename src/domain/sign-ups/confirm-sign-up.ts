import { ok, refused, type Result } from '../kernel/index.ts';
import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp, ownSignUp } from './open-sign-up.ts';
import { hashOf } from './personal-link.ts';
import type { Answered } from './sign-ups.ts';
import { withLetter } from './with-letter.ts';

/**
 * The yes to what was asked: the e-mail address is theirs, or they take the place that came free. A yes that is too late is
 * a new sign-up at the end of the list. Yes twice changes nothing.
 */
export const makeConfirmSignUp = (needs: SignUpsNeeds) => {
  const open = makeOpenSignUp(needs);
  return async (secret: string): Promise<Result<Answered, 'unknown-link' | 'meeting-past' | 'meeting-called-off'>> => {
    const opened = await open(secret);
    if (!opened.ok) return opened;
    const { meeting } = opened.value;
    if (meeting.startsAt <= needs.now()) return refused('meeting-past');
    const ref = { linkHash: hashOf(secret) };
    const confirmed = await withLetter(needs, meeting, async (letter, current) =>
      current.cancelled === null ? needs.signUps.confirm(ref, letter) : 'off',
    );
    if (confirmed === 'off') return refused('meeting-called-off');
    if (!confirmed) return refused('unknown-link');
    await publishPlaces(needs, meeting.id, confirmed.list);
    return ok({ ...(await ownSignUp(needs, meeting, confirmed.standing)), tooLate: confirmed.tooLate });
  };
};
