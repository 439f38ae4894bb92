import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A meeting of one's own in the H-buurt, so many hours from now; gives its slug. */
export async function announce({
  hours,
  places,
}: {
  readonly hours: number;
  readonly places: number;
}): Promise<string> {
  const worker = join(import.meta.dirname, 'announce-worker.ts');
  const env = { ...process.env, DATA_DIR: process.env['E2E_DATA_DIR'], BASE_URL: 'http://portal.invalid' };
  const { stdout } = await run(process.execPath, [worker, String(hours), String(places)], { env });
  return stdout;
}
