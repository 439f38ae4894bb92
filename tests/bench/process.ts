import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { get } from './http.ts';

export interface Server {
  readonly url: string;
  /** Seconds of processor that it has used so far. */
  cpu(): number;
  stop(): Promise<void>;
}

/** Linux counts in ticks of a hundredth of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Starts a Node program that listens, and waits until it answers `path`. */
export async function serve(program: readonly string[], port: number, env: NodeJS.ProcessEnv = {}): Promise<Server> {
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const end = Date.now() + 120_000;
  while (
    !(await get(`${url}/gezond`).then(
      ({ status }) => status === 200,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${program.join(' ')} did not start`);
    await pause(100);
  }
  return {
    url,
    cpu: () => cpuOf(child.pid ?? 0),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
