import { ok, type Actor, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import { organisedMeeting } from './organised-meeting.ts';
import type { Attendance, LetterState, SignUp } from './sign-up.ts';
import type { ListRefusal } from './sign-ups.ts';

/** Who comes, for the organiser: in order of arrival, with those on the waiting list and those who cancelled. */
export interface SignUpList {
  readonly meeting: Meeting;
  readonly signUps: readonly SignUp[];
  /** The last letter to each of them. */
  readonly letters: readonly LetterState[];
  /** People with a place. */
  readonly placed: number;
  /** Of those, people whose place is only held: they did not confirm yet. */
  readonly held: number;
  /** People for whom a place that came free is kept until they say yes. */
  readonly offered: number;
  /** People on the waiting list. */
  readonly waiting: number;
  /** For who takes part from a distance; null when there is none. */
  readonly onlineLink: string | null;
  readonly attendance: Attendance;
}

const peopleIn = (signUps: readonly SignUp[], belongs: (signUp: SignUp) => boolean): number =>
  signUps.filter(belongs).reduce((sum, { people }) => sum + people, 0);

/** Only an organiser of the meeting's buurt sees who comes. */
export const makeListSignUps =
  (needs: Pick<SignUpsNeeds, 'signUps' | 'meetings'>) =>
  async (actor: Actor, meetingId: string): Promise<Result<SignUpList, ListRefusal>> => {
    const found = await organisedMeeting(needs, actor, meetingId);
    if (!found.ok) return found;
    const { signUps: store } = needs;
    const [signUps, letters, onlineLink, attendance] = await Promise.all([
      store.list(meetingId),
      store.letters(meetingId),
      store.onlineLink(meetingId),
      store.attendance(meetingId),
    ]);
    return ok({
      meeting: found.value,
      signUps,
      letters,
      placed: peopleIn(signUps, ({ state }) => state === 'placed'),
      held: peopleIn(signUps, ({ state, confirmedAt }) => state === 'placed' && confirmedAt === null),
      offered: peopleIn(signUps, ({ state }) => state === 'offered'),
      waiting: peopleIn(signUps, ({ state }) => state === 'waiting'),
      onlineLink,
      attendance,
    });
  };
