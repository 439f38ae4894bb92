import { mayOrganise, ok, refused, type Actor, type Result } from '../kernel/index.ts';
import type { Meeting } from '../meetings/index.ts';
import type { SignUpsNeeds } from './needs.ts';
import type { SignUp } from './sign-up.ts';

/** Who comes, for the organiser: in order of arrival, with those on the waiting list and those who cancelled. */
export interface SignUpList {
  readonly meeting: Meeting;
  readonly signUps: readonly SignUp[];
  /** People with a place. */
  readonly placed: number;
  /** People on the waiting list. */
  readonly waiting: number;
}

const peopleIn = (signUps: readonly SignUp[], state: SignUp['state']): number =>
  signUps.filter((signUp) => signUp.state === state).reduce((sum, { people }) => sum + people, 0);

/** Only an organiser of the meeting's buurt sees who comes: not an administrator, not an organiser of another buurt. */
export const makeListSignUps =
  ({ signUps, meetings }: Pick<SignUpsNeeds, 'signUps' | 'meetings'>) =>
  async (actor: Actor, meetingId: string): Promise<Result<SignUpList, 'unknown-meeting' | 'forbidden'>> => {
    const meeting = await meetings.get(meetingId);
    if (!meeting) return refused('unknown-meeting');
    if (!mayOrganise(actor, meeting.buurtId)) return refused('forbidden');
    const list = await signUps.list(meetingId);
    return ok({ meeting, signUps: list, placed: peopleIn(list, 'placed'), waiting: peopleIn(list, 'waiting') });
  };
