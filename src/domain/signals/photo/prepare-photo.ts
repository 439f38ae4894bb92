import { ok, refused, type Result } from '../../kernel/index.ts';
import { decodePicture, encodePicture, inPictureTurn, type DecodeRefusal, type Pixels } from '../../pictures/index.ts';

/** A file of more bytes than this is refused: 12 MB, more than phones make by themselves. */
export const LARGEST_PHOTO_FILE = 12 * 1024 * 1024;
/** In pixels; the longest side of a photo that we keep. */
export const LONGEST_SIDE = 1600;
/** Bytes: a photo that is still larger is made coarser until it fits, so that it can travel along in a form. */
export const LARGEST_PHOTO = 512 * 1024;

/** A room full of people may send one at the same moment. How much of theirs waits in memory, the server bounds. */
const WAITING = 60;

/** A photo as it is stored: WebP that we encoded ourselves, upright, sRGB, without any metadata. */
export interface Photo {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type PhotoRefusal = DecodeRefusal | 'file-too-large' | 'busy';

/** Tried in order until the photo is small enough: the side in pixels, and the quality of WebP. */
const TRIES = [
  { side: LONGEST_SIDE, quality: 78 },
  { side: LONGEST_SIDE, quality: 55 },
  { side: 1200, quality: 40 },
  { side: 800, quality: 30 },
] as const;

const square = (side: number) => ({ width: side, height: side });

/** WebP in its simplest form: one picture, and no chunk in which anything could be told (RFC 9649, 2.5). */
const isBare = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8 ';

async function encode(pixels: Pixels): Promise<Photo | undefined> {
  for (const { side, quality } of TRIES) {
    const photo = await encodePicture(pixels, { ...square(side), quality });
    if (photo.bytes.byteLength <= LARGEST_PHOTO) return isBare(photo.bytes) ? photo : undefined;
  }
  return undefined;
}

/** `decode` is sharp; a test gives one that fails. */
export const makePreparePhoto = (decode: typeof decodePicture) => {
  /** Fails closed: whatever goes wrong, there is no photo. */
  async function remake(bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> {
    try {
      const decoded = await decode(bytes, square(LONGEST_SIDE));
      if (!decoded.ok) return decoded;
      const photo = await encode(decoded.value);
      return photo ? ok(photo) : refused('broken');
    } catch {
      return refused('broken');
    }
  }

  return async (bytes: Uint8Array): Promise<Result<Photo, PhotoRefusal>> => {
    if (bytes.byteLength > LARGEST_PHOTO_FILE) return refused('file-too-large');
    return (await inPictureTurn(() => remake(bytes), WAITING)) ?? refused('busy');
  };
};

/**
 * The one way by which a photo comes into a signal. Takes the bytes of a file from anybody; gives a photo that was decoded and
 * encoded anew, so that nothing of the file survives: no place, no camera, no name, no hidden tail. The same file always gives
 * the same bytes. Everything but JPEG, PNG and WebP is refused, and so is what cannot be read to its end.
 */
export const preparePhoto = makePreparePhoto(decodePicture);
