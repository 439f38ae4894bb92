import { ok, refused, type Result } from '../kernel/index.ts';
import { decodePicture, encodePicture, inPictureTurn, type DecodeRefusal } from './decode-picture.ts';
import { PICTURE_WIDTHS, type PictureFile } from './picture.ts';

/** A file of more bytes than this is refused: 15 MB, what a good phone makes at most. */
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024;
const QUALITY = 78;
/** A strip higher than this many times its width is made to fit: WebP ends at 16,383 pixels. */
const TALLEST = 4;

export type PictureRefusal = DecodeRefusal | 'file-too-large' | 'busy';

const box = (width: number) => ({ width, height: width * TALLEST });

async function remake(bytes: Uint8Array): Promise<Result<readonly PictureFile[], PictureRefusal>> {
  const decoded = await decodePicture(bytes, box(Math.max(...PICTURE_WIDTHS)));
  if (!decoded.ok) return decoded;
  try {
    const files = new Map<number, PictureFile>();
    for (const width of PICTURE_WIDTHS) {
      const file = await encodePicture(decoded.value, { ...box(width), quality: QUALITY });
      files.set(file.width, file);
    }
    return ok([...files.values()]);
  } catch {
    return refused('broken');
  }
}

/**
 * Makes a picture from anybody safe and small: decoded and encoded anew, so that nothing of the file itself survives (no
 * place, no name of a camera, no hidden tail). JPEG, PNG and WebP; the decoder decides what it is, never its name.
 * The files come smallest first, and none is wider than the original.
 */
export async function preparePicture(bytes: Uint8Array): Promise<Result<readonly PictureFile[], PictureRefusal>> {
  if (bytes.byteLength > MAX_PICTURE_BYTES) return refused('file-too-large');
  return (await inPictureTurn(() => remake(bytes))) ?? refused('busy');
}
