import { mayReadSignals, ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { Signal, SignalContent, SignalState } from '../signal.ts';
import { alikeTo } from './alike.ts';
import { atTheDesk } from './at-the-desk.ts';
import type { After, DeskStore } from './desk-store.ts';
import { openedContent, type Opened } from './open-dossier.ts';
import { readTexts } from './read-texts.ts';
import { makeTellAbout, type About, type WhereNeeds } from './where.ts';

/** How many signals the desk sees at once. */
const PAGE = 25;

export type Counts = Readonly<Record<SignalState, number>>;

/** Which part of the queue. */
export interface QueuePage {
  readonly state: SignalState;
  /** Null: from the beginning. */
  readonly after: After | null;
}

export interface QueueEntry {
  readonly signal: Signal;
  readonly content: Opened<SignalContent>;
  readonly about: About;
  readonly hasPhoto: boolean;
  /** How many times one of the two said something after it came. */
  readonly turns: number;
  /** How many others in the same buurt have a text that is much the same. */
  readonly alike: number;
}

export interface Queue {
  readonly entries: readonly QueueEntry[];
  /** Where the next page begins; null: this is the last. */
  readonly next: After | null;
}

export interface QueueNeeds extends WhereNeeds {
  readonly deskStore: Pick<DeskStore, 'page' | 'besides' | 'counts' | 'readable' | 'sealedOf'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
}

/** What waits for the desk, or what it decided. Only what is shown is opened, and what looking for likeness needs. */
export function makeListQueue(needs: QueueNeeds) {
  const { deskStore, keys } = needs;
  const tellAbout = makeTellAbout(needs);

  async function page(
    actor: Actor,
    sessionId: string | null,
    { state, after }: QueuePage,
  ): Promise<Result<Queue, 'forbidden' | 'locked'>> {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const rows = await deskStore.page(state, after, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const besides = await deskStore.besides(shown.map(({ id }) => id));
    const about = await tellAbout(shown);
    const alike = alikeTo(await readTexts(deskStore, open.value));
    const last = shown.at(-1);
    return ok({
      entries: shown.map(({ sealed, keyId, senderKey: _, ...signal }) => ({
        signal,
        content: openedContent({ sealed, keyId }, open.value),
        about: about(signal),
        hasPhoto: besides.photos.has(signal.id),
        turns: besides.turns.get(signal.id) ?? 0,
        alike: alike.get(signal.id)?.length ?? 0,
      })),
      next: rows.length > PAGE && last ? { week: last.week, id: last.id } : null,
    });
  }

  const counts = async (actor: Actor): Promise<Result<Counts, 'forbidden'>> =>
    mayReadSignals(actor) ? ok(await deskStore.counts()) : refused('forbidden');

  return { page, counts };
}
