import type { Meeting } from '../meetings/index.ts';
import { letterFor, type SignUpsNeeds } from './needs.ts';
import { OldNews, type WriteLetter } from './sign-up.ts';

/** More changes than this do not come in while one button is pressed. */
const TRIES = 5;

/**
 * Changes a list, with letters about the meeting as it is at that moment. When the organiser changed the meeting in between,
 * the store refuses, and it is done again with the meeting as it is now.
 */
export async function withLetter<Value>(
  needs: SignUpsNeeds,
  meeting: Meeting,
  act: (letter: WriteLetter, meeting: Meeting) => Promise<Value>,
): Promise<Value> {
  let current = meeting;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act(await letterFor(needs, current), current);
    } catch (error) {
      if (!(error instanceof OldNews) || attempt >= TRIES) throw error;
      current = (await needs.meetings.get(meeting.id)) ?? current;
    }
  }
}
