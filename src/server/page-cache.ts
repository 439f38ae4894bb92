import { Prepared } from './prepared.ts';
import type { Answer } from './answer.ts';
import type { PublicAddress } from './public-pages.ts';

export interface PageCacheOptions {
  /** Changes with each commit that a page can show. */
  readonly revision: () => string;
  /** How long one look at the revision counts, in milliseconds: it is a question to the database. */
  readonly trust: number;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Pages say "over 3 dagen": even without a commit they are at most this old, in milliseconds. */
  readonly maxAge: number;
  readonly maxEntries: number;
  readonly maxBytes: number;
}

interface Entry {
  readonly page: Prepared;
  readonly revision: string;
  readonly renderedAt: number;
}

/** What may be kept: whole, for everybody, and of a kind that we know. */
const KINDS = /^(?:text\/html|text\/calendar|application\/(?:atom\+xml|xml)|image\/svg\+xml|text\/xml|text\/plain)/;

function mayKeep({ status, headers }: Answer): boolean {
  const type = headers['content-type'];
  if (status !== 200 || headers['set-cookie'] !== undefined) return false;
  return (
    typeof type === 'string' && KINDS.test(type) && !/no-store|private/.test(String(headers['cache-control'] ?? ''))
  );
}

/**
 * Public pages, ready to send. A commit in the published realm makes all of them old at once: rendering again is cheap, and
 * nobody has to know which page shows what. Requests for one page that come together wait for one rendering.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  /** In order of use, the oldest first. */
  readonly #entries = new Map<string, Entry>();
  readonly #rendering = new Map<string, Promise<Prepared | Answer>>();
  #bytes = 0;
  #seen = { revision: '', until: Number.NEGATIVE_INFINITY };

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** The page when it is there and still true. */
  find(key: string): Prepared | undefined {
    const entry = this.#entries.get(key);
    const now = this.#options.now();
    if (!entry || now - entry.renderedAt > this.#options.maxAge || entry.revision !== this.#revision(now))
      return undefined;
    // To the end of the line: what is asked for often stays when the memory is full.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.page;
  }

  /** Asks the database at once whether something changed, in place of trusting what it said just now. */
  lookAgain(): void {
    this.#seen.until = Number.NEGATIVE_INFINITY;
  }

  #revision(now: number): string {
    if (now >= this.#seen.until) this.#seen = { revision: this.#options.revision(), until: now + this.#options.trust };
    return this.#seen.revision;
  }

  /** Renders it, once for everybody who asks now. Gives the bare answer when it is not one to keep. */
  async make(page: PublicAddress, render: () => Promise<Answer>): Promise<Prepared | Answer> {
    // Taken before rendering: what is committed meanwhile may or may not be in the page, so then it counts as old.
    const revision = this.#options.revision();
    const turn = `${revision} ${page.key}`;
    const underWay = this.#rendering.get(turn);
    if (underWay) return underWay;
    const work = this.#render(page, revision, render).finally(() => this.#rendering.delete(turn));
    this.#rendering.set(turn, work);
    return work;
  }

  async #render(
    { key, pattern }: PublicAddress,
    revision: string,
    render: () => Promise<Answer>,
  ): Promise<Prepared | Answer> {
    const renderedAt = this.#options.now();
    const answer = await render();
    if (!mayKeep(answer)) return answer;
    const headers = { ...answer.headers, 'cache-control': 'no-cache' };
    const page = new Prepared({ name: pattern, headers, body: answer.body, quality: 5 });
    this.#keep(key, { page, revision, renderedAt });
    return page;
  }

  #keep(key: string, entry: Entry): void {
    // A rendering that began later may have been quicker: then this one is old already.
    if ((this.#entries.get(key)?.renderedAt ?? 0) > entry.renderedAt) return;
    this.#remove(key);
    this.#entries.set(key, entry);
    this.#bytes += entry.page.size;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#options.maxEntries && this.#bytes <= this.#options.maxBytes) break;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.page.size;
  }
}
