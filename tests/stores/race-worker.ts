import { once } from 'node:events';
import { z } from 'astro/zod';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aSignUp, plainLetter } from '../factories/residents.ts';

/**
 * One of the processes of a race: signs people up for meetings, cancels some, and says on standard output what was confirmed, a
 * line of JSON each. Starts when it reads a line. What it does follows from its plan alone, so that a race can be run again.
 */
const plan = z
  .object({
    name: z.string(),
    target: z.union([z.object({ sqlite: z.string() }), z.object({ postgres: z.string() })]),
    locking: z.enum(['on', 'off']),
    meetings: z.array(z.string()).min(1),
    places: z.number(),
    signUps: z.number(),
    /** Every so many sign-ups an earlier one is cancelled; 0: none. */
    cancelEvery: z.number(),
    /** How many run at once in this process. */
    inFlight: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const { database, signUps } = openResidents(plan.target, { locking: plan.locking });
// The first query opens the connections: the race is about the locks, not about who connects first.
await signUps.list('warm-up');

/** The links of those this process was told have a place or wait, by number of the step. */
const confirmed = new Map<number, { id: string; linkHash: string }>();

async function signUp(at: number): Promise<void> {
  // Both processes walk the meetings in the same order, round after round, and so meet at each.
  const round = Math.floor(at / plan.meetings.length);
  const meetingId = plan.meetings[at % plan.meetings.length] ?? '';
  const form = aSignUp({ id: `${plan.name}-${meetingId}-${at}`, meetingId, people: 1 + ((at + round) % 3) });
  const { standing } = await signUps.add(form, plan.places, plainLetter);
  const { id, number, state, people } = standing.signUp;
  say({ kind: 'added', id, meetingId, number, state, people });
  confirmed.set(at, form);
  if (plan.cancelEvery > 0 && (at + round) % plan.cancelEvery === 0) await cancel(at - 2 * plan.meetings.length);
}

/** Cancels what was confirmed some rounds ago: others wait by then. */
async function cancel(at: number): Promise<void> {
  const form = confirmed.get(at);
  if (form === undefined) return;
  say({ kind: 'cancelling', id: form.id });
  const outcome = await signUps.cancel(form.linkHash, plainLetter);
  say({ kind: 'cancelled', id: form.id, state: outcome?.signUp.state });
}

async function walk(first: number): Promise<void> {
  for (let at = first; at < plan.signUps; at += plan.inFlight)
    await signUp(at).catch((error: unknown) => say({ kind: 'failed', reason: String(error) }));
}

say({ kind: 'ready' });
await once(process.stdin, 'data');
await Promise.all(Array.from({ length: plan.inFlight }, (_, first) => walk(first)));
await database[Symbol.asyncDispose]();
process.stdin.destroy();
