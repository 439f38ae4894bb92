import { join } from 'node:path';
import { openApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { bareError, openLog } from './server/log.ts';
import { runPortal } from './server/run.ts';

const log = openLog();

/** What cannot be mended by going on: says it in words, and ends. */
function giveUp(error: unknown): never {
  const words = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${error instanceof ConfigError ? error.message : words}\n`);
  process.exit(1);
}

// Astro listens for these as well and drops what does not belong to a page: without this nobody would know.
process.on('unhandledRejection', (error) => log.error(bareError(error), 'something failed that nobody waited for'));
process.on('uncaughtException', (error) => {
  log.fatal(bareError(error), 'stopped by a failure');
  process.exit(1);
});

try {
  const config = readConfig();
  // `content/` is read from here on; a service manager starts us from wherever it likes.
  process.chdir(join(import.meta.dirname, '..'));
  const app = openApp(config, { report: (problem, error) => log.error(bareError(error), problem) });
  const portal = await runPortal({ config, app, log });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void portal.stop().then(() => process.exit(0), giveUp);
    });
  }
} catch (error) {
  giveUp(error);
}
