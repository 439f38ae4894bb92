import { readFile } from 'node:fs/promises';
import { BadFile } from './bad-file.ts';

/** Larger than any map or table of Dutch areas that this portal needs; a whole country in detail should be cut first. */
const MOST_BYTES = 512 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EISDIR: 'this is a folder; name one file in it',
  EACCES: 'this file may not be read; change its permissions',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The text of a file, without byte order mark. Refuses what is not UTF-8: a wrong letter in a name is found too late. */
export async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new BadFile(reasons[codeOf(error)] ?? `it cannot be read: ${String(error)}`);
  });
  if (bytes.length > MOST_BYTES) throw new BadFile('it is larger than 512 MB; cut it to the municipality first');
  if (bytes.length === 0) throw new BadFile('it is empty; export it again');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadFile('it is not UTF-8 text; save it as UTF-8 and import again');
  }
}
