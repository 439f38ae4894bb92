/** Photos as people and attackers send them, made here from nothing. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Left half red, right half blue: so that one can see which way is up. */
export const halves = (width = 800, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ]);

const uint32 = (value: number, little = false): Buffer => {
  const bytes = Buffer.alloc(4);
  if (little) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
};

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes: Buffer): number =>
  (bytes.reduce((sum, byte) => (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A chunk of a PNG (RFC 2083, 3.2). */
function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc(body))]);
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A black PNG of 1 bit a pixel: it unpacks to 3 bytes for each, and packs to next to nothing. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.concat([uint32(side), uint32(side), Buffer.from([1, 0, 0, 0, 0])]);
  const rows = deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)), { level: 9 });
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with a text in each of its three kinds of text chunks. */
export async function pngWithTexts(words: string): Promise<Buffer> {
  const png = await halves().png().toBuffer();
  const afterHeader = 8 + 25;
  const texts = [
    pngChunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Author\0\0', 'latin1'), deflateSync(Buffer.from(words))])),
    pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${words}`, 'utf8')),
  ];
  return Buffer.concat([png.subarray(0, afterHeader), ...texts, png.subarray(afterHeader)]);
}

const riffChunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type, 'latin1'), uint32(data.length, true), data, Buffer.alloc(data.length % 2)]);

const riff = (...chunks: Buffer[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), uint32(body.length, true), body]);
};

const uint24 = (value: number) => uint32(value, true).subarray(0, 3);

/** The header of an extended WebP (RFC 9649, 2.7.1). */
const vp8x = (flags: number, width: number, height: number) =>
  riffChunk('VP8X', Buffer.concat([Buffer.from([flags, 0, 0, 0]), uint24(width - 1), uint24(height - 1)]));

/** A WebP that says `words` in an EXIF chunk, in an XMP chunk and in one that nobody knows. */
export async function webpWithChunks(words: string): Promise<Buffer> {
  const bare = (await halves().webp().toBuffer()).subarray(12);
  const told = Buffer.from(words);
  return riff(vp8x(0b1100, 800, 400), bare, riffChunk('EXIF', told), riffChunk('XMP ', told), riffChunk('KNRI', told));
}

/** A WebP film: each frame is the same small picture. */
export async function webpFilm(frames: number): Promise<Buffer> {
  const size = 16;
  const image = sharp({ create: { width: size, height: size, channels: 3, background: '#ff0000' } }).webp();
  const bare = (await image.toBuffer()).subarray(12);
  const place = [uint24(0), uint24(0), uint24(size - 1), uint24(size - 1), uint24(40), Buffer.from([0])];
  const frame = riffChunk('ANMF', Buffer.concat([...place, bare]));
  return riff(
    vp8x(0b10, size, size),
    riffChunk('ANIM', Buffer.alloc(6)),
    ...Array.from({ length: frames }, () => frame),
  );
}

/** A GIF of one pixel, repeated as a film. */
export function gifFilm(frames: number): Buffer {
  const head = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\x00\x00\x00\x00\xff', 'latin1');
  const frame = Buffer.from(
    '!\xf9\x04\x00\x04\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00',
    'latin1',
  );
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';', 'latin1')]);
}

/** A JPEG that tells the place in EXIF, something in XMP, and once more in a thumbnail inside its EXIF. */
export async function jpegThatTells(words: string): Promise<Buffer> {
  const told = await halves()
    .jpeg()
    .withExif({
      IFD0: { Make: words, Artist: words },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 57/1 0/1' },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><o>${words}</o></x:xmpmeta>`)
    .toBuffer();
  const thumbnail = await halves(80, 40)
    .jpeg()
    .withExif({ IFD0: { Make: `${words}-DUIM` } })
    .toBuffer();
  const app13 = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from(words), thumbnail]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xed]), uint32(app13.length + 2).subarray(2), app13]);
  return Buffer.concat([told.subarray(0, 2), segment, told.subarray(2)]);
}

/** ISO base media with the brand of HEIC: what an iPhone makes. */
export const heic = (): Buffer =>
  Buffer.concat([uint32(24), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(512, 7)]);
