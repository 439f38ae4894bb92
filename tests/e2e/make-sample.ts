import { execFileSync } from 'node:child_process';

/** Before all browser tests: a portal with its sample, for `copySample`. */
export default function makeSample(): void {
  const DATA_DIR = process.env['E2E_SAMPLE_DIR'] ?? '';
  execFileSync(process.execPath, ['src/tasks/task.ts', 'sample'], {
    env: { ...process.env, DATA_DIR },
    stdio: 'ignore',
  });
}
