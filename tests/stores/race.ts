import { z } from 'astro/zod';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { RealmTarget } from '../../src/storage/engine/index.ts';

export interface Plan {
  readonly target: RealmTarget;
  readonly locking: 'on' | 'off';
  readonly meetings: readonly string[];
  readonly places: number;
  readonly signUps: number;
  readonly inFlight: number;
  readonly patience: number;
  readonly pace: number;
}

const act = {
  op: z.enum(['add', 'confirm', 'cancel', 'change', 'settle']),
  meetingId: z.string(),
  id: z.string(),
  /** How many come, as asked. */
  people: z.number(),
};

const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('trying'), ...act }),
  z.object({
    kind: z.literal('answered'),
    ...act,
    /** The instant by the clock of that process, in milliseconds. */
    at: z.number(),
    tooLate: z.boolean(),
    list: z.object({ left: z.number(), waiting: z.number(), turn: z.number() }),
    signUp: z
      .object({
        state: z.enum(['placed', 'waiting', 'offered', 'cancelled', 'lapsed']),
        number: z.number(),
        people: z.number(),
        waitingBefore: z.number(),
      })
      .nullable(),
  }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type Said = z.infer<typeof line>;
export type Answer = Extract<Said, { kind: 'answered' }>;

/** A process of its own that carries out the plan; see race-worker.ts. */
export function startWorker(name: string, plan: Plan) {
  const script = join(import.meta.dirname, 'race-worker.ts');
  const child = spawn(process.execPath, [script, JSON.stringify({ name, ...plan })], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: Said[] = [];
  const errors: string[] = [];
  const waiting: { until: (said: readonly Said[]) => boolean; done: () => void }[] = [];
  createInterface(child.stdout).on('line', (text) => {
    said.push(line.parse(JSON.parse(text)));
    for (const { until, done } of waiting) if (until(said)) done();
  });
  child.stderr.on('data', (text) => errors.push(String(text)));
  const ended = new Promise<void>((resolve, reject) =>
    child.on('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve() : reject(new Error(`Worker ${name} stopped: ${errors.join('')}`)),
    ),
  );
  const when = (until: (said: readonly Said[]) => boolean) =>
    Promise.race([new Promise<void>((done) => waiting.push({ until, done })), ended]);

  return {
    said,
    ended,
    ready: when((all) => all.some(({ kind }) => kind === 'ready')),
    /** Starts at this instant, so that several start together. */
    go: (at = Date.now()) => child.stdin.write(`${at}\n`),
    /** Waits until so many acts were answered, then ends the process as a power cut would. */
    async killAfter(answers: number) {
      await when((all) => all.filter(({ kind }) => kind === 'answered').length >= answers);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Lets two processes carry out the same plan at the same time; gives what each of them was told. */
export async function race(plan: Plan): Promise<Said[]> {
  const workers = ['a', 'b'].map((name) => startWorker(name, plan));
  await Promise.all(workers.map(({ ready }) => ready));
  const start = Date.now() + 20;
  for (const { go } of workers) go(start);
  await Promise.all(workers.map(({ ended }) => ended));
  return workers.flatMap(({ said }) => said);
}
