import { isDeepStrictEqual } from 'node:util';
import type { SaveOutcome, Version, Versioned } from '../kernel/index.ts';
import type { Draft } from './draft.ts';

/** A published text as far as publishing knows it; `slug` when it has a page of its own. */
export interface OnShelf extends Versioned {
  readonly slug?: string;
}

/** Where the next version of one text goes. */
export interface Shelf {
  get(id: string): Promise<OnShelf | undefined>;
  history(id: string): Promise<readonly Version<unknown>[]>;
  /** Saves the content as this version; `slug` is the address it has already. */
  put(versioned: Versioned, slug: string | undefined, note: string): Promise<SaveOutcome>;
}

export interface Shelving {
  readonly draft: Pick<Draft, 'id' | 'subjectId' | 'baseVersion'>;
  readonly content: unknown;
  readonly note: string;
}

/** As it looks after it was stored as JSON: then also a history that was read back can be compared. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The version that this draft would make. */
const nextVersion = ({ baseVersion }: Pick<Draft, 'baseVersion'>): number => (baseVersion ?? 0) + 1;

/** Whether that version stands there already with exactly this content: a crash or a double click came after the save. */
export async function standsThere(shelf: Shelf, { draft, content, note }: Shelving): Promise<boolean> {
  const versions = await shelf.history(draft.subjectId ?? draft.id);
  const made = versions.find(({ version }) => version === nextVersion(draft));
  return made?.note === note && isDeepStrictEqual(plain(made.content), plain(content));
}

/** Two new texts with one title, published at the same moment, both want its address: the second then takes the next. */
const TRIES = 3;

/**
 * Puts the next version on the shelf. Something new gets the id of its draft, so that publishing it twice makes one text.
 * `outdated`: somebody else published this version first.
 */
export async function shelve(shelf: Shelf, shelving: Shelving, now: Date): Promise<OnShelf | 'outdated'> {
  const { draft, note } = shelving;
  const id = draft.subjectId ?? draft.id;
  const version = nextVersion(draft);
  let current = await shelf.get(id);
  for (let attempt = 1; attempt <= TRIES && (current?.version ?? 0) === version - 1; attempt += 1) {
    const versioned: Versioned = { id, version, publishedAt: current?.publishedAt ?? now, changedAt: now };
    const outcome = await shelf.put(versioned, current?.slug, note);
    current = await shelf.get(id);
    if (outcome === 'saved' && current !== undefined) return current;
  }
  return current !== undefined && (await standsThere(shelf, shelving)) ? current : 'outdated';
}
