import { ok, refused, type Actor, type Result } from '../../kernel/index.ts';
import { openPhoto } from '../sealing/content.ts';
import type { KeyUses } from '../sealing/uses.ts';
import type { DecisionToConfirm, Signal, SignalContent } from '../signal.ts';
import { alikeTo } from './alike.ts';
import { atTheDesk, type OpenKeys } from './at-the-desk.ts';
import type { DeskStore } from './desk-store.ts';
import { openedContent, openedTurn, type DeskTurn, type Opened } from './open-dossier.ts';
import { photoSize, type PhotoSize } from './photo-size.ts';
import { markOf } from './proposer-mark.ts';
import { readTexts } from './read-texts.ts';
import { partsOf, type RedactionPart } from './redact-text.ts';
import { makeTellAbout, type About, type WhereNeeds } from './where.ts';

/** `gone`: withdrawn, forgotten, or never there. `unreadable`: it is there, and cannot be opened with these keys. */
export type ReadRefusal = 'forbidden' | 'locked' | 'gone' | 'unreadable';

/** One signal, as the desk works on it. */
export interface DeskSignal {
  readonly signal: Signal;
  readonly content: Opened<SignalContent>;
  readonly about: About;
  readonly turns: readonly DeskTurn[];
  /** Null: none, or not to be opened with these keys. */
  readonly photo: PhotoSize | null;
  readonly hasPhoto: boolean;
  /** Whether anybody holds a code to it: else nobody reads an answer. */
  readonly reachable: boolean;
  /** What the first of two approvers decided, and whether that was this person. */
  readonly proposed: { readonly decision: DecisionToConfirm; readonly byMe: boolean } | null;
  /** Others whose text is much the same. */
  readonly alike: readonly string[];
  /** What can be blacked out, with what may lead to a person marked. */
  readonly parts: readonly RedactionPart[];
}

interface Needs extends WhereNeeds {
  readonly deskStore: Pick<DeskStore, 'find' | 'photo' | 'readable' | 'sealedOf'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly secretKey: string;
}

async function openedPhoto(store: Pick<DeskStore, 'photo'>, keys: OpenKeys, id: string) {
  const stored = await store.photo(id);
  const pair = stored && keys.get(stored.keyId);
  return pair && openPhoto(stored.sealed, pair);
}

export function makeReadSignal(needs: Needs) {
  const { deskStore, keys, secretKey } = needs;
  const tellAbout = makeTellAbout(needs);

  return async (actor: Actor, sessionId: string | null, id: string): Promise<Result<DeskSignal, ReadRefusal>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const found = await deskStore.find(id);
    if (!found) return refused('gone');
    const { sealed, keyId, senderKey, ...signal } = found.signal;
    const about = await tellAbout([signal]);
    const photo = found.hasPhoto ? await openedPhoto(deskStore, open.value, id) : undefined;
    const content = openedContent({ sealed, keyId }, open.value);
    const turns = found.turns.map((turn) => openedTurn(turn, open.value));
    const { proposal } = found;
    return ok({
      ...{ signal, content, turns },
      about: about(signal),
      photo: (photo && photoSize(photo)) ?? null,
      hasPhoto: found.hasPhoto,
      reachable: senderKey !== null,
      proposed: proposal && { decision: proposal.decision, byMe: proposal.mark === markOf(actor, id, secretKey) },
      alike: alikeTo(await readTexts(deskStore, open.value)).get(id) ?? [],
      parts: partsOf(content, turns),
    });
  };
}

/** Only through the opened desk: nobody else gets a photo, not even by its address. */
export const makeReadPhoto =
  ({ deskStore, keys }: Pick<Needs, 'keys' | 'deskStore'>) =>
  async (actor: Actor, sessionId: string | null, id: string): Promise<Result<Uint8Array, ReadRefusal>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const stored = await deskStore.photo(id);
    if (!stored) return refused('gone');
    const pair = open.value.get(stored.keyId);
    const photo = pair && openPhoto(stored.sealed, pair);
    return photo ? ok(photo) : refused('unreadable');
  };
