import type { Meeting } from '../meetings/index.ts';
import { makeChangePlaces } from './change-places.ts';
import type { SignUpsNeeds } from './needs.ts';

/**
 * Mends what a crash left between two realms: the number of places that everybody sees, and a list that does not know yet of
 * a change of its meeting, with the letters that tell of it. Run by the clock. Writes nothing when all is well; tells how
 * many it mended. One meeting that cannot be mended does not keep the others waiting.
 */
export const makeReconcilePlaces = (needs: SignUpsNeeds) => {
  const { signUps, meetings, now, report } = needs;
  const changePlaces = makeChangePlaces(needs);

  async function isRight({ id, places, placesLeft, waiting, version }: Meeting): Promise<boolean> {
    const known = await signUps.knownVersion(id);
    const list = await signUps.listState(id, places);
    const toldRight = list.left === placesLeft && list.waiting === waiting;
    return toldRight && (known === undefined || known >= version);
  }

  return async (): Promise<number> => {
    let mended = 0;
    for (const meeting of await meetings.listUpcoming(now())) {
      try {
        if (await isRight(meeting)) continue;
        await changePlaces(meeting);
        mended += 1;
      } catch (error) {
        report('a meeting and its list could not be brought together', error);
      }
    }
    return mended;
  };
};
