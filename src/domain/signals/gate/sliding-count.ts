import type { Now } from '../../kernel/index.ts';

const SLOTS = 12;

/** Counts what happened in the last `span` milliseconds, in twelve steps: no moment of anything is kept. */
export class SlidingCount {
  readonly #now: Now;
  readonly #step: number;
  readonly #slots = new Map<number, number>();

  constructor(now: Now, span: number) {
    this.#now = now;
    this.#step = span / SLOTS;
  }

  add(): void {
    const slot = this.#slot();
    this.#slots.set(slot, (this.#slots.get(slot) ?? 0) + 1);
  }

  get total(): number {
    const slot = this.#slot();
    for (const past of this.#slots.keys()) if (past <= slot - SLOTS) this.#slots.delete(past);
    return this.#slots.values().reduce((sum, count) => sum + count, 0);
  }

  #slot(): number {
    return Math.floor(this.#now().getTime() / this.#step);
  }
}
