import { ok, refused, type Result } from '../kernel/index.ts';
import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import { makeOpenSignUp, ownSignUp, type OwnSignUp } from './open-sign-up.ts';
import { hashOf } from './personal-link.ts';
import { cleanPeople } from './sign-up-fields.ts';
import { withLetter } from './with-letter.ts';

/**
 * With how many they come. Fewer: the next in the queue is offered those places. More: only when so many are left and nobody
 * waits for them; the sign-up stays as it was when there are not.
 */
export const makeChangePeople = (needs: SignUpsNeeds) => {
  const open = makeOpenSignUp(needs);
  return async (
    secret: string,
    people: number,
  ): Promise<Result<OwnSignUp, 'unknown-link' | 'meeting-past' | 'not-right' | 'not-active' | 'no-room'>> => {
    if (cleanPeople(String(people)) === undefined) return refused('not-right');
    const opened = await open(secret);
    if (!opened.ok) return opened;
    const { meeting } = opened.value;
    if (meeting.startsAt <= needs.now()) return refused('meeting-past');
    const ref = { linkHash: hashOf(secret) };
    const changed = await withLetter(needs, meeting, (letter) => needs.signUps.changePeople(ref, people, letter));
    if (!changed) return refused('unknown-link');
    if (changed === 'no-room' || changed === 'not-active') return refused(changed);
    await publishPlaces(needs, meeting.id, changed.list);
    return ok(await ownSignUp(needs, meeting, changed.standing));
  };
};
