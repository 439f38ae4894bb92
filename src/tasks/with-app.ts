import { openApp, type App } from '../app.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';

/** Ends a task that cannot do what was asked. The sentence names what to do instead. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** What whoever runs the task can mend is said in a sentence, without the place in the code. */
function orFail(error: unknown): never {
  if (error instanceof ConfigError) fail(error.message);
  throw error;
}

function openOrFail(): { app: App; config: Config } {
  try {
    const config = readConfig();
    return { config, app: openApp(config, { report: (problem) => process.stderr.write(`${problem}\n`) }) };
  } catch (error) {
    return orFail(error);
  }
}

/** For a task: opens the portal with its databases up to date, and closes it again whatever happens. It may run beside the server. */
export async function withApp<Value>(work: (app: App, config: Config) => Promise<Value>): Promise<Value> {
  const { app, config } = openOrFail();
  try {
    await app.migrate().catch(orFail);
    return await work(app, config);
  } finally {
    await app.close();
  }
}
