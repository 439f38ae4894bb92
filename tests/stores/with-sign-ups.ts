import { newId } from '../../src/domain/kernel/index.ts';
import type { ListTerms, NewSignUp, SignUp } from '../../src/domain/sign-ups/index.ts';
import { openResidents, type Residents } from '../../src/storage/residents/index.ts';
import { aSignUp, plainLetter, someTerms } from '../factories/index.ts';
import { onBothEngines } from './on-both-engines.ts';

/** Later than any letter is due. */
const FAR = new Date('2100-01-01T00:00:00.000Z');
const HOUR = 3_600_000;

/** A clock that stands still until it is moved. */
export class Clock {
  at = new Date('2027-03-01T10:00:00.000Z');
  readonly now = (): Date => this.at;
  in(hours: number): Date {
    return new Date(this.at.getTime() + hours * HOUR);
  }
  pass(hours: number): void {
    this.at = this.in(hours);
  }
}

/** What the tests of the sign-ups say often. */
export function withSignUps(realm: () => Residents, clock: Clock) {
  const store = () => realm().signUps;

  async function add(signUp: NewSignUp, terms: Partial<ListTerms> = {}) {
    const outcome = await store().add(
      { ...signUp, createdAt: clock.at },
      someTerms({ meetingId: signUp.meetingId, startsAt: clock.in(24 * 30), forgetAfter: clock.in(24 * 44), ...terms }),
      plainLetter,
    );
    if (outcome.kind === 'stale') throw new Error('The list knows another version of the meeting.');
    return outcome;
  }
  const yes = (link: string | undefined) => store().confirm({ linkHash: link ?? '' }, plainLetter);
  const cancel = (link: string | undefined) => store().cancel({ linkHash: link ?? '' }, plainLetter);
  const change = (link: string | undefined, people: number) =>
    store().changePeople({ linkHash: link ?? '' }, people, plainLetter);
  const settle = (meetingId: string) => store().settle(meetingId, plainLetter);

  /** A meeting with unconfirmed sign-ups of so many people each, in that order. */
  async function asked(places: number, ...groups: number[]) {
    const meetingId = newId();
    const signUps = groups.map((people) => aSignUp({ meetingId, people }));
    for (const signUp of signUps) await add(signUp, { places });
    return { meetingId, signUps, links: signUps.map(({ linkHash }) => linkHash) };
  }

  /** The same, and everybody confirmed. */
  async function given(places: number, ...groups: number[]) {
    const meeting = await asked(places, ...groups);
    for (const link of meeting.links) await yes(link);
    return meeting;
  }

  const one = async (link: string | undefined): Promise<SignUp | undefined> =>
    (await store().find({ linkHash: link ?? '' }))?.signUp;
  const states = async (meetingId: string) => (await store().list(meetingId)).map(({ state }) => state);
  const counts = async (meetingId: string, places: number) => {
    const { left, waiting } = await store().listState(meetingId, places);
    return { left, waiting };
  };

  const waitingLetters = async (signUps: readonly { email: string }[]) => {
    const addresses = new Set(signUps.map(({ email }) => email));
    return (await realm().outbox.claim(FAR, 10_000, 0)).filter(({ letter }) => addresses.has(letter.to));
  };

  /** All letters that wait for these sign-ups as `address: subject`, in a fixed order. */
  const lettersTo = async (signUps: readonly { email: string }[]) =>
    (await waitingLetters(signUps)).map(({ letter }) => `${letter.to}: ${letter.subject}`).sort();

  /** The letters to these sign-ups leave, now. */
  async function send(signUps: readonly { email: string }[]): Promise<void> {
    for (const { id } of await waitingLetters(signUps)) await realm().outbox.sent(id, clock.at);
  }

  return { add, yes, cancel, change, settle, asked, given, one, states, counts, lettersTo, send };
}

/** A contract of the sign-ups, on both engines, with a clock. */
export const onBothLists = (title: string, contract: (realm: () => Residents, clock: Clock) => void): void => {
  const clock = new Clock();
  onBothEngines(
    title,
    (target) => openResidents(target, { now: clock.now }),
    (realm) => contract(realm, clock),
  );
};
