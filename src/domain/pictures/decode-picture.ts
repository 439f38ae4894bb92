import sharp, { type OutputInfo } from 'sharp';
import { ok, refused, type Result } from '../kernel/index.ts';
import { makeTurns } from './turns.ts';

/** More pixels than this are refused before they are decoded: a small file can unpack to gigabytes. */
const MAX_PICTURE_PIXELS = 60_000_000;
/** Longer than this, in seconds, no picture takes. */
const TIMEOUT = 20;

export type DecodeRefusal = 'not-a-picture' | 'too-many-pixels' | 'broken';

/** The largest size that a picture may come out in, in pixels; its proportions stay. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Bare pixels: upright, in sRGB, three channels, and nothing else of the file that they came from. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

// Only the three decoders that we need, whatever the file calls itself. SVG could read files, PDF and GIF bring old parsers.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);

const FORMATS = new Set(['jpeg', 'png', 'webp']);

/** Decoding takes much memory: two at a time, and no long queue. */
export const inPictureTurn = makeTurns({ atOnce: 2, waiting: 8 });

/** The header only: what it is and how large it would be. Undefined when no decoder of ours knows it. */
async function headerOf(bytes: Uint8Array) {
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    return FORMATS.has(header.format) ? header : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens a picture from anybody: JPEG, PNG or WebP, decided by the decoder and never by a name. First frame only, upright, in
 * sRGB (from CMYK too), on white where it was see-through, made to fit the box and never enlarged. Run it with `inPictureTurn`.
 */
export async function decodePicture(bytes: Uint8Array, box: Box): Promise<Result<Pixels, DecodeRefusal>> {
  // sharp throws on an empty buffer before there is a promise to reject.
  if (bytes.byteLength === 0) return refused('not-a-picture');
  const header = await headerOf(bytes);
  if (header === undefined) return refused('not-a-picture');
  if (header.width * header.height > MAX_PICTURE_PIXELS) return refused('too-many-pixels');
  try {
    return ok(await decode(bytes, box));
  } catch {
    // Cut off, damaged, or slower than any real picture: the sender can only send another.
    return refused('broken');
  }
}

/** A JPEG is shrunk while it is decoded. */
const decode = (bytes: Uint8Array, box: Box): Promise<Pixels> =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PICTURE_PIXELS })
    .timeout({ seconds: TIMEOUT })
    .autoOrient()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });

/** The pixels as a file of one format, WebP, with nothing in it but the picture. Never larger than it was. */
export async function encodePicture({ data, info }: Pixels, box: Box & { readonly quality: number }) {
  const { quality, ...size } = box;
  const made = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .timeout({ seconds: TIMEOUT })
    .resize({ ...size, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  return { width: made.info.width, height: made.info.height, bytes: new Uint8Array(made.data) };
}
