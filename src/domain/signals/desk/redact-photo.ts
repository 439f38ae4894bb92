import sharp from 'sharp';
import { ok, refused, type Actor, type RecordDeed, type Result } from '../../kernel/index.ts';
import { decodePicture, inPictureTurn, type Pixels } from '../../pictures/index.ts';
import { LONGEST_SIDE, preparePhoto } from '../photo/prepare-photo.ts';
import { openPhoto, sealContent, sealPhoto } from '../sealing/content.ts';
import type { KeyPair } from '../sealing/seal.ts';
import type { KeyUses } from '../sealing/uses.ts';
import { atTheDesk, type OpenKeys } from './at-the-desk.ts';
import type { DeskStore, Replacement, SealedBytes } from './desk-store.ts';
import { openedContent } from './open-dossier.ts';
import { gridFor } from './photo-size.ts';

export interface PhotoRedaction {
  readonly id: string;
  /** Squares of `gridFor` that become black, counted row by row from 0; or the whole photo goes. */
  readonly squares: readonly number[] | 'all';
}

/** `failed`: the picture could not be made anew; nothing was changed. */
export type RedactPhotoRefusal = 'forbidden' | 'locked' | 'gone' | 'unreadable' | 'nothing' | 'stale' | 'failed';

interface Needs {
  readonly deskStore: Pick<DeskStore, 'find' | 'photo' | 'replace' | 'wipe'>;
  readonly keys: Pick<KeyUses, 'pairs'>;
  readonly record: RecordDeed;
}

/** Pixels beyond the square that become black too: what a lossy codec smeared over its border goes with it. */
const MARGIN = 8;

/** Overwrites the pixels themselves: nothing lies under the black. */
function paint({ data, info }: Pixels, squares: readonly number[]): void {
  const { width, height, channels } = info;
  const { columns, rows } = gridFor(info);
  for (const square of squares) {
    const [column, row] = [square % columns, Math.floor(square / columns)];
    const left = Math.max(0, Math.floor((column * width) / columns) - MARGIN);
    const right = Math.min(width, Math.ceil(((column + 1) * width) / columns) + MARGIN);
    const top = Math.max(0, Math.floor((row * height) / rows) - MARGIN);
    const bottom = Math.min(height, Math.ceil(((row + 1) * height) / rows) + MARGIN);
    for (let y = top; y < bottom; y += 1) data.fill(0, (y * width + left) * channels, (y * width + right) * channels);
  }
}

/** The photo with black squares, by the same function that made it; undefined when that fails. */
async function blackened(photo: Uint8Array, squares: readonly number[]): Promise<Uint8Array | undefined> {
  const box = { width: LONGEST_SIDE, height: LONGEST_SIDE };
  const painted = await inPictureTurn(async () => {
    const decoded = await decodePicture(photo, box);
    if (!decoded.ok) return undefined;
    paint(decoded.value, squares);
    const { width, height, channels } = decoded.value.info;
    return sharp(decoded.value.data, { raw: { width, height, channels } }).png({ compressionLevel: 1 }).toBuffer();
  });
  const prepared = painted && (await preparePhoto(painted));
  return prepared?.ok === true ? prepared.value.bytes : undefined;
}

interface Stored {
  readonly stored: SealedBytes;
  readonly pair: KeyPair;
}

async function paintedPhoto(
  { stored, pair }: Stored,
  squares: readonly number[],
): Promise<Result<SealedBytes, 'nothing' | 'unreadable' | 'failed'>> {
  const photo = openPhoto(stored.sealed, pair);
  if (!photo) return refused('unreadable');
  const right = squares.filter((square) => Number.isInteger(square) && square >= 0);
  if (right.length === 0) return refused('nothing');
  const black = await blackened(photo, right);
  return black ? ok({ keyId: stored.keyId, sealed: sealPhoto(black, pair) }) : refused('failed');
}

/** The text, marked as redacted; nothing when it cannot be read with these keys. */
async function markedContent(
  store: Needs['deskStore'],
  open: OpenKeys,
  id: string,
): Promise<Pick<Replacement, 'content'>> {
  const found = await store.find(id);
  const content = found && openedContent(found.signal, open);
  const { sealed: was, keyId } = found?.signal ?? { sealed: null, keyId: null };
  const pair = keyId === null ? undefined : open.get(keyId);
  if (content?.is !== 'read' || was === null || keyId === null || !pair) return {};
  return { content: { was, now: { keyId, sealed: sealContent({ ...content.value, redacted: true }, pair) } } };
}

/** Paints squares of a photo black, or takes it away: in one transaction, and then wiped from the files. There is no way back. */
export const makeRedactPhoto =
  ({ deskStore, keys, record }: Needs) =>
  async (
    actor: Actor,
    sessionId: string | null,
    { id, squares }: PhotoRedaction,
  ): Promise<Result<'painted' | 'removed', RedactPhotoRefusal>> => {
    const open = atTheDesk(keys, actor, sessionId);
    if (!open.ok) return open;
    const stored = await deskStore.photo(id);
    if (!stored) return refused('gone');
    const pair = open.value.get(stored.keyId);
    if (!pair && squares !== 'all') return refused('unreadable');
    const made = squares === 'all' || !pair ? ok(null) : await paintedPhoto({ stored, pair }, squares);
    if (!made.ok) return made;
    const marked = await markedContent(deskStore, open.value, id);
    const replaced = await deskStore.replace({ id, ...marked, photo: { was: stored.sealed, now: made.value } });
    if (replaced === 'stale') return refused('stale');
    const removed = made.value === null;
    const action = removed ? 'signal.removePhoto' : 'signal.redactPhoto';
    await record({ actor, action, object: `signal:${id}`, buurtId: null });
    // It is gone. When somebody reads on, the last trace in the WAL waits for the hourly round of forgetting.
    await deskStore.wipe().catch(() => undefined);
    return ok(removed ? 'removed' : 'painted');
  };
