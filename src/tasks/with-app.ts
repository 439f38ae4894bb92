import { openApp, type App } from '../app.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';

/** Ends a task that cannot do what was asked. The sentence names what to do instead. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function configOrFail(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

/** For a task: opens the portal with its databases up to date, and closes it again whatever happens. It may run beside the server. */
export async function withApp<Value>(work: (app: App, config: Config) => Promise<Value>): Promise<Value> {
  const config = configOrFail();
  const report = (problem: string) => process.stderr.write(`${problem}\n`);
  const app = openApp(config, { report });
  try {
    await app.migrate();
    return await work(app, config);
  } finally {
    await app.close();
  }
}
