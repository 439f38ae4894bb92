import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'astro/zod';
import type { ListState, Standing, WriteLetter } from '../../src/domain/sign-ups/index.ts';
import { openResidents } from '../../src/storage/residents/index.ts';
import { aSignUp, plainLetter, someTerms } from '../factories/residents.ts';

/**
 * One of the processes of a race: signs people up for meetings, and later confirms, changes or cancels what it was told is
 * stored. Says on standard output what it is about to do and what it was answered, a line of JSON each. Starts when it reads
 * a line. What it does follows from its plan alone, so that a race can be run again.
 */
const plan = z
  .object({
    name: z.string(),
    target: z.union([z.object({ sqlite: z.string() }), z.object({ postgres: z.string() })]),
    locking: z.enum(['on', 'off']),
    meetings: z.array(z.string()).min(1),
    places: z.number(),
    signUps: z.number(),
    /** How many run at once in this process. */
    inFlight: z.number(),
    /** For how many rounds a sign-up, and an offered place, is kept without an answer. */
    patience: z.number(),
    /** Milliseconds from step to step, so that two processes keep in step; 0: as fast as it goes. */
    pace: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const HOUR = 3_600_000;
const START = new Date('2027-03-01T10:00:00.000Z').getTime();
const many = plan.meetings.length;
/** Time goes by the rounds: both processes walk the meetings in the same order, and so meet at each. */
const roundOf = (at: number) => Math.floor(at / many);
const timeAt = (at: number) => new Date(START + roundOf(at) * HOUR);

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const clock = { at: new Date(START) };
const patience = { confirmMs: plan.patience * HOUR, offerMs: plan.patience * HOUR };
const { database, signUps } = openResidents(plan.target, { now: () => clock.at, locking: plan.locking, patience });
// The first query opens the connections: the race is about the locks, not about who connects first.
await signUps.list('warm-up');

/** The letters that ask for an answer left at once: from then on who does not answer lapses. */
const letter: WriteLetter = (standing, event) =>
  event === 'received' || event === 'offered' ? null : plainLetter(standing, event);

type Op = 'add' | 'confirm' | 'cancel' | 'change' | 'settle';

interface Act {
  readonly op: Op;
  readonly meetingId: string;
  readonly id: string;
  readonly people: number;
}

type Answered = { readonly standing?: Standing; readonly list: ListState; readonly tooLate?: boolean } | undefined;

async function tell(act: Act, work: () => Promise<Answered | 'lapsed'>): Promise<void> {
  say({ kind: 'trying', ...act });
  const answer = await work();
  if (answer === 'lapsed') return;
  if (answer === undefined) throw new Error(`${act.op} of ${act.id} was answered with nothing.`);
  const { standing, list, tooLate = false } = answer;
  const signUp = standing && {
    state: standing.signUp.state,
    number: standing.signUp.number,
    people: standing.signUp.people,
    waitingBefore: standing.waitingBefore,
  };
  say({ kind: 'answered', ...act, at: clock.at.getTime(), list, tooLate, signUp: signUp ?? null });
}

/** Those this process was told are on a list, by number of the step. */
const stored = new Map<number, { id: string; meetingId: string; linkHash: string; people: number }>();

async function signUp(at: number): Promise<void> {
  const round = roundOf(at);
  const meetingId = plan.meetings[at % many] ?? '';
  const people = 1 + ((at + round) % 3);
  const form = aSignUp({ id: `${plan.name}-${meetingId}-${at}`, meetingId, people });
  const startsAt = new Date(START + 1_000 * HOUR);
  const terms = someTerms({ meetingId, places: plan.places, startsAt });
  await tell({ op: 'add', meetingId, id: form.id, people }, async () => {
    const outcome = await signUps.add(form, terms, letter);
    if (outcome.kind !== 'added') throw new Error(`${form.id} was ${outcome.kind}.`);
    return outcome;
  });
  stored.set(at, form);
  await answerOf(at - many, at + round);
  if ((at + round) % 4 === 1) await act('cancel', at - 3 * many);
  // Those who did not answer are late, those who were offered a place take it, and for the others a second yes is nothing.
  if ((at + round) % 2 === 0) await act('confirm', at - 4 * many);
  if (at % 7 === 0) await settle(meetingId);
}

const settle = (meetingId: string) =>
  tell({ op: 'settle', meetingId, id: '', people: 0 }, async () => {
    const list = await signUps.settle(meetingId, letter);
    return list && { list };
  });

/** What who signed up a round ago does now: a fifth does nothing, a fifth comes with fewer, a fifth cancels. */
async function answerOf(at: number, luck: number): Promise<void> {
  if (luck % 5 === 0) return;
  await act('confirm', at);
  if (luck % 5 === 1) await act('cancel', at);
  if (luck % 5 === 2) await act('change', at);
}

async function act(op: 'confirm' | 'cancel' | 'change', at: number): Promise<void> {
  const form = stored.get(at);
  if (form === undefined) return;
  const { id, meetingId, linkHash } = form;
  const ref = { linkHash };
  await tell({ op, id, meetingId, people: 1 }, async () => {
    if (op !== 'change') return signUps[op](ref, letter);
    const changed = await signUps.changePeople(ref, 1, letter);
    // The clock of the other process may be ahead, so that what was to be answered had lapsed by then: nothing to tell of.
    if (changed === 'not-active' && (await hasLapsed(meetingId, id))) return 'lapsed';
    if (changed === 'no-room' || changed === 'not-active') throw new Error(`${id} cannot come alone: ${changed}.`);
    return changed;
  });
}

const hasLapsed = async (meetingId: string, id: string) =>
  (await signUps.list(meetingId)).some((signUp) => signUp.id === id && signUp.state === 'lapsed');

/** One round: every meeting once, some at the same time. The clock stands still until all of them are done. */
async function walk(round: number): Promise<void> {
  clock.at = timeAt(round * many);
  const last = Math.min((round + 1) * many, plan.signUps);
  const lane = async (first: number) => {
    for (let at = first; at < last; at += plan.inFlight) {
      if (plan.pace > 0) await pause(Math.max(0, start + at * plan.pace - Date.now()));
      await signUp(at).catch((error: unknown) => say({ kind: 'failed', reason: String(error) }));
    }
  };
  await Promise.all(Array.from({ length: plan.inFlight }, (_, first) => lane(round * many + first)));
}

say({ kind: 'ready' });
const [line] = z.tuple([z.instanceof(Buffer)]).parse(await once(process.stdin, 'data'));
const start = Number(line.toString());
for (let round = 0; round * many < plan.signUps; round += 1) await walk(round);
await database[Symbol.asyncDispose]();
process.stdin.destroy();
