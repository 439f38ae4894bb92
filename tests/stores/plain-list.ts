import type { SignUpState } from '../../src/domain/sign-ups/index.ts';
import type { Answer } from './race.ts';

const HOUR = 3_600_000;

interface Entry {
  readonly id: string;
  number: number;
  people: number;
  state: SignUpState;
  confirmed: boolean;
  answerBy: number;
}

/**
 * A list as one would keep it on paper, one act after the other: what two processes and a database must come to, whatever the
 * order in which they got the lock. Written without anything of the portal, and it counts everything anew each time.
 */
export class PlainList {
  readonly entries: Entry[] = [];
  /** What was told by letter, as `id: kind`. */
  readonly letters: string[] = [];
  /** How often a place was offered. */
  offers = 0;
  private lastNumber = 0;
  private readonly places: number;
  private readonly patience: number;

  constructor(places: number, patience: number) {
    this.places = places;
    this.patience = patience;
  }

  get taken(): number {
    return this.entries.filter(hasPlace).reduce((sum, { people }) => sum + people, 0);
  }
  get queue(): Entry[] {
    return this.entries.filter(({ state }) => state === 'waiting').sort((one, other) => one.number - other.number);
  }

  /** Carries out the act, and gives what must have been answered. */
  answer({ op, id, people, at }: Pick<Answer, 'op' | 'id' | 'people' | 'at'>) {
    this.settle(at);
    let tooLate = false;
    if (op === 'add')
      this.join({ id, number: 0, people, state: 'waiting', confirmed: false, answerBy: this.until(at) });
    const entry = this.entries.find((one) => one.id === id);
    if (entry && op === 'confirm') tooLate = this.confirm(entry);
    if (entry && op === 'cancel' && entry.state !== 'cancelled') {
      entry.state = 'cancelled';
      this.letters.push(`${id}: cancelled`);
    }
    if (entry && op === 'change') entry.people = people;
    this.give(at);
    const signUp = entry && {
      state: entry.state,
      number: entry.number,
      people: entry.people,
      waitingBefore: entry.state === 'waiting' ? this.queue.indexOf(entry) : 0,
    };
    return { tooLate, signUp: signUp ?? null, left: this.places - this.taken, waiting: this.queue.length };
  }

  private until(at: number): number {
    return at + this.patience * HOUR;
  }

  private settle(at: number): void {
    for (const entry of this.entries) {
      const asked =
        entry.state === 'offered' || ((entry.state === 'placed' || entry.state === 'waiting') && !entry.confirmed);
      if (asked && entry.answerBy <= at) entry.state = 'lapsed';
    }
    this.give(at);
  }

  /** First come, first served; nobody overtakes. */
  private give(at: number): void {
    for (const entry of this.queue) {
      if (entry.people > this.places - this.taken) return;
      entry.state = entry.confirmed ? 'offered' : 'placed';
      if (!entry.confirmed) continue;
      entry.answerBy = this.until(at);
      this.offers += 1;
    }
  }

  private join(entry: Entry): void {
    const room = this.queue.length === 0 && entry.people <= this.places - this.taken;
    entry.number = this.lastNumber += 1;
    entry.state = room ? 'placed' : 'waiting';
    if (!this.entries.includes(entry)) this.entries.push(entry);
  }

  private confirm(entry: Entry): boolean {
    const tooLate = entry.state === 'lapsed';
    const news = tooLate || entry.state === 'offered' || (entry.state !== 'cancelled' && !entry.confirmed);
    if (!news) return false;
    entry.confirmed = true;
    if (tooLate) this.join(entry);
    if (entry.state === 'offered') entry.state = 'placed';
    this.letters.push(`${entry.id}: ${entry.state === 'placed' ? 'confirmed' : 'waiting'}`);
    return tooLate;
  }
}

const hasPlace = ({ state }: Entry): boolean => state === 'placed' || state === 'offered';
