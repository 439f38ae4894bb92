import type { Meeting, MeetingContent } from '../meetings/index.ts';
import { forgetAfterOf, letterWriter, publishPlaces, type SignUpsNeeds } from './needs.ts';
import type { ListTerms } from './sign-up.ts';

/** What a change means for those who signed up: the place or the hour is another one, it is off, or it is on again. */
function newsIn(before: MeetingContent, after: MeetingContent): ListTerms['tell'] {
  if (after.cancelled !== null) return before.cancelled === null ? 'called-off' : null;
  const same =
    before.cancelled === null &&
    before.startsAt.getTime() === after.startsAt.getTime() &&
    before.endsAt.getTime() === after.endsAt.getTime() &&
    before.placeName === after.placeName &&
    before.address === after.address;
  return same ? null : 'changed';
}

/**
 * To be called once after an organiser published a change of a meeting: more places let the waiting list move up at once,
 * and whoever signed up gets a letter when the day, the hour or the place changed or the meeting is called off.
 */
export const makeChangePlaces =
  (needs: SignUpsNeeds) =>
  async ({ id }: Pick<Meeting, 'id'>): Promise<void> => {
    const meeting = await needs.meetings.get(id);
    if (!meeting || meeting.endsAt <= needs.now()) return;
    const versions = [...(await needs.meetings.history(id))].sort((one, other) => one.version - other.version);
    const before = versions.at(-2)?.content;
    const terms = {
      places: meeting.places,
      forgetAfter: forgetAfterOf(meeting, needs.forgetAfterDays),
      tell: before ? newsIn(before, meeting) : null,
    };
    const list = await needs.signUps.setTerms(id, terms, letterWriter(needs, meeting));
    await publishPlaces(needs, id, list);
  };
