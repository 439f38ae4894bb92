import { publishPlaces, type SignUpsNeeds } from './needs.ts';
import type { WriteLetter } from './sign-up.ts';
import { withLetter } from './with-letter.ts';

/**
 * Lets lapse what nobody answered in time, and offers those places to the next. Run by the clock, as otherwise a place that
 * nobody confirmed would wait for the next visitor. One list that cannot be settled does not keep the others waiting.
 */
export const makeSettleLists = (needs: SignUpsNeeds) => async (): Promise<number> => {
  const { signUps, meetings, now, report } = needs;
  let changed = 0;
  for (const meetingId of await signUps.overdue(now())) {
    try {
      const meeting = await meetings.get(meetingId);
      const settle = (letter: WriteLetter) => signUps.settle(meetingId, letter);
      const list = await (meeting ? withLetter(needs, meeting, settle) : settle(() => null));
      if (!list) continue;
      await publishPlaces(needs, meetingId, list);
      changed += 1;
    } catch (error) {
      report('a list could not be settled', error);
    }
  }
  return changed;
};
