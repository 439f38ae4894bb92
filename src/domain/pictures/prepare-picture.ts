import sharp, { type OutputInfo, type SharpOptions } from 'sharp';
import { ok, refused, type Result } from '../kernel/index.ts';
import { PICTURE_WIDTHS, type PictureFile } from './picture.ts';
import { makeTurns } from './turns.ts';

/** A file of more bytes than this is refused: 15 MB, what a good phone makes at most. */
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024;
/** More pixels than this are refused before they are decoded: a small file can unpack to gigabytes. */
const MAX_PICTURE_PIXELS = 60_000_000;
/** Longer than this, in seconds, no picture takes. */
const TIMEOUT = 20;
const QUALITY = 78;
/** A strip higher than this many times its width is made to fit: WebP ends at 16,383 pixels. */
const TALLEST = 4;

export type PictureRefusal = 'file-too-large' | 'not-a-picture' | 'too-many-pixels' | 'broken' | 'busy';

// Only the three decoders that we need, whatever the file calls itself. SVG could read files, PDF and GIF bring old parsers.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

const FORMATS = new Set(['jpeg', 'png', 'webp']);
/** Decoding takes much memory: two at a time, and no long queue. */
const inTurn = makeTurns({ atOnce: 2, waiting: 8 });

interface Raw {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** Upright, in sRGB, without transparency, as wide as we ever need. A JPEG is shrunk while it is decoded. */
const decode = (bytes: Uint8Array): Promise<Raw> =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PICTURE_PIXELS })
    .timeout({ seconds: TIMEOUT })
    .autoOrient()
    .resize({ ...box(Math.max(...PICTURE_WIDTHS)), fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

const box = (width: number) => ({ width, height: width * TALLEST });

async function encode({ data, info }: Raw, width: number): Promise<PictureFile> {
  const raw: SharpOptions['raw'] = { width: info.width, height: info.height, channels: info.channels };
  const made = await sharp(data, { raw })
    .timeout({ seconds: TIMEOUT })
    .resize({ ...box(width), fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { width: made.info.width, height: made.info.height, bytes: new Uint8Array(made.data) };
}

/** The header only: what it is and how large it would be. Undefined when no decoder of ours knows it. */
async function headerOf(bytes: Uint8Array) {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    return FORMATS.has(header.format) ? header : undefined;
  } catch {
    return undefined;
  }
}

async function remake(bytes: Uint8Array): Promise<Result<readonly PictureFile[], PictureRefusal>> {
  const header = await headerOf(bytes);
  if (header === undefined) return refused('not-a-picture');
  if (header.width * header.height > MAX_PICTURE_PIXELS) return refused('too-many-pixels');
  try {
    const raw = await decode(bytes);
    const files = new Map<number, PictureFile>();
    for (const width of PICTURE_WIDTHS) {
      const file = await encode(raw, width);
      files.set(file.width, file);
    }
    return ok([...files.values()]);
  } catch {
    // Cut off, damaged, or slower than any real picture: the sender can only send another.
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
  // sharp throws on an empty buffer before there is a promise to reject.
  if (bytes.byteLength === 0) return refused('not-a-picture');
  return (await inTurn(() => remake(bytes))) ?? refused('busy');
}
