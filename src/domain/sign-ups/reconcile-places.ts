import { makeChangePlaces } from './change-places.ts';
import type { SignUpsNeeds } from './needs.ts';

/**
 * Mends what a crash left between two realms: the number of places that everybody sees, and a list that does not know yet of
 * a change of its meeting, with the letters that tell of it. Run by the clock. Writes nothing when all is well; tells how
 * many it mended.
 */
export const makeReconcilePlaces = (needs: SignUpsNeeds) => {
  const changePlaces = makeChangePlaces(needs);
  return async (): Promise<number> => {
    let mended = 0;
    for (const meeting of await needs.meetings.listUpcoming(needs.now())) {
      const known = await needs.signUps.knownVersion(meeting.id);
      const list = await needs.signUps.listState(meeting.id, meeting.places);
      const right = list.left === meeting.placesLeft && list.waiting === meeting.waiting;
      if (right && (known === undefined || known >= meeting.version)) continue;
      await changePlaces(meeting);
      mended += 1;
    }
    return mended;
  };
};
