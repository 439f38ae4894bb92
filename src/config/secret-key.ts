import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the key at the first start; later starts, and other processes that start now, read the same. */
export function keptKey(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  const attempt = `${file}.${randomBytes(6).toString('hex')}`;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    writeFileSync(attempt, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  try {
    linkSync(attempt, file);
  } catch {
    // Another process made it first: its key counts.
  } finally {
    rmSync(attempt);
  }
  return readFileSync(file, 'utf8').trim();
}
