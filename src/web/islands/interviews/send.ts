import type { Device, Waiting } from './device.ts';

/** Why it stopped; what was not received stays on the device. `none`: all of it was tried. */
export type SendProblem = 'none' | 'away' | 'logged-out' | 'refused' | 'failed' | 'busy';

export interface SendOutcome {
  /** Received by the portal, and wiped here. */
  readonly received: number;
  /** The portal cannot take these; they stay. */
  readonly notTaken: number;
  readonly problem: SendProblem;
}

/** The portal reads bodies of at most 100 KB, and takes at most 20 interviews at once. */
const MOST_CHARACTERS = 80_000;
const MOST = 20;
const PATIENCE_MS = 60_000;

function base64(bytes: Uint8Array): string {
  // In pieces: a call takes only so many arguments.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, (at + 1) * 8192)),
  );
  return btoa(pieces.join(''));
}

/** As many of the first ones as fit in one request; at least one. */
export function firstBatch(waiting: readonly Waiting[]): { readonly id: string; readonly envelope: string }[] {
  const batch: { id: string; envelope: string }[] = [];
  let characters = 0;
  for (const { id, envelope } of waiting.slice(0, MOST)) {
    const text = base64(envelope);
    characters += text.length;
    if (batch.length > 0 && characters > MOST_CHARACTERS) break;
    batch.push({ id, envelope: text });
  }
  return batch;
}

const isAnswer = (value: unknown): value is { readonly id: string; readonly state: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'state' in value;

async function answersIn(response: Response): Promise<{ readonly id: string; readonly state: string }[]> {
  const body: unknown = await response.json();
  const answers: unknown = typeof body === 'object' && body !== null && 'answers' in body ? body.answers : null;
  return Array.isArray(answers) ? answers.filter(isAnswer) : [];
}

const PROBLEM_OF: Readonly<Record<number, SendProblem>> = { 401: 'logged-out', 403: 'refused' };

type BatchOutcome =
  | { readonly problem: Exclude<SendProblem, 'none'> }
  | { readonly problem: 'none'; readonly answers: Awaited<ReturnType<typeof answersIn>> };

async function sendBatch(address: string, interviews: ReturnType<typeof firstBatch>): Promise<BatchOutcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ interviews }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return { problem: 'none', answers: await answersIn(response) };
    const problem = PROBLEM_OF[response.status] ?? 'failed';
    return { problem: problem === 'none' ? 'failed' : problem };
  } catch {
    return { problem: 'away' };
  }
}

/** Sends all that waits, and wipes each interview only when the portal says that it has it. */
async function sendAll(address: string, device: Device): Promise<SendOutcome> {
  const tried = new Set<string>();
  let received = 0;
  for (;;) {
    const left = (await device.waiting()).filter(({ id }) => !tried.has(id));
    if (left.length === 0) return { received, notTaken: tried.size - received, problem: 'none' };
    const batch = firstBatch(left);
    const outcome = await sendBatch(address, batch);
    if (outcome.problem !== 'none') return { received, notTaken: tried.size - received, problem: outcome.problem };
    const arrived = outcome.answers.filter(({ state }) => state === 'received').map(({ id }) => id);
    await device.remove(arrived);
    received += arrived.length;
    for (const { id } of batch) tried.add(id);
  }
}

/** One tab at a time, where the browser can hold the others off; where it cannot, the portal stores the same one once. */
export async function sendWaiting(address: string, device: Device): Promise<SendOutcome> {
  if (!('locks' in navigator)) return sendAll(address, device);
  const sent: SendOutcome | null = await navigator.locks.request(
    'gesprekken-versturen',
    { ifAvailable: true },
    (lock) => (lock === null ? null : sendAll(address, device)),
  );
  return sent ?? { received: 0, notTaken: 0, problem: 'busy' };
}
