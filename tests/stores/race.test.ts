import { describe, expect, it } from 'vitest';
import { newId } from '../../src/domain/kernel/index.ts';
import { openResidents, type Residents } from '../../src/storage/residents/index.ts';
import { plainLetter, aSignUp } from '../factories/index.ts';
import { aPlace, ENGINES } from './on-both-engines.ts';
import { race, startWorker, type Added, type Plan, type Said } from './race.ts';

/** Two of these make 500 sign-ups for a few dozen meetings. */
const RACE = { places: 5, signUps: 250, cancelEvery: 4, inFlight: 8 } as const;
const MEETINGS = 36;
/** How often the control may try before it fails. */
const ROUNDS = 8;

const meetingsNamed = (count: number) => Array.from({ length: count }, () => newId());
const isAdded = (said: Said): said is Added => said.kind === 'added';
const idsOf = (said: readonly Said[], kind: 'cancelling' | 'cancelled') =>
  new Set(said.flatMap((line) => (line.kind === kind ? [line.id] : [])));

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

/** What must be true of a meeting's list at any moment between two transactions. */
async function expectFairList({ signUps }: Residents, meetingId: string, places: number): Promise<void> {
  const all = await signUps.list(meetingId);
  expect(all.map(({ number }) => number)).toEqual(all.map((_, at) => at + 1));
  const placed = all.filter(({ state }) => state === 'placed');
  const waiting = all.filter(({ state }) => state === 'waiting');
  expect(peopleOf(placed)).toBeLessThanOrEqual(places);
  // Nobody overtakes: who has a place came before all who wait.
  expect(Math.max(0, ...placed.map(({ number }) => number))).toBeLessThan(waiting[0]?.number ?? Infinity);
  // No place stays empty that the first in the queue could have.
  expect(waiting[0]?.people ?? Infinity).toBeGreaterThan(places - peopleOf(placed));
  const { left, waiting: counted } = await signUps.listState(meetingId, places);
  expect({ left, counted }).toEqual({ left: places - peopleOf(placed), counted: waiting.length });
}

/** Everything that somebody was told is so. */
async function expectKept({ signUps }: Residents, meetings: readonly string[], said: readonly Said[]): Promise<void> {
  const stored = new Map((await Promise.all(meetings.map(signUps.list))).flat().map((signUp) => [signUp.id, signUp]));
  const [cancelling, cancelled] = [idsOf(said, 'cancelling'), idsOf(said, 'cancelled')];
  for (const { id, number, state, people } of said.filter(isAdded)) {
    const now = stored.get(id);
    expect(now).toMatchObject({ number, people });
    if (cancelled.has(id)) expect(now?.state).toBe('cancelled');
    else if (!cancelling.has(id)) expect(state === 'placed' ? ['placed'] : ['placed', 'waiting']).toContain(now?.state);
  }
}

/** Each fact has its letter, once; tells how many moved up. */
async function expectLetters({ database }: Residents, said: readonly Said[]): Promise<number> {
  const { db, t } = database.read;
  const kindsOf = Map.groupBy(await db.select().from(t.letters), ({ signUpId }) => signUpId);
  const states = new Map((await db.select().from(t.signUps)).map(({ id, state }) => [id, state]));
  for (const { id, state } of said.filter(isAdded)) {
    const kinds = (kindsOf.get(id) ?? []).map(({ kind }) => kind).sort();
    if (states.get(id) === 'cancelled')
      expect(kinds.filter((kind) => kind !== 'moved-up')).toEqual(['cancelled', 'received']);
    else if (state === 'waiting' && states.get(id) === 'placed') expect(kinds).toEqual(['moved-up', 'received']);
    else expect(kinds).toEqual(['received']);
  }
  return [...kindsOf.values()].flat().filter(({ kind }) => kind === 'moved-up').length;
}

describe.each(ENGINES)(
  'two processes on one %s database',
  (engine) => {
    it('never give more places than there are, keep the order, and keep every word', () =>
      withResidents(engine, async (residents, target) => {
        const meetings = meetingsNamed(MEETINGS);
        const said = await race({ ...RACE, target, meetings, locking: 'on' });
        expect(said.filter(({ kind }) => kind === 'failed')).toEqual([]);
        expect(said.filter(isAdded)).toHaveLength(500);
        expect(idsOf(said, 'cancelled').size).toBeGreaterThan(50);
        expect(idsOf(said, 'cancelled')).toEqual(idsOf(said, 'cancelling'));
        for (const meetingId of meetings) await expectFairList(residents, meetingId, RACE.places);
        await expectKept(residents, meetings, said);
        expect(await expectLetters(residents, said)).toBeGreaterThan(5);
      }));

    it('sell places twice in the same race without the lock (the control: else the test above would prove nothing)', () =>
      withResidents(engine, async (residents, target) => {
        for (let round = 1; round <= ROUNDS; round += 1) {
          const meetings = meetingsNamed(MEETINGS);
          await race({ ...RACE, target, meetings, locking: 'off' });
          for (const meetingId of meetings) {
            const placed = (await residents.signUps.list(meetingId)).filter(({ state }) => state === 'placed');
            const processes = new Set(placed.map(({ id }) => id.split('-')[0]));
            if (peopleOf(placed) > RACE.places && processes.size > 1) return;
          }
        }
        expect.fail(`No place was sold to both processes in ${ROUNDS} rounds: this race does not test the lock.`);
      }));

    it('lose nothing that was confirmed when one of them is killed in the middle, and the other goes on', () =>
      withResidents(engine, async (residents, target) => {
        const meetings = meetingsNamed(10);
        const plan = {
          target,
          meetings,
          places: 6,
          signUps: 4_000,
          cancelEvery: 5,
          inFlight: 8,
          locking: 'on',
        } as const;
        const killed = startWorker('a', plan);
        const other = startWorker('b', { ...plan, signUps: 200 });
        await Promise.all([killed.ready, other.ready]);
        killed.go();
        other.go();
        await Promise.all([killed.killAfter(100), other.ended]);
        const said = [...killed.said, ...other.said];
        expect(killed.said.filter(isAdded).length).toBeGreaterThanOrEqual(100);
        expect(killed.said.filter(isAdded).length).toBeLessThan(4_000);
        expect(said.filter(({ kind }) => kind === 'failed')).toEqual([]);
        await expectKept(residents, meetings, said);
        await residents.signUps.add(aSignUp({ meetingId: meetings[0] ?? '' }), 6, plainLetter);
        for (const meetingId of meetings) await expectFairList(residents, meetingId, 6);
      }));
  },
  60_000,
);
