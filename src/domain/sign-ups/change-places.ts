import type { Meeting } from '../meetings/index.ts';
import { letterFor, publishPlaces, termsOf, type SignUpsNeeds } from './needs.ts';
import { newsOf } from './news-since.ts';

/**
 * To be called after an organiser published a change of a meeting: more places are offered to the waiting list at once, and
 * whoever signed up gets a letter when the day, the hour or the place changed or the meeting is called off. Doing it again
 * changes nothing: the list keeps which version everybody was told of.
 */
export const makeChangePlaces =
  (needs: SignUpsNeeds) =>
  async ({ id }: Pick<Meeting, 'id'>): Promise<void> => {
    const meeting = await needs.meetings.get(id);
    if (!meeting || meeting.endsAt <= needs.now()) return;
    const news = newsOf(await needs.meetings.history(id), meeting);
    const terms = termsOf(meeting, needs.forgetAfterDays);
    const list = await needs.signUps.setTerms(terms, news, await letterFor(needs, meeting));
    await publishPlaces(needs, id, list);
  };
