import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  gifFilm,
  halves,
  heic,
  jpegThatTells,
  pngBomb,
  pngWithTexts,
  webpFilm,
  webpWithChunks,
} from '../../../../tests/photos/files.ts';
import { ok, refused } from '../../kernel/index.ts';
import { LARGEST_PHOTO, LARGEST_PHOTO_FILE, makePreparePhoto, preparePhoto, type Photo } from './prepare-photo.ts';

const CANARY = 'KANARIE-4711';

async function prepared(file: Uint8Array): Promise<Photo> {
  const result = await preparePhoto(file);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function colour({ bytes }: Photo, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  if (red > 170 && green < 90 && blue < 90) return 'red';
  return blue > 170 && red < 90 && green < 90 ? 'blue' : 'other';
}

/** How a camera with this orientation (EXIF 2.3, 4.6.4 A) held the upright picture: first turned clockwise, then mirrored. */
const SENSOR: Readonly<Record<number, { turn: number; mirrored: boolean }>> = {
  1: { turn: 0, mirrored: false },
  2: { turn: 0, mirrored: true },
  3: { turn: 180, mirrored: false },
  4: { turn: 180, mirrored: true },
  5: { turn: 90, mirrored: true },
  6: { turn: 270, mirrored: false },
  7: { turn: 270, mirrored: true },
  8: { turn: 90, mirrored: false },
};

/** The names of the chunks of a WebP, in their order. */
function chunks({ bytes }: Photo): string[] {
  const file = Buffer.from(bytes);
  const names: string[] = [];
  for (let at = 12; at < file.length; at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) % 2))
    names.push(file.toString('latin1', at, at + 4));
  return names;
}

describe('a photo with a signal', () => {
  it.each([
    ['a JPEG with a place in EXIF, in XMP and in a thumbnail', () => jpegThatTells(CANARY)],
    ['a PNG with text chunks', () => pngWithTexts(CANARY)],
    ['a WebP with EXIF, XMP and an unknown chunk', () => webpWithChunks(CANARY)],
    [
      'a JPEG with a ZIP behind it',
      async () => Buffer.concat([await halves().jpeg().toBuffer(), Buffer.from(`PK\x03\x04${CANARY}`)]),
    ],
    [
      'a JPEG with HTML behind it',
      async () => Buffer.concat([await halves().jpeg().toBuffer(), Buffer.from(`<script>${CANARY}</script>`)]),
    ],
    [
      'a PNG with HTML behind it',
      async () => Buffer.concat([await halves().png().toBuffer(), Buffer.from(`<b>${CANARY}</b>`)]),
    ],
  ])('P4: keeps nothing of %s but the picture', async (_, make) => {
    const file = await make();
    expect(file.includes(CANARY)).toBe(true);
    const photo = await prepared(file);
    expect(chunks(photo)).toEqual(['VP8 ']);
    expect(Buffer.from(photo.bytes).toString('latin1')).not.toMatch(/KANARIE|GPS|Exif|script|PK\x03/);
    expect([await colour(photo, 0.1, 0.5), await colour(photo, 0.9, 0.5)]).toEqual(['red', 'blue']);
  });

  it('P4: comes out as the same bytes each time, with no time or name in it', async () => {
    const file = await jpegThatTells(CANARY);
    expect((await prepared(file)).bytes).toEqual((await prepared(file)).bytes);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright when its EXIF says orientation %i', async (orientation) => {
    // The picture as the sensor saw it: `turn` degrees clockwise, and then mirrored or not, away from upright.
    const { turn = 0, mirrored = false } = SENSOR[orientation] ?? {};
    const turned = await sharp(await halves().png().toBuffer())
      .rotate(turn)
      .png()
      .toBuffer();
    const sensor = await sharp(turned).flop(mirrored).png().toBuffer();
    const photo = await prepared(await sharp(sensor).jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer());
    expect([photo.width, photo.height]).toEqual([800, 400]);
    expect([await colour(photo, 0.1, 0.5), await colour(photo, 0.9, 0.5)]).toEqual(['red', 'blue']);
  });

  it('is brought to sRGB from the four inks of print', async () => {
    const photo = await prepared(await halves().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer());
    const { space, channels } = await sharp(photo.bytes).metadata();
    expect([space, channels]).toEqual(['srgb', 3]);
    const { data } = await sharp(photo.bytes)
      .resize(1, 1, { fit: 'cover', position: 'left' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(data[1] ?? 255);
  });

  it('stands on white where it was see-through', async () => {
    const clear = sharp({
      create: { width: 40, height: 40, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    });
    const photo = await prepared(await clear.png().toBuffer());
    const { data } = await sharp(photo.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)].every((value) => value > 250)).toBe(true);
  });

  it('is made to fit 1,600 pixels, lying and standing, and never enlarged', async () => {
    const sizes = [];
    for (const [width, height] of [
      [4000, 2000],
      [1000, 4000],
      [60, 30],
    ] as const) {
      const photo = await prepared(await halves(width, height).jpeg().toBuffer());
      sizes.push([photo.width, photo.height]);
    }
    expect(sizes).toEqual([
      [1600, 800],
      [400, 1600],
      [60, 30],
    ]);
  });

  it('is made coarser until it can travel along in a form', async () => {
    const noise = Buffer.alloc(2000 * 2000 * 3);
    let seed = 7;
    for (let at = 0; at < noise.length; at += 1) noise[at] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >>> 16;
    const file = await sharp(noise, { raw: { width: 2000, height: 2000, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer();
    expect((await prepared(file)).bytes.byteLength).toBeLessThanOrEqual(LARGEST_PHOTO);
  });

  it('is the first frame of a film of 5,000 frames', async () => {
    const photo = await prepared(await webpFilm(5000));
    expect([photo.width, photo.height, await colour(photo, 0.5, 0.5)]).toEqual([16, 16, 'red']);
    expect(chunks(photo)).toEqual(['VP8 ']);
  });

  it.each([
    ['nothing', () => Buffer.alloc(0), 'not-a-picture'],
    [
      'SVG, whatever its name',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'not-a-picture',
    ],
    ['HTML', () => Buffer.from('<!doctype html><img src=x>'), 'not-a-picture'],
    ['HEIC', heic, 'not-a-picture'],
    ['a GIF film of 5,000 frames', () => gifFilm(5000), 'not-a-picture'],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj'), 'not-a-picture'],
    ['the first bytes of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'not-a-picture'],
    ['a PNG of 16,000 by 16,000 pixels', () => pngBomb(16_000), 'too-many-pixels'],
    ['a JPEG cut off half way', async () => (await halves().jpeg().toBuffer()).subarray(0, 2000), 'broken'],
    ['a PNG cut off half way', async () => (await halves().png().toBuffer()).subarray(0, 200), 'broken'],
    [
      'a WebP cut off half way',
      async () => (await halves().webp({ quality: 100 }).toBuffer()).subarray(0, 120),
      'not-a-picture',
    ],
    ['a file of more than 12 MB', () => Buffer.alloc(LARGEST_PHOTO_FILE + 1), 'file-too-large'],
  ])('P4: is refused when it is %s', async (_, make, reason) => {
    expect(await preparePhoto(await make())).toEqual(refused(reason));
  });

  it('P4: is a small file of 16,000 by 16,000 pixels before it is refused', () => {
    expect(pngBomb(16_000).length).toBeLessThan(40_000);
  });

  it.each([
    [
      'throws at once',
      () => {
        throw new Error('out of memory');
      },
    ],
    ['rejects', () => Promise.reject(new Error('assertion failed'))],
    [
      'gives nonsense',
      () =>
        sharp(Buffer.alloc(3), { raw: { width: 1, height: 1, channels: 3 } })
          .raw()
          .toBuffer({ resolveWithObject: true })
          .then(({ info }) => ok({ data: Buffer.alloc(1), info: { ...info, width: 500 } })),
    ],
  ])('P4: is refused when the decoder %s', async (_, decode) => {
    expect(await makePreparePhoto(decode)(await halves().jpeg().toBuffer())).toEqual(refused('broken'));
  });

  it('is made for fifty people who send one at the same moment', async () => {
    const file = await halves(400, 200).jpeg().toBuffer();
    const answers = await Promise.all(Array.from({ length: 50 }, () => preparePhoto(file)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
});
