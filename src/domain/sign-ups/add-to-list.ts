import { ok, refused, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { makeChangePlaces } from './change-places.ts';
import { letterFor, publishPlaces, termsOf, type SignUpsNeeds } from './needs.ts';
import { hashOf, secretOf } from './personal-link.ts';
import type { AddOutcome, NewSignUp } from './sign-up.ts';

/** What the list itself gives a sign-up. */
type Filled = Omit<NewSignUp, 'id' | 'createdAt' | 'linkHash'>;
export type OnList = Exclude<AddOutcome, { readonly kind: 'stale' }> & { readonly linkHash: string };

/** Each try reads the meeting again; more changes than this do not happen while somebody signs up. */
const TRIES = 5;

/**
 * Puts somebody on the list of a meeting as it is at that moment: when the organiser changes it at the same time, the list
 * takes over the change first, and `mayJoin` is asked again. So what everybody on the list was told is what they signed up for.
 */
export const makeAddToList = (needs: SignUpsNeeds) => {
  const { signUps, meetings, secretKey, now, newId } = needs;
  const changePlaces = makeChangePlaces(needs);

  return async <Reason extends string>(
    filled: Filled,
    mayJoin: (meeting: Meeting) => Reason | null,
  ): Promise<Result<OnList, Reason | 'unknown-meeting'>> => {
    const id = newId();
    const linkHash = hashOf(secretOf(secretKey, id));
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const meeting = await meetings.get(filled.meetingId);
      if (!meeting) return refused('unknown-meeting');
      const reason = mayJoin(meeting);
      if (reason !== null) return refused(reason);
      const signUp = { ...filled, id, createdAt: now(), linkHash };
      const terms = termsOf(meeting, needs.forgetAfterDays);
      const outcome = await signUps.add(signUp, terms, await letterFor(needs, meeting));
      if (outcome.kind !== 'stale') {
        await publishPlaces(needs, meeting.id, outcome.list);
        return ok({ ...outcome, linkHash });
      }
      await changePlaces(meeting);
    }
    throw new Error(`Meeting ${filled.meetingId} kept changing while somebody signed up.`);
  };
};
