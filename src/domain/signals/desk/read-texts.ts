import type { KeyPair } from '../sealing/seal.ts';
import type { SignalState } from '../signal.ts';
import { fingerprint, type Fingerprint } from './alike.ts';
import type { OpenKeys } from './at-the-desk.ts';
import type { DeskStore } from './desk-store.ts';
import { openedContent } from './open-dossier.ts';

/** So many texts are compared at most, the newest by week: what is older was compared when it was new. */
export const COMPARED = 2000;

/** One voice may be in any of these; what is refused does not count. */
const COMPARED_STATES: readonly SignalState[] = ['new', 'asked', 'proposed', 'accepted', 'duplicate', 'released'];

/** Texts are fetched and opened by so many at a time: 2,000 of them need not be in memory at once. */
const BATCH = 200;

type Readable = Awaited<ReturnType<DeskStore['readable']>>[number];

/** A text that was read, as far as comparing needs it. */
export interface ReadText {
  readonly row: Readable;
  readonly print: Fingerprint;
}

/**
 * Of each opened text only its fingerprint stays, for as long as the key with which it was opened: a session that closes drops
 * its key, and with it these. A fingerprint is hashes, but of a short text they could be guessed back. Null: not to be opened.
 */
const kept = new WeakMap<KeyPair, Map<string, Fingerprint | null>>();

function printsOf(pair: KeyPair): Map<string, Fingerprint | null> {
  const prints = kept.get(pair) ?? new Map<string, Fingerprint | null>();
  if (prints.size > COMPARED * 2) prints.clear();
  kept.set(pair, prints);
  return prints;
}

/** The text was changed: it is read again when it is asked for. */
export const forgetPrint = (pair: KeyPair, id: string): void => void kept.get(pair)?.delete(id);

function print(sealed: Uint8Array, keyId: string, keys: OpenKeys): Fingerprint | null {
  const content = openedContent({ sealed, keyId }, keys);
  if (content.is !== 'read') return null;
  return fingerprint([content.value.text, ...content.value.answers.map(({ answer }) => answer)].join(' '));
}

/** What can be compared with the keys that are open. */
export async function readTexts(store: Pick<DeskStore, 'readable' | 'sealedOf'>, keys: OpenKeys): Promise<ReadText[]> {
  const rows = (await store.readable(COMPARED_STATES, COMPARED)).flatMap((row) => {
    const pair = keys.get(row.keyId);
    return pair ? [{ row, prints: printsOf(pair) }] : [];
  });
  const unread = rows.filter(({ row, prints }) => !prints.has(row.id));
  for (let at = 0; at < unread.length; at += BATCH) {
    const batch = unread.slice(at, at + BATCH);
    const sealed = await store.sealedOf(batch.map(({ row }) => row.id));
    for (const { row, prints } of batch) {
      const bytes = sealed.get(row.id);
      prints.set(row.id, bytes === undefined ? null : print(bytes, row.keyId, keys));
    }
  }
  return rows.flatMap(({ row, prints }) => {
    const found = prints.get(row.id);
    return found ? [{ row, print: found }] : [];
  });
}
