import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { copySample } from './sample.ts';

const HOUR_MS = 3_600_000;
const answer = z.object({ port: z.number().optional(), moved: z.string().optional() });

/** A portal of its own for a test that needs another hour or day. */
export interface PortalWithClock extends AsyncDisposable {
  readonly origin: string;
  /** So many hours later: what is due by then (reminders, terms, forgetting, post) has happened. */
  later(hours: number): Promise<void>;
  /** How far its clock is ahead of ours, in hours. */
  hours(): number;
  /** What it wrote on its terminal so far. */
  log(): string;
}

/** Starts it on a free port with data in `dataDir`, on the build that the other browser tests use. */
export async function startPortalWithClock(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<PortalWithClock> {
  if (settings['SAMPLE'] !== 'off') await copySample(dataDir);
  const origin = `http://127.0.0.1:${port}`;
  const child = fork(join(import.meta.dirname, 'portal-worker.ts'), {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      BASE_URL: origin,
      DATA_DIR: dataDir,
      BUILD_DIR: process.env['E2E_BUILD_DIR'] ?? 'dist-e2e',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (log += data.toString()));
  child.stderr?.pipe(process.stderr);
  const stopped = once(child, 'exit');
  const heard = async () => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      stopped.then(() => Promise.reject(new Error('The portal stopped by itself'))),
    ])) as unknown[];
    return answer.parse(message);
  };
  await heard();
  let ahead = 0;
  return {
    origin,
    hours: () => ahead,
    log: () => log,
    async later(hours) {
      const moved = heard();
      child.send({ laterMs: hours * HOUR_MS });
      await moved;
      ahead += hours;
    },
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await stopped;
    },
  };
}
