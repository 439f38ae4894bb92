import { newId } from '../../src/domain/kernel/index.ts';
import type { NewSignUp } from '../../src/domain/sign-ups/index.ts';
import type { Residents } from '../../src/storage/residents/index.ts';
import { aSignUp, plainLetter } from '../factories/index.ts';

/** Later than any letter is due. */
const FAR = new Date('2100-01-01T00:00:00.000Z');

/** What the tests of the sign-ups say often. */
export function withSignUps(realm: () => Residents) {
  /** A meeting with sign-ups of so many people each, in that order. */
  async function given(places: number, ...groups: number[]) {
    const meetingId = newId();
    const signUps = groups.map((people) => aSignUp({ meetingId, people }));
    for (const signUp of signUps) await realm().signUps.add(signUp, places, plainLetter);
    return { meetingId, signUps, links: signUps.map(({ linkHash }) => linkHash) };
  }
  const states = async (meetingId: string) => (await realm().signUps.list(meetingId)).map(({ state }) => state);
  const add = (signUp: NewSignUp, places = 20) => realm().signUps.add(signUp, places, plainLetter);
  const cancel = (link: string | undefined) => realm().signUps.cancel(link ?? '', plainLetter);

  /** Takes all letters that wait, and gives those to these sign-ups as `address: subject`, in a fixed order. */
  async function lettersTo(signUps: readonly { email: string }[]) {
    const addresses = new Set(signUps.map(({ email }) => email));
    const letters = await realm().outbox.claim(FAR, 10_000, 0);
    return letters
      .flatMap(({ letter }) => (addresses.has(letter.to) ? [`${letter.to}: ${letter.subject}`] : []))
      .sort();
  }

  return { given, states, add, cancel, lettersTo };
}
