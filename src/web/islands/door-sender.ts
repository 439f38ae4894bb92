import { firstPart, isAnswer, unsentIn, type DoorAnswer, type Queue } from './door-queue.ts';

/**
 * How it goes with the portal.
 * - fine: it answered
 * - away: no network, or the portal has a problem; trying goes on
 * - logged-out: the session is over; trying goes on, as somebody may log in again in another tab
 * - refused: it does not take this; `refusal` says why
 */
export type Contact = 'fine' | 'away' | 'logged-out' | 'refused';

interface Needs {
  readonly address: string;
  /** What waits to be sent, now. */
  readonly queue: () => Queue;
  readonly onAnswer: (sent: Queue, answer: DoorAnswer) => void;
  readonly onContact: (contact: Contact, refusal: string | null) => void;
}

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** So often a phone asks what the others did. */
const LOOK_MS = 10_000;
const PATIENCE_MS = 15_000;

/** A portal that was away gets some rest between tries. */
const restAfter = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));

const contactOf = ({ status }: Response): Contact => {
  if (status === 401) return 'logged-out';
  return status >= 500 || status === 429 || status === 408 ? 'away' : 'refused';
};

async function refusalIn(response: Response): Promise<string | null> {
  const answer: unknown = await response.json().catch(() => null);
  const said = typeof answer === 'object' && answer !== null && 'message' in answer ? answer.message : null;
  return typeof said === 'string' ? said : null;
}

/** Sends one part of what waits; tells how that went. */
async function sendPart({ address, queue, onAnswer, onContact }: Needs): Promise<Contact> {
  const sent = firstPart(queue());
  // How long ago, not when: the clock of a phone may be wrong.
  const marks = Object.entries(sent.marks).map(([signUpId, { arrived, at }]) => {
    return { signUpId, arrived, ageMs: Math.max(0, Date.now() - at) };
  });
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ marks, walkIns: sent.walkIns }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = response.ok ? await response.json() : null;
    const contact = response.ok ? (isAnswer(answer) ? 'fine' : 'away') : contactOf(response);
    if (isAnswer(answer)) onAnswer(sent, answer);
    onContact(contact, contact === 'refused' ? await refusalIn(response) : null);
    return contact;
  } catch {
    onContact('away', null);
    return 'away';
  }
}

/** Sends what waits whenever there is a network, one request at a time, and now and then asks how it stands. */
export function startSender(needs: Needs): { send: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let busy = false;
  let stopped = false;

  function later(ms: number): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), ms);
  }

  async function run(): Promise<void> {
    // A phone in a pocket need not ask how it stands; what it still has to tell goes on.
    if (document.visibilityState !== 'visible' && unsentIn(needs.queue()) === 0) return;
    busy = true;
    const contact = await sendPart(needs);
    busy = false;
    failures = contact === 'fine' ? 0 : failures + 1;
    if (contact === 'fine') later(unsentIn(needs.queue()) > 0 ? 0 : LOOK_MS);
    else later(restAfter(contact === 'away' ? failures : LONGEST_MS));
  }

  /** At once, whatever the rest was to be. */
  function send(): void {
    if (!busy) later(0);
  }
  const onShow = () => {
    if (document.visibilityState === 'visible') send();
  };
  window.addEventListener('online', send);
  document.addEventListener('visibilitychange', onShow);
  send();
  return {
    send,
    stop() {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', onShow);
    },
  };
}
