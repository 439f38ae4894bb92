import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file under a folder, with its bytes. */
export async function filesUnder(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })));
}

/** A text as a file could hold it. */
export const writings = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  ...(['hex', 'base64', 'base64url'] as const).flatMap((encoding) =>
    // Base64 looks different by where it begins: all three ways, without the ends.
    [0, 1, 2].map((at) =>
      Buffer.from(
        Buffer.from(`${' '.repeat(at)}${text}`)
          .toString(encoding)
          .slice(6, -6),
      ),
    ),
  ),
];

/** Every way in which SQLite or a log would write a moment between two instants, finer than about a minute. */
export function momentsBetween(from: Date, to: Date): Buffer[] {
  const found = new Map<string, Buffer>();
  const keep = (bytes: Buffer) => found.set(bytes.toString('hex'), bytes);
  for (let at = from.getTime(); at <= to.getTime() + 999; at += 1000) {
    const iso = new Date(at).toISOString();
    keep(Buffer.from(iso.slice(0, 16)));
    keep(Buffer.from(iso.slice(0, 16).replace('T', ' ')));
    keep(Buffer.from(String(Math.floor(at / 10_000))));
    const seconds = Buffer.alloc(4);
    seconds.writeUInt32BE(Math.floor(at / 1000));
    keep(seconds);
    // Milliseconds take six bytes; the upper four change every 65 seconds.
    const milliseconds = Buffer.alloc(8);
    milliseconds.writeBigUInt64BE(BigInt(at));
    keep(milliseconds.subarray(2, 6));
    for (const real of [at, Math.floor(at / 1000)]) {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleBE(real);
      keep(bytes.subarray(0, 5));
    }
  }
  return [...found.values()];
}
