import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

// Makes the package unpack the libraries it carries, so that no system package is needed. Before its import.
process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');

const port = process.env['E2E_PORT'] ?? '4453';
const origin = `http://127.0.0.1:${port}`;

// Each worker reads this file again: the folder is made by the first and handed on in the environment.
/** The portal's data in this run: for tests that read its mail, or run a task beside it. */
const dataDir = (process.env['E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'buurtbalans-e2e-')));
/** The sample, ready to be copied by tests that start a portal of their own. */
process.env['E2E_SAMPLE_DIR'] ??= mkdtempSync(join(tmpdir(), 'buurtbalans-sample-'));
const built = process.env['E2E_BUILD_DIR'];

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/make-sample.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'line',
  outputDir: 'test-results/browser',
  use: {
    baseURL: origin,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? (await chromium.executablePath()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: built === undefined ? 'npm run build && node src/serve.ts' : 'node src/serve.ts',
    url: `${origin}/gezond`,
    env: {
      PORT: port,
      HOST: '127.0.0.1',
      BASE_URL: origin,
      DATA_DIR: dataDir,
      BUILD_DIR: built ?? 'dist-e2e',
      BUILD_CACHE_DIR: 'node_modules/.astro-e2e',
    },
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
