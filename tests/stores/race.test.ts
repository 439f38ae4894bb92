import { describe, expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openResidents, type Residents } from '../../src/storage/residents/index.ts';
import { aPlace, ENGINES } from './on-both-engines.ts';
import { PlainList } from './plain-list.ts';
import { race, startWorker, type Answer, type Plan, type Said } from './race.ts';

/** Two of these make 500 sign-ups for a few dozen meetings, and answer most of them. */
const RACE = { places: 6, signUps: 250, inFlight: 8, patience: 2, pace: 0 } as const;
const MEETINGS = 25;
/** The beginning of that race, until all places are given, both processes in step; and how often the control may try. */
const CONTROL = { meetings: 36, signUps: 36 * 3, inFlight: 1, pace: 12, tries: 24 } as const;

const meetingsNamed = (count: number) => Array.from({ length: count }, () => newId());
const isAnswer = (said: Said): said is Answer => said.kind === 'answered';
const failures = (said: readonly Said[]) => said.filter(({ kind }) => kind === 'failed');

async function withResidents(
  engine: (typeof ENGINES)[number],
  work: (residents: Residents, target: Plan['target']) => Promise<void>,
) {
  const { target, clear } = await aPlace(engine);
  const residents = openResidents(target);
  await residents.database.migrate();
  try {
    await work(residents, target);
  } finally {
    await residents.database[Symbol.asyncDispose]();
    clear();
  }
}

const peopleOf = (signUps: readonly { people: number }[]) => signUps.reduce((sum, { people }) => sum + people, 0);
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/**
 * Does everything again on paper, in the order in which the acts had the lock. Every answer that somebody got must be the
 * answer on paper, and the list in the end the list on paper. Gives the paper.
 */
async function expectAsOnPaper({ signUps }: Residents, meetingId: string, answers: readonly Answer[]) {
  const paper = new PlainList(RACE.places, RACE.patience);
  const inTurn = answers.toSorted((one, other) => one.list.turn - other.list.turn);
  expect(inTurn.map(({ list }) => list.turn)).toEqual(inTurn.map((_, index) => index + 1));
  for (const { tooLate, signUp, list, ...act } of inTurn) {
    expect({ ...act, tooLate, signUp, left: list.left, waiting: list.waiting }).toEqual({
      ...act,
      ...paper.answer(act),
    });
    expect(paper.taken).toBeLessThanOrEqual(RACE.places);
  }
  const stored = (await signUps.list(meetingId)).map(({ id, number, people, state }) => ({
    id,
    number,
    people,
    state,
  }));
  const onPaper = paper.entries.map(({ id, number, people, state }) => ({ id, number, people, state }));
  expect(stored.sort(byId)).toEqual(onPaper.sort(byId));
  return paper;
}

/** What must be true of a meeting's list at any moment between two transactions. */
async function expectFairList({ signUps }: Residents, meetingId: string, places: number): Promise<void> {
  const all = await signUps.list(meetingId);
  const taking = all.filter(({ state }) => state === 'placed' || state === 'offered');
  const waiting = all.filter(({ state }) => state === 'waiting');
  expect(peopleOf(taking)).toBeLessThanOrEqual(places);
  // Nobody overtakes: who has a place came before all who wait.
  expect(Math.max(0, ...taking.map(({ number }) => number))).toBeLessThan(waiting[0]?.number ?? Infinity);
  // No place stays empty that the first in the queue could have.
  expect(waiting[0]?.people ?? Infinity).toBeGreaterThan(places - peopleOf(taking));
  const { left, waiting: counted } = await signUps.listState(meetingId, places);
  expect({ left, counted }).toEqual({ left: places - peopleOf(taking), counted: waiting.length });
}

/** The letters that were stored, each as `id: kind`; those that ask for an answer left before the race. */
async function lettersOf({ database }: Residents): Promise<string[]> {
  const { db, t } = database.read;
  const rows = await db.select({ id: t.letters.signUpId, kind: t.letters.kind }).from(t.letters);
  return rows.map(({ id, kind }) => `${id}: ${kind}`).sort();
}

/** Whatever somebody was told is so, unless they, or the process that was killed, tried something after it. */
async function expectKept({ signUps }: Residents, meetings: readonly string[], said: readonly Said[]): Promise<void> {
  const stored = new Map((await Promise.all(meetings.map(signUps.list))).flat().map((signUp) => [signUp.id, signUp]));
  const last = new Map<string, Answer | null>();
  for (const line of said) {
    if (line.kind === 'trying') last.set(line.id, null);
    if (line.kind === 'answered') last.set(line.id, line);
  }
  for (const { id } of said.filter(isAnswer).filter(({ op }) => op === 'add')) expect(stored.has(id)).toBe(true);
  for (const [id, answer] of last) {
    const now = stored.get(id);
    if (answer?.signUp == null) continue;
    const { state, people } = answer.signUp;
    // Who waits may have been offered a place since.
    expect(state === 'waiting' ? ['waiting', 'offered', 'placed'] : [state]).toContain(now?.state);
    expect(now?.people).toBe(people);
    if (answer.op === 'confirm' && state !== 'cancelled') expect(now?.confirmedAt).not.toBeNull();
  }
}

describe.each(ENGINES)(
  'two processes on one %s database',
  (engine) => {
    it('never give more places than there are, and give every answer that one clerk with a paper list would give', () =>
      withResidents(engine, async (residents, target) => {
        const meetings = meetingsNamed(MEETINGS);
        const said = await race({ ...RACE, target, meetings, locking: 'on' });
        expect(failures(said)).toEqual([]);
        const answers = said.filter(isAnswer);
        const count = (op: Answer['op']) => answers.filter((answer) => answer.op === op).length;
        expect(count('add')).toBe(500);
        for (const op of ['confirm', 'cancel', 'change', 'settle'] as const) expect(count(op)).toBeGreaterThan(50);
        const letters: string[] = [];
        let [lapsed, offers] = [0, 0];
        for (const meetingId of meetings) {
          const ofMeeting = answers.filter((answer) => answer.meetingId === meetingId);
          const paper = await expectAsOnPaper(residents, meetingId, ofMeeting);
          await expectFairList(residents, meetingId, RACE.places);
          letters.push(...paper.letters);
          offers += paper.offers;
          lapsed += paper.entries.filter(({ state }) => state === 'lapsed').length;
        }
        expect(await lettersOf(residents)).toEqual(letters.sort());
        expect(lapsed).toBeGreaterThan(20);
        expect(answers.filter(({ tooLate }) => tooLate).length).toBeGreaterThan(20);
        expect(offers).toBeGreaterThan(20);
      }));

    it('sell places twice in the same race without the lock (the control: else the test above would prove nothing)', () =>
      withResidents(engine, async (residents, target) => {
        for (let attempt = 1; attempt <= CONTROL.tries; attempt += 1) {
          const meetings = meetingsNamed(CONTROL.meetings);
          await race({ ...RACE, ...CONTROL, target, meetings, locking: 'off' });
          for (const meetingId of meetings) {
            const list = await residents.signUps.list(meetingId);
            const placed = list.filter(({ state }) => state === 'placed' || state === 'offered');
            const processes = new Set(placed.map(({ id }) => id.split('-')[0]));
            if (peopleOf(placed) > RACE.places && processes.size > 1) return;
          }
        }
        expect.fail(`No place was sold to both processes in ${CONTROL.tries} races: they do not test the lock.`);
      }));

    it('lose nothing that was answered when one of them is killed in the middle of 500 sign-ups, and the other goes on', () =>
      withResidents(engine, async (residents, target) => {
        const meetings = meetingsNamed(10);
        // Nobody lapses, so that what was said last is still so.
        const plan = {
          target,
          meetings,
          places: 12,
          signUps: 500,
          inFlight: 8,
          patience: 900,
          pace: 0,
          locking: 'on',
        } as const;
        const killed = startWorker('a', plan);
        const other = startWorker('b', { ...plan, signUps: 150 });
        await Promise.all([killed.ready, other.ready]);
        killed.go();
        other.go();
        await Promise.all([killed.killAfter(150), other.ended]);
        const said = [...killed.said, ...other.said];
        const added = killed.said.filter(isAnswer).filter(({ op }) => op === 'add').length;
        expect(added).toBeGreaterThan(50);
        expect(added).toBeLessThan(500);
        expect(failures(said)).toEqual([]);
        await expectKept(residents, meetings, said);
        for (const meetingId of meetings) await expectFairList(residents, meetingId, 12);
      }));
  },
  180_000,
);
