import type { Meeting, MeetingStore } from '../meetings/index.ts';
import { DAY_MS, type Letter, type NewId, type Now, type RecordDeed } from '../kernel/index.ts';
import { secretOf } from './personal-link.ts';
import type { ListState, SignUpEvent, SignUpStore, Standing, WriteLetter } from './sign-up.ts';

/** What a letter about a sign-up tells. `secret` belongs to this sign-up alone. */
export interface LetterFacts {
  readonly event: SignUpEvent;
  readonly standing: Standing;
  readonly meeting: Meeting;
  readonly secret: string;
  /** The day after which the sign-up is forgotten. */
  readonly forgetAfter: Date;
}

export interface SignUpsNeeds {
  readonly signUps: SignUpStore;
  readonly meetings: MeetingStore;
  readonly now: Now;
  readonly newId: NewId;
  readonly secretKey: string;
  readonly forgetAfterDays: number;
  /** Makes a letter of the facts; without input or output, as it is called inside a transaction. */
  readonly letter: (facts: LetterFacts) => Letter;
  readonly record: RecordDeed;
  /** Tells the log of something that will be mended later. Never a name or an address. */
  readonly report: (problem: string, error: unknown) => void;
  /** Called when there may be letters to send; the sender need not wait for its clock. */
  readonly wake?: () => void;
}

/** The instant after which the sign-ups of a meeting may be deleted. */
export const forgetAfterOf = (meeting: Pick<Meeting, 'endsAt'>, days: number): Date =>
  new Date(meeting.endsAt.getTime() + days * DAY_MS);

/** Somebody who moves up for a meeting that began, or does not go on, gets no letter: it would be an invitation to nothing. */
export const letterWriter =
  ({ letter, secretKey, forgetAfterDays, now }: SignUpsNeeds, meeting: Meeting): WriteLetter =>
  (standing, event) => {
    if (event === 'moved-up' && (meeting.cancelled !== null || meeting.startsAt <= now())) return null;
    return letter({
      event,
      standing,
      meeting,
      secret: secretOf(secretKey, standing.signUp.id),
      forgetAfter: forgetAfterOf(meeting, forgetAfterDays),
    });
  };

/**
 * The door *places left*: from the residents realm to the published one goes a number, never a name.
 * The sign-up is stored already, so a failure here is reported and mended by `reconcilePlaces`; it does not undo anything.
 */
export async function publishPlaces(
  { meetings, report, wake }: Pick<SignUpsNeeds, 'meetings' | 'report' | 'wake'>,
  meetingId: string,
  list: ListState,
): Promise<void> {
  wake?.();
  try {
    await meetings.publishPlaces(meetingId, list);
  } catch (error) {
    report('places left could not be published', error);
  }
}
