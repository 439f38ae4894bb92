import { forgetAfterOf, letterWriter, publishPlaces, type SignUpsNeeds } from './needs.ts';

/**
 * Mends what a crash left between two realms: the number of places that everybody sees, and a list that does not know
 * yet that its meeting got more places. Run by the clock. Writes nothing when all is well; tells how many it mended.
 */
export const makeReconcilePlaces = (needs: SignUpsNeeds) => async (): Promise<number> => {
  let mended = 0;
  for (const meeting of await needs.meetings.listUpcoming(needs.now())) {
    const list = await needs.signUps.listState(meeting.id, meeting.places);
    if (list.left === meeting.placesLeft && list.waiting === meeting.waiting) continue;
    const forgetAfter = forgetAfterOf(meeting, needs.forgetAfterDays);
    const terms = { places: meeting.places, forgetAfter, tell: null };
    const state = await needs.signUps.setTerms(meeting.id, terms, letterWriter(needs, meeting));
    await publishPlaces(needs, meeting.id, state);
    mended += 1;
  }
  return mended;
};
