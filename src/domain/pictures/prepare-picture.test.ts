import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { refused } from '../kernel/index.ts';
import type { PictureFile } from './picture.ts';
import { MAX_PICTURE_BYTES, preparePicture } from './prepare-picture.ts';

/** Left half red, right half blue: so that one can see which way is up. */
const twoHalves = (width = 800, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } },
      left: 0,
      top: 0,
    },
  ]);

async function prepared(bytes: Uint8Array): Promise<readonly PictureFile[]> {
  const result = await preparePicture(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function pixel(file: PictureFile | undefined, x: number, y: number): Promise<'red' | 'blue' | 'other'> {
  const { data, info } = await sharp(file?.bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  if (red > 180 && green < 80 && blue < 80) return 'red';
  return blue > 180 && red < 80 && green < 80 ? 'blue' : 'other';
}

/** A PNG whose header says how large it is, with next to nothing in it. */
function pngOf(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const crc = (bytes: Buffer) =>
    (bytes.reduce((sum, byte) => (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture that is sent in', () => {
  it('comes back as WebP in three widths, smallest first', async () => {
    const files = await prepared(await twoHalves(2000, 1000).jpeg().toBuffer());
    expect(files.map(({ width, height }) => [width, height])).toEqual([
      [480, 240],
      [960, 480],
      [1600, 800],
    ]);
    for (const { bytes } of files) expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  it('is never made wider than it was', async () => {
    const files = await prepared(await twoHalves(700, 350).png().toBuffer());
    expect(files.map(({ width }) => width)).toEqual([480, 700]);
    expect((await prepared(await twoHalves(300, 150).webp().toBuffer())).map(({ width }) => width)).toEqual([300]);
  });

  it('loses the place, the camera and everything else that the file tells', async () => {
    const original = await twoHalves()
      .jpeg()
      .withExif({
        IFD0: { Make: 'CANARY-CAMERA', Artist: 'CANARY-NAME' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 57/1 0/1' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><CANARY-XMP/></x:xmpmeta>')
      .toBuffer();
    expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('CANARY-CAMERA');
    for (const { bytes } of await prepared(original)) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CANARY|GPS|Exif/);
    }
  });

  it('loses a page of HTML that was glued behind it', async () => {
    const glued = Buffer.concat([await twoHalves().jpeg().toBuffer(), Buffer.from('<html><script>CANARY</script>')]);
    for (const { bytes } of await prepared(glued))
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('CANARY');
  });

  it.each([
    // EXIF 2.3, 4.6.4: where the left half of the stored picture belongs.
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'top'],
    [6, 'top'],
    [7, 'bottom'],
    [8, 'bottom'],
  ])('stands upright when it was stored with orientation %i', async (orientation, side) => {
    const [file] = await prepared(await twoHalves().jpeg().withMetadata({ orientation }).toBuffer());
    const centre = { left: [0.1, 0.5], right: [0.9, 0.5], top: [0.5, 0.1], bottom: [0.5, 0.9] }[side] ?? [];
    expect(await pixel(file, centre[0] ?? 0, centre[1] ?? 0)).toBe('red');
    expect((file?.width ?? 0) > (file?.height ?? 0)).toBe(orientation <= 4);
  });

  it('keeps its colours when it was made for print (CMYK)', async () => {
    const [file] = await prepared(await twoHalves().toColourspace('cmyk').jpeg().toBuffer());
    const { space, channels } = await sharp(file?.bytes).metadata();
    expect({ space, channels }).toEqual({ space: 'srgb', channels: 3 });
  });

  it('gets white where it was transparent, so that it reads in the dark too', async () => {
    const clear = await sharp({ create: { width: 10, height: 10, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    const [file] = await prepared(clear);
    expect([...(await sharp(file?.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('is made to fit when it is a very long strip', async () => {
    const [file] = await prepared(await twoHalves(20, 16_000).png().toBuffer());
    expect(file?.height).toBeLessThanOrEqual(6400);
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['an SVG, whatever it calls itself', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj')],
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + 31) % 256))],
  ])('%s', async (_, bytes) => {
    expect(await preparePicture(bytes)).toEqual(refused('not-a-picture'));
  });

  it('a TIFF, although the library could read it', async () => {
    expect(await preparePicture(await twoHalves().tiff().toBuffer())).toEqual(refused('not-a-picture'));
  });

  it('a picture of which the end is missing', async () => {
    const whole = await twoHalves(1200, 900).jpeg().toBuffer();
    expect(await preparePicture(whole.subarray(0, whole.length / 2))).toEqual(refused('broken'));
    const png = await twoHalves(1200, 900).png().toBuffer();
    expect(await preparePicture(png.subarray(0, png.length / 2))).toEqual(refused('broken'));
  });

  it('a small file that says it is a hundred thousand pixels wide and high', async () => {
    expect(await preparePicture(pngOf(100_000, 100_000))).toEqual(refused('too-many-pixels'));
  });

  it('a file of more than 15 MB', async () => {
    expect(await preparePicture(new Uint8Array(MAX_PICTURE_BYTES + 1))).toEqual(refused('file-too-large'));
  });

  it('one more when many are being made already, rather than running out of memory', async () => {
    const bytes = await twoHalves(1600, 1200).jpeg().toBuffer();
    const answers = await Promise.all(Array.from({ length: 30 }, () => preparePicture(bytes)));
    const reasons = answers.map((answer) => (answer.ok ? 'made' : answer.reason));
    expect(new Set(reasons)).toEqual(new Set(['made', 'busy']));
    expect((await preparePicture(bytes)).ok).toBe(true);
  });
});
