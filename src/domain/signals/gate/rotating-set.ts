import type { Now } from '../../kernel/index.ts';

/**
 * Remembers words for at least `span` milliseconds and at most twice that, without a moment beside any of them. When more than
 * `most` come in one span, the oldest half goes early: a flood cannot fill the memory.
 */
export class RotatingSet {
  readonly #now: Now;
  readonly #span: number;
  readonly #most: number;
  #young = new Set<string>();
  #old = new Set<string>();
  #turnedAt: number;

  constructor(now: Now, { span, most }: { readonly span: number; readonly most: number }) {
    this.#now = now;
    this.#span = span;
    this.#most = most;
    this.#turnedAt = now().getTime();
  }

  has(word: string): boolean {
    this.#turn();
    return this.#young.has(word) || this.#old.has(word);
  }

  add(word: string): void {
    this.#turn();
    if (this.#young.size >= this.#most) this.#push();
    this.#young.add(word);
  }

  delete(word: string): void {
    this.#young.delete(word);
    this.#old.delete(word);
  }

  /** How many it holds; never more than twice `most`. */
  get size(): number {
    this.#turn();
    return this.#young.size + this.#old.size;
  }

  #turn(): void {
    const spans = Math.floor((this.#now().getTime() - this.#turnedAt) / this.#span);
    if (spans >= 1) this.#push();
    if (spans >= 2) this.#old = new Set();
  }

  #push(): void {
    this.#old = this.#young;
    this.#young = new Set();
    this.#turnedAt = this.#now().getTime();
  }
}
