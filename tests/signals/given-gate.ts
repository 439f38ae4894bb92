import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { makeGateUses, type Entry, type GateNeeds, type PassWish } from '../../src/domain/signals/gate/uses.ts';

/** Does the work of a browser, with the code that the browser has. */
export async function proofFor(challengeText: string): Promise<string> {
  const challenge = JSON.parse(challengeText) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution: { counter: solution?.counter, derivedKey: solution?.derivedKey } });
}

/** A gate of which the test holds the clock, the disk, the queue and the key. */
export function givenGate(changes: Partial<GateNeeds> = {}) {
  const world = {
    now: new Date('2027-03-18T10:30:00Z').getTime(),
    waiting: 0,
    free: 5_000,
    key: true,
    answers: true,
    writes: true,
    looks: 0,
  };
  const needs: GateNeeds = {
    gateStore: {
      waiting() {
        world.looks += 1;
        return world.answers ? Promise.resolve(world.waiting) : Promise.reject(new Error('The database is away'));
      },
      mayWrite: () => (world.writes ? Promise.resolve() : Promise.reject(new Error('The database is locked'))),
    },
    freeMegabytes: () => Promise.resolve(world.free),
    now: () => new Date(world.now),
    secretKey: 'a secret key of only this test, long enough',
    signalsPerHour: 6,
    slowSignalsPerHour: 3,
    signalsWaiting: 100,
    minFreeMegabytes: 200,
    ...changes,
  };
  const keys = { activeKey: () => Promise.resolve(world.key ? {} : undefined) };
  const gate = makeGateUses(needs, keys);
  const wait = (seconds: number) => void (world.now += seconds * 1000);

  /** A form that somebody looked at for five seconds. */
  async function anEntry(changed: Partial<Entry> = {}, wish: Partial<PassWish> = {}): Promise<Entry> {
    const { token } = await gate.newPass({ purpose: 'signal', crowded: false, ...wish });
    wait(5);
    return { purpose: 'signal', token, proof: '', trap: '', crowded: false, ...changed };
  }
  const send = async (changed: Partial<Entry> = {}, wish: Partial<PassWish> = {}) =>
    gate.admit(await anEntry(changed, wish));
  /** With proof of work. */
  async function sendFast() {
    const { token, challenge } = await gate.newPass({ purpose: 'signal', crowded: false });
    wait(5);
    return gate.admit({ purpose: 'signal', token, proof: await proofFor(challenge), trap: '', crowded: false });
  }
  return { gate, world, wait, anEntry, send, sendFast, another: () => makeGateUses(needs, keys) };
}
