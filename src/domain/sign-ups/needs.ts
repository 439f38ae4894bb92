import type { Meeting, MeetingStore, Report, ReportStore } from '../meetings/index.ts';
import { DAY_MS, type Letter, type NewId, type Now, type RecordDeed } from '../kernel/index.ts';
import { secretOf, stopWordOf } from './personal-link.ts';
import type { SignUpStore } from './sign-up-store.ts';
import type { ListState, ListTerms, SignUpEvent, Standing, WriteLetter } from './sign-up.ts';

/** What a letter about a sign-up tells. `secret` belongs to this sign-up alone. */
export interface LetterFacts {
  readonly event: SignUpEvent;
  readonly standing: Standing;
  readonly meeting: Meeting;
  readonly secret: string;
  /** The day after which the sign-up is forgotten. */
  readonly forgetAfter: Date;
  /** For participants only; null when there is none. Told only to who has a place. */
  readonly onlineLink: string | null;
  /** Of the letter `report`; null in all others. */
  readonly report: Report | null;
  /** Of the letter `report`: the word for the one-click link that stops it. */
  readonly stopWord: string;
}

export interface SignUpsNeeds {
  readonly signUps: SignUpStore;
  readonly meetings: MeetingStore;
  readonly reports: ReportStore;
  readonly now: Now;
  readonly newId: NewId;
  readonly secretKey: string;
  readonly forgetAfterDays: number;
  /** Hours before the start at which those who come are reminded. */
  readonly remindHoursBefore: readonly number[];
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

/** What the list must know of its meeting. */
export const termsOf = (meeting: Meeting, forgetAfterDays: number): ListTerms => ({
  meetingId: meeting.id,
  version: meeting.version,
  places: meeting.places,
  startsAt: meeting.startsAt,
  off: meeting.cancelled !== null,
  forgetAfter: forgetAfterOf(meeting, forgetAfterDays),
});

/** What a letter may tell beside the sign-up and its meeting. */
export interface More {
  /** For who has a confirmed place. */
  readonly onlineLink?: string | null;
  readonly report?: Report | null;
}

/** Letters of invitation: of no use when the meeting began or does not go on. */
const INVITES: readonly SignUpEvent[] = ['offered', 'reminder'];

/** Until when a letter is of use. */
function usefulUntil(event: SignUpEvent, meeting: Meeting, forgetAfter: Date): Date {
  if (event === 'report') return forgetAfter;
  return event === 'cancelled' || event === 'called-off' ? meeting.endsAt : meeting.startsAt;
}

/** Writes the letters of one meeting. Nothing for who has no e-mail address, and no invitation to nothing. */
export function letterWriter(
  { letter, secretKey, forgetAfterDays, now }: SignUpsNeeds,
  meeting: Meeting,
  { onlineLink = null, report = null }: More = {},
): WriteLetter {
  const write = (standing: Standing, event: SignUpEvent) => {
    const { signUp } = standing;
    if (signUp.email === '') return null;
    if (INVITES.includes(event) && (meeting.cancelled !== null || meeting.startsAt <= now())) return null;
    const forgetAfter = forgetAfterOf(meeting, forgetAfterDays);
    const hasPlace = signUp.state === 'placed' && signUp.confirmedAt !== null;
    const facts: LetterFacts = {
      event,
      standing,
      meeting,
      secret: secretOf(secretKey, signUp.id),
      forgetAfter,
      onlineLink: hasPlace ? onlineLink : null,
      report: event === 'report' ? report : null,
      stopWord: stopWordOf(secretKey, signUp.id),
    };
    return { letter: letter(facts), notAfter: usefulUntil(event, meeting, forgetAfter) };
  };
  return Object.assign(write, { version: meeting.version });
}

/** The same, with the link for who takes part from a distance. */
export async function letterFor(needs: SignUpsNeeds, meeting: Meeting): Promise<WriteLetter> {
  if (!meeting.online) return letterWriter(needs, meeting);
  const onlineLink = await needs.signUps.onlineLink(meeting.id);
  return Object.assign(letterWriter(needs, meeting, { onlineLink }), { onlineLink });
}

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
